package io.sequence.simulator.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order and what became of it.
 *
 * @param price the limit price, null for a market order
 * @param quantity in the instrument's units (base, or contracts)
 * @param quoteQuantity what was to be spent when a market buy named an amount of the quote asset,
 *     else null
 * @param heldAmount what is still held of {@code heldAsset} for it
 * @param filledPrice average price of what was filled, null when nothing was
 * @param fee what was paid, in {@code feeAsset}
 * @param reason why it ended without a fill, null otherwise
 * @param watchedUntil up to when prices were compared with a resting order
 */
public record Order(
        String id,
        @Nullable String clientId,
        String symbol,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        @Nullable BigDecimal price,
        BigDecimal quantity,
        @Nullable BigDecimal quoteQuantity,
        boolean reduceOnly,
        OrderStatus status,
        String heldAsset,
        BigDecimal heldAmount,
        BigDecimal filledQuantity,
        @Nullable BigDecimal filledPrice,
        BigDecimal filledValue,
        BigDecimal fee,
        String feeAsset,
        boolean maker,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt,
        Instant watchedUntil) {

    /** Whether it still stands. */
    public boolean open() {
        return status == OrderStatus.OPEN;
    }

    /** What is left to fill. */
    public BigDecimal remaining() {
        return quantity.subtract(filledQuantity);
    }

    /** The same order, filled in full. */
    Order filled(Fill fill) {
        return new Order(
                id,
                clientId,
                symbol,
                side,
                type,
                timeInForce,
                price,
                quantity,
                quoteQuantity,
                reduceOnly,
                OrderStatus.FILLED,
                heldAsset,
                BigDecimal.ZERO,
                quantity,
                fill.price(),
                fill.value(),
                fill.fee(),
                fill.feeAsset(),
                fill.maker(),
                null,
                createdAt,
                fill.at(),
                fill.at());
    }

    /** The same order, ended without a fill. */
    Order cancelled(@Nullable String why, Instant now) {
        return new Order(
                id,
                clientId,
                symbol,
                side,
                type,
                timeInForce,
                price,
                quantity,
                quoteQuantity,
                reduceOnly,
                OrderStatus.CANCELLED,
                heldAsset,
                BigDecimal.ZERO,
                filledQuantity,
                filledPrice,
                filledValue,
                fee,
                feeAsset,
                maker,
                why,
                createdAt,
                now,
                now);
    }

    /** The same order, compared with prices up to {@code until}. */
    Order watched(Instant until) {
        return new Order(
                id,
                clientId,
                symbol,
                side,
                type,
                timeInForce,
                price,
                quantity,
                quoteQuantity,
                reduceOnly,
                status,
                heldAsset,
                heldAmount,
                filledQuantity,
                filledPrice,
                filledValue,
                fee,
                feeAsset,
                maker,
                reason,
                createdAt,
                updatedAt,
                until);
    }
}
