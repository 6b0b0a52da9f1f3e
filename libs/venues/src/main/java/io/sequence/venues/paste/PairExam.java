package io.sequence.venues.paste;

import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.paste.PasteFinding.Severity;
import java.util.List;
import java.util.Map;

/** Values that are right, in each other's field, or in two fields. */
final class PairExam {
    private PairExam() {}

    static void examine(
            VenueProfile profile, Map<String, String> values, List<PasteFinding> findings) {
        List<CredentialField> fields =
                profile.fields().stream()
                        .filter(field -> values.containsKey(field.name()))
                        .toList();
        for (int i = 0; i < fields.size(); i++) {
            for (int j = i + 1; j < fields.size(); j++) {
                boolean named = fields.get(i).secret() || fields.get(j).secret();
                if (named) {
                    examine(fields.get(i), fields.get(j), values, findings);
                }
            }
        }
    }

    private static void examine(
            CredentialField one,
            CredentialField other,
            Map<String, String> values,
            List<PasteFinding> findings) {
        String first = values.getOrDefault(one.name(), "");
        String second = values.getOrDefault(other.name(), "");
        CredentialField wrong = one.secret() && !other.secret() ? one : other;
        CredentialField right = wrong == one ? other : one;
        boolean chosen = Wanted.of(one).words() || Wanted.of(other).words();
        if (first.equals(second) && !chosen) {
            findings.add(
                    PasteFinding.refused(
                            wrong.name(),
                            "same_twice",
                            "is the same as the " + right.label(),
                            "Paste the " + wrong.label() + " here: " + wrong.help()));
            return;
        }
        if (swapped(Wanted.of(one), first, Wanted.of(other), second)) {
            findings.removeIf(
                    known ->
                            known.severity() == Severity.REFUSED
                                    && (known.field().equals(one.name())
                                            || known.field().equals(other.name())));
            findings.add(swapped(one, other));
            findings.add(swapped(other, one));
        }
    }

    private static boolean swapped(Wanted one, String first, Wanted other, String second) {
        return !one.words()
                && !other.words()
                && other.fits(first)
                && one.fits(second)
                && !(one.fits(first) && other.fits(second));
    }

    private static PasteFinding swapped(CredentialField here, CredentialField there) {
        return PasteFinding.refused(
                here.name(),
                "swapped",
                "looks like the " + there.label(),
                "Swap it with the " + there.label() + ".");
    }
}
