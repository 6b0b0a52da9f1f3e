package io.sequence.intake.domain.alerts;

/** What a chat is called: whoever sits in it chose the name, so only plain letters of it stay. */
public final class ChatName {
    private static final int LONGEST = 64;
    private static final String NAMELESS = "Telegram chat";

    private ChatName() {}

    /** The name as pages may show it: one line, no invisible characters, at most 64. */
    public static String of(String told) {
        String plain =
                told.codePoints()
                        .map(one -> isPlain(one) ? one : ' ')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip()
                        .replaceAll("\\s+", " ");
        String shown =
                plain.codePointCount(0, plain.length()) <= LONGEST
                        ? plain
                        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip();
        return shown.isEmpty() ? NAMELESS : shown;
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
