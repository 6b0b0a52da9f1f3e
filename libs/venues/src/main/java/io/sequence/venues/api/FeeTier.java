package io.sequence.venues.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an account pays.
 *
 * @param tier the venue's name of the tier, where it has one
 * @param maker fraction of the value, 0.001 is 0.1 %; negative is a rebate
 * @param taker likewise
 */
public record FeeTier(@Nullable String tier, BigDecimal maker, BigDecimal taker) {}
