package io.sequence.venues.transport;

import io.sequence.venues.api.WireResponse;
import org.jspecify.annotations.Nullable;

/** A header that is a whole number. */
final class HeaderNumber {
    private static final int MOST_DIGITS = 15;

    private HeaderNumber() {}

    /** Its value; -1 when it is absent or none. */
    static long of(WireResponse response, @Nullable String name) {
        String text = name == null ? null : response.header(name);
        if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
