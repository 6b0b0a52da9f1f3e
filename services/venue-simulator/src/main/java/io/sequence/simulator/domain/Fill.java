package io.sequence.simulator.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One execution.
 *
 * @param value quantity at price, in the settle asset (the quote for spot)
 * @param realised gain or loss on the part of a position that it closed, in the settle asset
 */
public record Fill(
        String id,
        String orderId,
        String symbol,
        Side side,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal value,
        BigDecimal fee,
        String feeAsset,
        boolean maker,
        BigDecimal realised,
        Instant at) {}
