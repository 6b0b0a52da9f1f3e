package io.sequence.simulator.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/**
 * A net position in one contract.
 *
 * @param quantity contracts (or base units where the venue counts in those); negative when short
 * @param entryPrice average entry, zero when flat
 */
public record Position(
        String symbol,
        BigDecimal quantity,
        BigDecimal entryPrice,
        BigDecimal realised,
        Instant openedAt,
        Instant updatedAt) {

    private static final MathContext PRECISION = MathContext.DECIMAL64;

    /** A flat position in {@code symbol}. */
    public static Position flat(String symbol, Instant now) {
        return new Position(symbol, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, now, now);
    }

    /** How much of a signed trade would close what is there; never negative. */
    BigDecimal closing(BigDecimal signed) {
        return quantity.signum() * signed.signum() < 0
                ? quantity.abs().min(signed.abs())
                : BigDecimal.ZERO;
    }

    /** Gain or loss in the settle asset when {@code amount} of it is closed at {@code price}. */
    public BigDecimal gain(Instrument instrument, BigDecimal amount, BigDecimal price) {
        BigDecimal change =
                instrument.value(amount, price).subtract(instrument.value(amount, entryPrice));
        boolean inverse = instrument.kind() == Instrument.Kind.INVERSE;
        return quantity.signum() < 0 != inverse ? change.negate() : change;
    }

    /** The position after a signed trade at {@code price}; {@code gained} was realised by it. */
    Position after(BigDecimal signed, BigDecimal price, BigDecimal gained, Instant now) {
        BigDecimal net = quantity.add(signed);
        BigDecimal entry = entryPrice;
        if (net.signum() == 0) {
            entry = BigDecimal.ZERO;
        } else if (quantity.signum() * net.signum() <= 0) {
            entry = price;
        } else if (quantity.signum() == signed.signum()) {
            entry =
                    quantity.multiply(entryPrice)
                            .add(signed.multiply(price))
                            .divide(net, PRECISION);
        }
        Instant opened = quantity.signum() * net.signum() <= 0 ? now : openedAt;
        return new Position(symbol, net, entry, realised.add(gained), opened, now);
    }
}
