package io.sequence.events;

import io.sequence.vocabulary.StrategyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code strategy.paused}, written by strategy-launcher: a bot stopped trading, for now or, on
 * disconnection, for good.
 *
 * @param about the connection
 * @param strategyId what it runs
 * @param botId text form
 * @param botNumber counts from 1 within the account
 * @param ended whether it will not come back
 * @param reason why; null when the user ended it
 * @param at when
 */
public record StrategyPaused(
        About about,
        StrategyId strategyId,
        String botId,
        int botNumber,
        boolean ended,
        @Nullable Reason reason,
        Instant at)
        implements ConnectionEvent {}
