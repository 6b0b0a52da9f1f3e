package io.sequence.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often somebody may ask. In settings: {@code 60/200}, sixty a minute and two hundred at once.
 *
 * @param perMinute sustained
 * @param atOnce what may come in one go after a pause
 */
public record Rate(long perMinute, long atOnce) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    public Rate {
        if (perMinute < 1 || atOnce < 1) {
            throw new IllegalArgumentException("a rate is at least 1/1");
        }
    }

    /**
     * Reads the form of the settings.
     *
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static Rate valueOf(String text) {
        Matcher match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "a rate is <a minute>/<at once>, e.g. 60/200, not " + text);
        }
        return new Rate(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)));
    }
}
