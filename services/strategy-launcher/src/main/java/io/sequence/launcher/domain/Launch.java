package io.sequence.launcher.domain;

import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;

/**
 * What was launched, which never changes afterwards.
 *
 * @param strategyId what the bot runs
 * @param market where it trades
 * @param botId text form, e.g. {@code 0x3E9 / Ada Lovelace / 1}
 * @param botNumber counts from 1 within the account
 */
public record Launch(StrategyId strategyId, Market market, String botId, int botNumber) {}
