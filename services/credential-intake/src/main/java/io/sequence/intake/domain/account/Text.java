package io.sequence.intake.domain.account;

/** What may not stand in any text that a user gives. */
final class Text {
    private Text() {}

    /**
     * Whether there are no control characters, no invisible direction marks, no broken characters.
     */
    static boolean isClean(String text) {
        return text.codePoints().allMatch(Text::isClean);
    }

    private static boolean isClean(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
