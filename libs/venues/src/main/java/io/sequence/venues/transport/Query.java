package io.sequence.venues.transport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A query string or form body in the order in which it was written, percent-encoded (RFC 3986);
 * commas stay, as venues print them.
 */
public final class Query {
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private final StringBuilder text = new StringBuilder();

    /** A query that starts with this parameter. */
    public static Query of(String name, String value) {
        return new Query().and(name, value);
    }

    /** Adds a parameter. */
    public Query and(String name, String value) {
        if (!text.isEmpty()) {
            text.append('&');
        }
        text.append(encoded(name)).append('=').append(encoded(value));
        return this;
    }

    /** Adds a parameter unless its value is null. */
    public Query andIf(String name, @Nullable String value) {
        return value == null ? this : and(name, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A value that is safe in a path segment, a query or a form. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%2C", ",");
    }

    /** A text with everything beyond ASCII percent-encoded as UTF-8, and nothing else touched. */
    public static String ascii(String text) {
        if (isAscii(text)) {
            return text;
        }
        var ascii = new StringBuilder(text.length() * 2);
        text.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.charAt(0) < FIRST_BEYOND_ASCII ? c : encoded(c))
                .forEach(ascii::append);
        return ascii.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }
}
