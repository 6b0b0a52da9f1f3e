package io.sequence.venues.api;

import io.sequence.vocabulary.Asset;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an order of ours.
 *
 * @param fillId the venue's id of the execution, unique within the symbol
 * @param venueOrderId the venue's id of the order
 * @param clientOrderId ours, where the venue repeats it
 * @param symbol the venue's own
 * @param side what the order did
 * @param price that it was executed at
 * @param quantity in the units of {@link OrderRequest#quantity()}
 * @param fee what it cost, negative for a rebate
 * @param feeAsset what the fee was paid in; null when the venue does not tell
 * @param at when
 */
public record Fill(
        String fillId,
        String venueOrderId,
        @Nullable String clientOrderId,
        String symbol,
        OrderRequest.Side side,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal fee,
        @Nullable Asset feeAsset,
        Instant at) {}
