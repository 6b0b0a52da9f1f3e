package io.sequence.intake.domain.support;

import org.jspecify.annotations.Nullable;

/**
 * Words between people, as mails and pages show them: no control characters but line breaks, no
 * broken characters, nothing that turns the direction of text around.
 */
public final class PlainText {
    private PlainText() {}

    /** The text with line breaks as {@code \n} and without blanks around it. */
    public static String tidy(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /**
     * What is wrong with a tidy text, or null.
     *
     * @param longest in characters
     * @param lines whether it may have more than one
     */
    public static @Nullable String objection(String text, int longest, boolean lines) {
        if (text.isEmpty()) {
            return "is required";
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return "must be at most " + longest + " characters";
        }
        if (!lines && text.indexOf('\n') >= 0) {
            return "must be one line";
        }
        return text.codePoints().allMatch(PlainText::isPlain)
                ? null
                : "must be plain text without control characters";
    }

    private static boolean isPlain(int character) {
        if (character == '\n') {
            return true;
        }
        if (character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069
                || character == 0xFEFF) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
