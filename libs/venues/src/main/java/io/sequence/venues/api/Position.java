package io.sequence.venues.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One open position.
 *
 * @param symbol the venue's own symbol
 * @param size positive for long, negative for short, in the venue's unit (coins, contracts or lots)
 * @param entryPrice average entry price
 * @param markPrice the venue's mark price, where it tells
 * @param unrealisedProfit in the settlement asset, where it tells
 * @param leverage as set, where it tells
 */
public record Position(
        String symbol,
        BigDecimal size,
        BigDecimal entryPrice,
        @Nullable BigDecimal markPrice,
        @Nullable BigDecimal unrealisedProfit,
        @Nullable BigDecimal leverage) {}
