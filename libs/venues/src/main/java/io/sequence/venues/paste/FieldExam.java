package io.sequence.venues.paste;

import static io.sequence.venues.paste.PasteFinding.refused;

import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One field's value against what the field takes: the first thing that stands in the way. */
final class FieldExam {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)+");
    private static final Pattern MASK = Pattern.compile("[*\u2022\u25cf\u00b7\u2219]{3}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}\\d.,;:()-]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,8}");
    private static final Set<Integer> PHRASE_LENGTHS = Set.of(12, 15, 18, 21, 24);
    private static final int LONGEST_PHRASE = 400;

    private final CredentialField field;
    private final Wanted wanted;
    private final String value;
    private final OtherVenues others;

    FieldExam(VenueProfile profile, CredentialField field, String value, List<VenueProfile> all) {
        this.field = field;
        this.wanted = Wanted.of(field);
        this.value = value;
        this.others = new OtherVenues(profile, all);
    }

    Optional<PasteFinding> problem() {
        if (value.isEmpty()) {
            return field.required()
                    ? Optional.of(refused(field.name(), "missing", "is missing", field.help()))
                    : Optional.empty();
        }
        return Optional.ofNullable(obstacle());
    }

    private @Nullable PasteFinding obstacle() {
        if (seedPhrase()) {
            return finding(
                    "seed_phrase",
                    "looks like the seed phrase of a wallet",
                    "Never hand a seed phrase over to anybody, not even to us: it gives the whole"
                            + " wallet away. Nothing was kept. Paste the "
                            + field.label()
                            + " instead.");
        }
        var file = new KeyExam(field, wanted, value);
        PasteFinding key = file.obstacle();
        if (key != null) {
            return key;
        }
        boolean tooLong = value.length() > field.maxLength();
        if (file.isWantedFile() && !tooLong) {
            return null;
        }
        PasteFinding text = textObstacle();
        return text != null ? text : formObstacle();
    }

    private @Nullable PasteFinding textObstacle() {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0)) {
            return finding(
                    "invisible_characters",
                    "holds an invisible character",
                    "Copy the " + field.label() + " again, with page translation off.");
        }
        if (EMAIL.matcher(value).matches()) {
            return finding(
                    "login_email",
                    "is an e-mail address; a browser may have filled in a login",
                    "Paste the " + field.label() + ".");
        }
        boolean masked = MASK.matcher(value).find();
        if (masked && (!wanted.words() || value.chars().distinct().count() == 1)) {
            return finding(
                    "masked",
                    "is masked, as pages show it after the first time",
                    "Make a new key and copy the " + field.label() + " when it is shown.");
        }
        if (!wanted.words() && (value.contains("\u2026") || value.contains("..."))) {
            return finding(
                    "shortened",
                    "is shortened with dots",
                    "Use the venue's copy button, which copies the whole " + field.label() + ".");
        }
        return null;
    }

    private @Nullable PasteFinding formObstacle() {
        boolean matches = wanted.matches(value);
        Optional<String> other = others.likelier(field, value, matches && !unnatural());
        if (other.isPresent()) {
            return finding(
                    "other_venue",
                    "looks like a value of " + other.get(),
                    "Choose that venue, or paste the " + field.label() + " of this one.");
        }
        if (unnatural()) {
            return finding(
                    "altered_text",
                    "holds characters that keys never have, such as typographic quotes or dashes",
                    "Switch page translation and auto-correction off and copy the "
                            + field.label()
                            + " again.");
        }
        if (value.length() > field.maxLength()) {
            return finding(
                    "too_long",
                    "is longer than " + field.maxLength() + " characters",
                    "Copy the " + field.label() + " only.");
        }
        if (matches && Wanted.FILES.containsAll(wanted.kinds())) {
            return finding(
                    "not_a_key",
                    "is no private key",
                    "Paste the " + field.label() + ": " + field.help());
        }
        if (matches) {
            return null;
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            return finding(
                    "line_break",
                    "goes over more than one line",
                    "Copy the " + field.label() + " alone, in one line.");
        }
        if (value.chars().anyMatch(Character::isWhitespace)) {
            return finding(
                    "words",
                    "is several words; a browser may have translated the page",
                    "Switch page translation off and copy the " + field.label() + " again.");
        }
        return finding("wrong_form", "does not look like " + article(field.label()), field.help());
    }

    /** Characters beyond ASCII where no words are wanted, or where the pattern has no room. */
    private boolean unnatural() {
        boolean foreign = value.chars().anyMatch(c -> c > 0x7e);
        return foreign && (!wanted.words() || !wanted.matches(value));
    }

    private boolean seedPhrase() {
        if (value.length() > LONGEST_PHRASE || !BETWEEN_WORDS.matcher(value).find()) {
            return false;
        }
        String[] words = BETWEEN_WORDS.matcher(value).replaceAll(" ").strip().split(" ");
        if (!PHRASE_LENGTHS.contains(words.length)) {
            return false;
        }
        for (String word : words) {
            if (!WORD.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    private PasteFinding finding(String code, String message, String fix) {
        return refused(field.name(), code, message, fix);
    }

    static String article(String label) {
        return ("AEIOU".indexOf(Character.toUpperCase(label.charAt(0))) >= 0 ? "an " : "a ")
                + label;
    }
}
