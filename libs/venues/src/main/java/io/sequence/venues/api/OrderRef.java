package io.sequence.venues.api;

import io.sequence.vocabulary.Market;
import org.jspecify.annotations.Nullable;

/**
 * Which order is meant: by the venue's id, or by ours when its answer was lost.
 *
 * @param market where it trades
 * @param symbol the venue's own symbol
 * @param venueOrderId the venue's id
 * @param clientOrderId ours
 */
public record OrderRef(
        Market market,
        String symbol,
        @Nullable String venueOrderId,
        @Nullable String clientOrderId) {
    public OrderRef {
        if (venueOrderId == null && clientOrderId == null) {
            throw new IllegalArgumentException("an order needs the venue's id or ours");
        }
    }
}
