package io.sequence.vocabulary;

import java.util.Objects;
import java.util.UUID;

/**
 * One exchange account as one platform account connected it; the record key of every topic about
 * it.
 *
 * @param value the time-ordered UUID behind it
 */
public record ConnectionId(UUID value) {
    public ConnectionId {
        Objects.requireNonNull(value, "value is null");
    }

    /** A fresh one, greater than every earlier one of this process. */
    public static ConnectionId next() {
        return new ConnectionId(TimeOrderedUuid.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static ConnectionId parse(String text) {
        return new ConnectionId(TimeOrderedUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
