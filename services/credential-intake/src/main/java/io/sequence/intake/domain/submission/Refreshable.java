package io.sequence.intake.domain.submission;

import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;

/**
 * A connection of the applicant's that may get a new key.
 *
 * @param id which one
 * @param venue where it is
 * @param market what it trades
 * @param strategyId what runs on it
 * @param label its name
 */
public record Refreshable(
        ConnectionId id, VenueId venue, Market market, StrategyId strategyId, String label) {}
