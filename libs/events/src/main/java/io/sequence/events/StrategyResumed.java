package io.sequence.events;

import io.sequence.vocabulary.StrategyId;
import java.time.Instant;

/**
 * {@code strategy.resumed}, written by strategy-launcher: a paused bot trades again.
 *
 * @param about the connection
 * @param strategyId what it runs
 * @param botId text form
 * @param botNumber counts from 1 within the account
 * @param at when
 */
public record StrategyResumed(
        About about, StrategyId strategyId, String botId, int botNumber, Instant at)
        implements ConnectionEvent {}
