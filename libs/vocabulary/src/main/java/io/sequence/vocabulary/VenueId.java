package io.sequence.vocabulary;

/**
 * A trading venue, by the name that the public contract uses.
 *
 * @param value lower-case letters, digits, {@code _} and {@code -}, at most 64 characters, e.g.
 *     {@code bybit}
 */
public record VenueId(String value) {
    public VenueId {
        Names.check(value, "a venue");
    }

    @Override
    public String toString() {
        return value;
    }
}
