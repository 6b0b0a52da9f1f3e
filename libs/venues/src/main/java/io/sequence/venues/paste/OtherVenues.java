package io.sequence.venues.paste;

import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.api.VenueProfile.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a value speaks of another venue than the one that was chosen. */
final class OtherVenues {
    /** What many venues' values look like; only a value that is more than this can tell a venue. */
    private static final Pattern ORDINARY = Pattern.compile("[A-Za-z0-9_-]*");

    /** A pattern that takes this takes anything of its length and tells nothing. */
    private static final String NONSENSE = "q/Q+9/";

    private final VenueProfile chosen;
    private final List<VenueProfile> all;

    OtherVenues(VenueProfile chosen, List<VenueProfile> all) {
        this.chosen = chosen;
        this.all = all;
    }

    /**
     * Names the other venue.
     *
     * @param plausible whether the chosen venue's pattern has room for the value; then it takes
     *     more to doubt it
     */
    Optional<String> likelier(CredentialField field, String value, boolean plausible) {
        Wanted own = Wanted.of(field);
        if (own.words() || ORDINARY.matcher(value).matches()) {
            return Optional.empty();
        }
        if (field.secret() && Wanted.isBase64Secret(value)) {
            boolean ours =
                    own.takes(Kind.BASE64_SECRET) || own.takesFiles() && !own.takes(Kind.TEXT);
            return ours
                    ? Optional.empty()
                    : first(field, other -> other.kinds().contains(Kind.BASE64_SECRET));
        }
        if (plausible && tells(own, value)) {
            return Optional.empty();
        }
        return first(
                field,
                other -> {
                    Wanted theirs = Wanted.of(other);
                    return theirs.matches(value) && tells(theirs, value);
                });
    }

    private static boolean tells(Wanted wanted, String value) {
        int times = value.length() / NONSENSE.length() + 1;
        return !wanted.words()
                && !wanted.matches(NONSENSE.repeat(times).substring(0, value.length()));
    }

    private Optional<String> first(
            CredentialField field, java.util.function.Predicate<CredentialField> speaks) {
        return all.stream()
                .filter(profile -> !profile.venue().equals(chosen.venue()))
                .filter(
                        profile ->
                                profile.fields().stream()
                                        .filter(other -> other.secret() == field.secret())
                                        .anyMatch(speaks))
                .map(VenueProfile::displayName)
                .findFirst();
    }
}
