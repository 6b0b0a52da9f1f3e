package io.sequence.venues.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a symbol trades at.
 *
 * @param symbol the venue's own
 * @param last price of the last trade
 * @param bid best price that somebody buys at; null when nobody does
 * @param ask best price that somebody sells at; null when nobody does
 */
public record Ticker(
        String symbol, BigDecimal last, @Nullable BigDecimal bid, @Nullable BigDecimal ask) {}
