package io.sequence.vocabulary;

import java.util.Locale;

/** Whether a key has a right. {@link #UNKNOWN} is an answer of its own and never shown as fine. */
public enum Grant {
    GRANTED,
    DENIED,
    /** The venue does not report this right, or cannot separate it from another. */
    UNKNOWN;

    /** The name on the wire: {@code granted}, {@code denied} or {@code unknown}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
