package io.sequence.venues.api;

import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order to be placed.
 *
 * @param market where it trades
 * @param symbol the venue's own symbol, e.g. {@code BTCUSDT}
 * @param side buy or sell
 * @param quantity in the base asset (contracts or lots on derivatives that count so), greater than
 *     zero
 * @param price limit price; null for a market order
 * @param clientOrderId ours, in the venue's alphabet, so that a retry after a lost answer is safe
 * @param reduceOnly only ever makes a position smaller
 */
public record OrderRequest(
        Market market,
        String symbol,
        Side side,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        String clientOrderId,
        boolean reduceOnly) {
    /** Which way. */
    public enum Side {
        BUY,
        SELL
    }
}
