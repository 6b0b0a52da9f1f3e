package io.sequence.venues.transport;

import io.sequence.venues.api.CallClass;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the budget of one venue at one of our addresses stands.
 *
 * @param venue which venue
 * @param address our address; empty when the machine chooses it
 * @param windows its limits
 * @param pingsPerMinute pings that it can carry; {@link Long#MAX_VALUE} when no limit counts them
 * @param calls that went out since the process began
 * @param heldBack calls that found no room since then
 * @param backOffs how often the venue had us stay away since then
 * @param staysAwayUntil null when it does not
 */
public record BudgetFacts(
        VenueId venue,
        String address,
        List<WindowFacts> windows,
        long pingsPerMinute,
        long calls,
        long heldBack,
        long backOffs,
        @Nullable Instant staysAwayUntil) {
    public BudgetFacts {
        windows = List.copyOf(windows);
    }

    /**
     * One limit.
     *
     * @param below the beginning of the paths that it counts; empty when it counts all
     * @param per its span
     * @param allowed weight that may be spent in it
     * @param healthAllowed weight that pings may spend in it
     * @param spent weight that calls of each kind have spent in the last span
     * @param others weight that others have spent from the same address, by the venue's word
     */
    public record WindowFacts(
            String below,
            Duration per,
            long allowed,
            long healthAllowed,
            Map<CallClass, Long> spent,
            long others) {
        public WindowFacts {
            spent = Map.copyOf(spent);
        }

        /** All that is spent. */
        public long total() {
            return others + spent.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
