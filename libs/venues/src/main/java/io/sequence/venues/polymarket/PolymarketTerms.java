package io.sequence.venues.polymarket;

import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What is given for what, in millionths of a dollar and of a share. Source: "Orders" of the
 * documentation.
 *
 * @param makerAmount what we give
 * @param takerAmount what we get at least
 * @param orderType {@code GTC} rests, {@code FAK} takes what is there and rests nowhere
 */
record PolymarketTerms(BigInteger makerAmount, BigInteger takerAmount, String orderType) {
    private static final int DECIMALS = 6;
    private static final int SHARE_DECIMALS = 2;
    private static final int MONEY_DECIMALS = 2;
    private static final int TAKEN_DECIMALS = 4;

    /**
     * A limit order, exactly as it was asked for.
     *
     * @throws ArithmeticException when the quantity has more than two decimals
     */
    static PolymarketTerms limit(OrderRequest order, BigDecimal price) {
        BigDecimal shares = order.quantity().setScale(SHARE_DECIMALS, RoundingMode.UNNECESSARY);
        BigInteger money = units(shares.multiply(price));
        return order.side() == Side.BUY
                ? new PolymarketTerms(money, units(shares), "GTC")
                : new PolymarketTerms(units(shares), money, "GTC");
    }

    /**
     * An order that takes what the book holds. The venue wants whole cents for a purchase and four
     * decimals at most on the other side; rounded so that no more is spent or sold than was meant.
     */
    static PolymarketTerms taking(Side side, PolymarketBook.Taking taking) {
        if (side == Side.SELL) {
            BigDecimal shares = taking.shares().setScale(SHARE_DECIMALS, RoundingMode.DOWN);
            BigDecimal least =
                    shares.multiply(taking.worst()).setScale(TAKEN_DECIMALS, RoundingMode.DOWN);
            return new PolymarketTerms(units(shares), units(least), "FAK");
        }
        BigDecimal money = taking.value().setScale(MONEY_DECIMALS, RoundingMode.DOWN);
        BigDecimal least = money.divide(taking.worst(), TAKEN_DECIMALS, RoundingMode.DOWN);
        return new PolymarketTerms(units(money), units(least), "FAK");
    }

    private static BigInteger units(BigDecimal amount) {
        return amount.movePointRight(DECIMALS).toBigIntegerExact();
    }
}
