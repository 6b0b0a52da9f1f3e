package io.sequence.venues.paste;

import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.crypto.PastedKey;
import java.util.List;
import java.util.Optional;

/** Repairs that cannot change what was meant; each is told. */
final class Cleaning {
    private static final List<String> QUOTES =
            List.of(
                    "\"\"",
                    "''",
                    "``",
                    "\u201c\u201d",
                    "\u2018\u2019",
                    "\u00ab\u00bb",
                    "\u201e\u201c");

    private Cleaning() {}

    /** A text without characters that nobody sees: zero-width, marks of direction, soft hyphens. */
    static String visible(String text) {
        boolean clean = text.chars().noneMatch(c -> Character.getType(c) == Character.FORMAT);
        if (clean) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.chars()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    static String clean(CredentialField field, String raw, List<PasteFinding> findings) {
        String seen = visible(raw);
        if (seen.length() < raw.length() && !seen.isBlank()) {
            findings.add(
                    PasteFinding.repaired(
                            field.name(),
                            "invisible_characters",
                            "held invisible characters",
                            "We took them out."));
        }
        String value = strip(seen);
        boolean file = PastedKey.marked(value);
        if (value.length() < seen.length() && !value.isEmpty() && !file) {
            findings.add(
                    PasteFinding.repaired(
                            field.name(),
                            "blanks_around",
                            "had blanks or line breaks around it",
                            "We took them off."));
        }
        Wanted wanted = Wanted.of(field);
        if (value.length() > field.maxLength() * 2L) {
            return value;
        }
        if (!wanted.words() && !file) {
            value = unquoted(field, value, findings);
        }
        if (file || wanted.takesFiles()) {
            return keyFile(field, wanted, value, findings);
        }
        return prefix(field, wanted, value, findings);
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String unquoted(
            CredentialField field, String value, List<PasteFinding> findings) {
        boolean comma = value.endsWith("\",") || value.endsWith("',");
        String text = comma ? value.substring(0, value.length() - 1) : value;
        if (text.length() < 3) {
            return value;
        }
        String ends = "" + text.charAt(0) + text.charAt(text.length() - 1);
        if (!QUOTES.contains(ends)) {
            return value;
        }
        findings.add(
                PasteFinding.repaired(
                        field.name(),
                        "quotes_around",
                        "had quotes around it",
                        "We took them off."));
        return strip(text.substring(1, text.length() - 1));
    }

    /** Line ends spelled out, lost or doubled, lost markers: the key file as it was. */
    private static String keyFile(
            CredentialField field, Wanted wanted, String value, List<PasteFinding> findings) {
        Optional<String> pem =
                value.length() < 40 ? Optional.empty() : PastedKey.pem(value).map(String::strip);
        if (pem.isEmpty() || value.replace("\r", "").equals(pem.get()) || !wanted.takesFiles()) {
            return value;
        }
        findings.add(
                PasteFinding.repaired(
                        field.name(),
                        "key_file_layout",
                        "is a key file whose lines or markers were changed in pasting",
                        "We put them right; the key itself is unchanged."));
        return pem.get();
    }

    private static String prefix(
            CredentialField field, Wanted wanted, String value, List<PasteFinding> findings) {
        boolean prefixed = value.startsWith("0x") || value.startsWith("0X");
        String toggled = prefixed ? value.substring(2) : "0x" + value;
        String digits = prefixed ? toggled : value;
        boolean hex =
                digits.length() >= 40
                        && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
        if (!hex || wanted.matches(value)) {
            return value;
        }
        String mended = wanted.matches("0x" + digits) ? "0x" + digits : toggled;
        if (!wanted.matches(mended)) {
            return value;
        }
        findings.add(
                PasteFinding.repaired(
                        field.name(),
                        "hex_prefix",
                        "is hexadecimal " + (prefixed ? "with" : "without") + " a proper 0x",
                        "We wrote it as the venue wants it."));
        return mended;
    }
}
