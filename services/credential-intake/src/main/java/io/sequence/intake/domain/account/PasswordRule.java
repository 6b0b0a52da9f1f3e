package io.sequence.intake.domain.account;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords are good enough: 12 to 256 characters, and not among the commonest, however they
 * are dressed up (capitals, 0 for o, a year at the end, the same word twice).
 */
public final class PasswordRule {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int DECORATION = 6;
    private static final String TOO_COMMON = "is one of the commonest passwords: choose another";
    private static final Pattern DRESSED =
            Pattern.compile("([^a-z]*)([a-z](?:.*[a-z])?)([^a-z]*)", Pattern.DOTALL);

    /** Neighbours on a keyboard or in the alphabet, forwards; backwards is derived. */
    private static final List<String> RUNS =
            List.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890123456789",
                    "qwertyuiop[]",
                    "asdfghjkl;'",
                    "zxcvbnm,./",
                    "qwertzuiop",
                    "azertyuiop",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "qazwsxedcrfvtgbyhnujmikolp",
                    "qwertyuiopasdfghjklzxcvbnm",
                    "zaq1xsw2cde3vfr4bgt5nhy6mju7",
                    "zaq12wsxcde34rfvbgt56yhnmju78ik,");

    private final Set<String> commonest;

    private PasswordRule(Set<String> commonest) {
        this.commonest = commonest;
    }

    /**
     * The rule with a list of the commonest passwords and words, one a line; {@code #} comments.
     */
    public static PasswordRule of(List<String> lines) {
        Set<String> common = new HashSet<>();
        for (String line : lines) {
            String word = line.strip().toLowerCase(Locale.ROOT);
            if (!word.isEmpty() && !word.startsWith("#")) {
                common.add(word);
            }
        }
        return new PasswordRule(Set.copyOf(common));
    }

    /** What is wrong with the password of the owner of this address, or null. */
    public @Nullable String objection(String password, @Nullable String email) {
        int length = Text.length(password);
        if (length < SHORTEST) {
            return "must be at least 12 characters";
        }
        if (length > LONGEST) {
            return "must be at most 256 characters";
        }
        if (!Text.isClean(password)) {
            return "must not contain control characters";
        }
        if (email != null && isAddress(password, email)) {
            return "must not be the e-mail address";
        }
        return isCommon(password) ? TOO_COMMON : null;
    }

    private static boolean isAddress(String password, String email) {
        int at = email.lastIndexOf('@');
        return password.equalsIgnoreCase(email)
                || (at > 0 && password.equalsIgnoreCase(email.substring(0, at)));
    }

    private boolean isCommon(String password) {
        String lower =
                Normalizer.normalize(password, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .strip();
        return isWeak(lower) || isDressedUp(lower) || isDressedUp(undisguise(lower));
    }

    /** A listed word between a few characters, or between more that are weak themselves. */
    private boolean isDressedUp(String text) {
        Matcher parts = DRESSED.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        String before = parts.group(1);
        String word = parts.group(2);
        String after = parts.group(3);
        boolean small =
                before.length() + after.length() <= DECORATION
                        || (isFiller(before) && isFiller(after));
        return small && isWeak(word);
    }

    private boolean isFiller(String text) {
        return text.length() <= 2 || isWeak(text) || isWeak(text.replaceAll("[^0-9]", ""));
    }

    /** Listed, a run, one character, or one of these again and again. */
    private boolean isWeak(String text) {
        String unit = smallestUnit(text);
        return unit.length() <= 3 && text.length() > unit.length()
                || unit.length() == 1
                || commonest.contains(text)
                || commonest.contains(unit)
                || isRun(unit);
    }

    private static String smallestUnit(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.length() % length == 0
                    && text.substring(0, length).repeat(text.length() / length).equals(text)) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    private static boolean isRun(String text) {
        if (text.length() < 4) {
            return false;
        }
        String backwards = new StringBuilder(text).reverse().toString();
        return RUNS.stream().anyMatch(run -> run.contains(text) || run.contains(backwards));
    }

    private static String undisguise(String text) {
        var plain = new StringBuilder(text.length());
        int lastLetter = lastLetter(text);
        for (int i = 0; i < text.length(); i++) {
            // Digits at the end are a number, not letters in disguise.
            plain.append(i < lastLetter ? undisguise(text.charAt(i)) : text.charAt(i));
        }
        return plain.toString();
    }

    private static int lastLetter(String text) {
        int last = text.length() - 1;
        while (last >= 0 && !Character.isLetter(text.charAt(last))) {
            last--;
        }
        return last;
    }

    private static char undisguise(char character) {
        return switch (character) {
            case '0' -> 'o';
            case '1', '!' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            default -> character;
        };
    }
}
