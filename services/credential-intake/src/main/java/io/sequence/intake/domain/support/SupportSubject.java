package io.sequence.intake.domain.support;

import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request for support is about; all null when it is about the account.
 *
 * @param venue one of the catalogue
 * @param market what was to be traded
 * @param strategyId one of the catalogue
 */
public record SupportSubject(
        @Nullable VenueId venue, @Nullable Market market, @Nullable StrategyId strategyId) {
    /** About the account, or about nothing in particular. */
    public static final SupportSubject NONE = new SupportSubject(null, null, null);

    /** A subject as it was named, and whatever of it names nothing that we know. */
    public record Reading(SupportSubject subject, Map<String, String> objections) {}
}
