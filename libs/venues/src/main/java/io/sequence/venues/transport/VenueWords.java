package io.sequence.venues.transport;

import java.util.regex.Pattern;

/** Text from venues, made fit to show and to keep. */
public final class VenueWords {
    private static final int LONGEST = 500;
    private static final Pattern MARKUP =
            Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|<[^>]{0,2000}>");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private VenueWords() {}

    /** At most 500 characters, one line, no control or formatting characters. */
    public static String trimmed(String text) {
        String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String line = UNSEEN.matcher(start).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end);
    }

    /** The words of an HTML page or of plain text, without its tags. */
    public static String ofPage(String body) {
        String start = body.length() > 20_000 ? body.substring(0, 20_000) : body;
        return trimmed(MARKUP.matcher(start).replaceAll(" "));
    }
}
