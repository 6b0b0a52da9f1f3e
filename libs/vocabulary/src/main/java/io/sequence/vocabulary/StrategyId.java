package io.sequence.vocabulary;

/**
 * A strategy of the catalogue.
 *
 * @param value lower-case letters, digits, {@code _} and {@code -}, at most 64 characters, e.g.
 *     {@code btc_accumulation}
 */
public record StrategyId(String value) {
    public StrategyId {
        Names.check(value, "a strategy id");
    }

    @Override
    public String toString() {
        return value;
    }
}
