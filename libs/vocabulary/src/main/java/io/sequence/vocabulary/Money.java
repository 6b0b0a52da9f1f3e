package io.sequence.vocabulary;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An exact amount of one asset.
 *
 * @param amount exact decimal, may be negative
 * @param asset what it is an amount of
 */
public record Money(BigDecimal amount, Asset asset) {
    public Money {
        Objects.requireNonNull(amount, "amount is null");
        Objects.requireNonNull(asset, "asset is null");
    }

    /** Whether this is at least as much as the other amount of the same asset. */
    public boolean covers(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("cannot compare " + asset + " with " + other.asset);
        }
        return amount.compareTo(other.amount) >= 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + asset;
    }
}
