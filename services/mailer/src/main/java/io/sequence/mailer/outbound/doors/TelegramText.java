package io.sequence.mailer.outbound.doors;

import java.util.regex.Pattern;

/**
 * An alert as plain text: no markup that words could break out of, and no links but ours.
 *
 * @param text at most 4096 UTF-16 units, which is how Telegram counts
 * @param boldUnits how many of them, from the beginning, are the title
 */
record TelegramText(String text, int boldUnits) {
    private static final int LONGEST = 4_096;
    private static final int LONGEST_TITLE = 200;

    /** What Telegram's programs would make a link, a mention or a command of. */
    private static final Pattern SCHEME = Pattern.compile(":(?=//)");

    private static final Pattern HOST_DOT = Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=\\p{L})");
    private static final Pattern HANDLE = Pattern.compile("(?<=^|[\\s(])[@/#$](?=\\p{L})");

    static TelegramText of(AlertMessage message) {
        String title = cut(plain(message.title()), LONGEST_TITLE);
        String body = plain(String.join("\n", message.lines()));
        String link = "\n\n" + message.url();
        String rest = cut("\n\n" + body, LONGEST - title.length() - link.length());
        return new TelegramText(title + (body.isEmpty() ? "" : rest) + link, title.length());
    }

    private static String plain(String words) {
        String line = SCHEME.matcher(words).replaceAll("[:]");
        line = HOST_DOT.matcher(line).replaceAll("[.]");
        // A word joiner changes nothing for the eye.
        return HANDLE.matcher(line).replaceAll("$0\u2060");
    }

    private static String cut(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        int end = Math.max(0, units - 1);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
