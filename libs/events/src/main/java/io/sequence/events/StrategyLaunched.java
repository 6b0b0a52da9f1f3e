package io.sequence.events;

import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import java.time.Instant;

/**
 * {@code strategy.launched}, written by strategy-launcher: a bot was made on a connection and runs.
 *
 * @param about the connection it trades on
 * @param strategyId what it runs
 * @param market where it trades
 * @param botId text form, e.g. {@code 0x3E9 / Ada Lovelace / 1}
 * @param botNumber counts from 1 within the account
 * @param label the user's name for the connection
 * @param at when
 */
public record StrategyLaunched(
        About about,
        StrategyId strategyId,
        Market market,
        String botId,
        int botNumber,
        String label,
        Instant at)
        implements ConnectionEvent {}
