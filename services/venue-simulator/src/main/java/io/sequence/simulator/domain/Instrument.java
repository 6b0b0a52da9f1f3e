package io.sequence.simulator.domain;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One thing that can be traded, under the venue's own symbol.
 *
 * @param base what is bought or sold, in plain asset codes ({@code BTC})
 * @param quote what it is priced in
 * @param settle what gains, losses and fees of a contract are paid in; the quote for spot
 * @param contractSize base units per contract (linear) or quote units per contract (inverse); 1 for
 *     spot
 * @param priceStep smallest price difference; {@code quantityStep} smallest quantity difference
 * @param minimumValue smallest order value in the quote asset
 * @param makerFee share of the value, 0.001 for 0.1 percent
 */
public record Instrument(
        String symbol,
        Kind kind,
        String base,
        String quote,
        String settle,
        BigDecimal contractSize,
        BigDecimal priceStep,
        BigDecimal quantityStep,
        BigDecimal minimumQuantity,
        BigDecimal minimumValue,
        BigDecimal makerFee,
        BigDecimal takerFee,
        WalletKind wallet) {

    /**
     * Spot, or a perpetual contract that settles in its quote (linear) or in its base (inverse).
     */
    public enum Kind {
        SPOT,
        LINEAR,
        INVERSE
    }

    private static final MathContext PRECISION = MathContext.DECIMAL64;

    /** Which kind of market the instrument belongs to. */
    public MarketKind market() {
        return kind == Kind.SPOT ? MarketKind.SPOT : MarketKind.DERIVATIVES;
    }

    /**
     * What {@code quantity} is worth at {@code price}, in the settle asset (the quote for spot).
     */
    public BigDecimal value(BigDecimal quantity, BigDecimal price) {
        return switch (kind) {
            case SPOT -> quantity.multiply(price);
            case LINEAR -> quantity.multiply(contractSize).multiply(price);
            case INVERSE -> quantity.multiply(contractSize).divide(price, PRECISION);
        };
    }

    /** What {@code quantity} is worth at {@code price}, in the quote asset. */
    public BigDecimal valueInQuote(BigDecimal quantity, BigDecimal price) {
        return kind == Kind.INVERSE ? quantity.multiply(contractSize) : value(quantity, price);
    }

    /**
     * The fee's share of the value of a trade at {@code price}. An outcome costs the less the surer
     * it is: share times price times what is left to a dollar.
     */
    public BigDecimal feeShare(boolean maker, BigDecimal price) {
        BigDecimal share = maker ? makerFee : takerFee;
        return Outcome.of(base) == null ? share : share.multiply(BigDecimal.ONE.subtract(price));
    }
}
