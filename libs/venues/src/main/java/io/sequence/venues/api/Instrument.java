package io.sequence.venues.api;

import io.sequence.venues.api.OrderRequest.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the venue's rules say about orders of a symbol.
 *
 * @param symbol the venue's own
 * @param priceStep prices are multiples of it, greater than zero
 * @param quantityStep quantities are multiples of it, greater than zero
 * @param leastQuantity the smallest order, zero when the venue sets none
 * @param leastValue the smallest price times quantity, zero when the venue sets none
 */
public record Instrument(
        String symbol,
        BigDecimal priceStep,
        BigDecimal quantityStep,
        BigDecimal leastQuantity,
        BigDecimal leastValue) {
    public Instrument {
        if (priceStep.signum() <= 0 || quantityStep.signum() <= 0) {
            throw new IllegalArgumentException("steps are greater than zero");
        }
    }

    /**
     * The order on the venue's steps, rounded so that it never spends or sells more than was asked
     * for: quantities down, a buyer's price down, a seller's price up.
     */
    public OrderRequest fit(OrderRequest order) {
        return new OrderRequest(
                order.market(),
                order.symbol(),
                order.side(),
                stepped(order.quantity(), quantityStep, RoundingMode.DOWN),
                price(order),
                order.clientOrderId(),
                order.reduceOnly());
    }

    private @Nullable BigDecimal price(OrderRequest order) {
        return order.price() == null
                ? null
                : stepped(
                        order.price(),
                        priceStep,
                        order.side() == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    private static BigDecimal stepped(BigDecimal number, BigDecimal step, RoundingMode rounding) {
        return number.divide(step, 0, rounding).multiply(step);
    }
}
