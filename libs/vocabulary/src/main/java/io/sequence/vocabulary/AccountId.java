package io.sequence.vocabulary;

import java.util.Objects;
import java.util.UUID;

/**
 * Who owns a thing: one registered account of the platform.
 *
 * @param value the time-ordered UUID behind it
 */
public record AccountId(UUID value) {
    public AccountId {
        Objects.requireNonNull(value, "value is null");
    }

    /** A fresh one, greater than every earlier one of this process. */
    public static AccountId next() {
        return new AccountId(TimeOrderedUuid.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static AccountId parse(String text) {
        return new AccountId(TimeOrderedUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
