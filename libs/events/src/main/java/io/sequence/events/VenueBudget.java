package io.sequence.events;

import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code venue.budget}, written by health-check every 10 s: how one of its processes stands with
 * what a venue lets one of our addresses ask.
 *
 * @param budgetId names venue, address and process; the record key
 * @param venue whose limits
 * @param address ours; empty when the machine chooses it
 * @param instance the process
 * @param windows the limits, and what is spent of them
 * @param connections that this process pings through it
 * @param pingsWanted a minute, when each of them is pinged once an interval
 * @param pingsCarried a minute at most
 * @param waiting pings that are due and wait for room
 * @param waitingSince since when the first of those is due; null when none waits
 * @param backOffs how often the venue had us stay away since the process began
 * @param staysAwayUntil until when nothing goes out; null when calls do
 * @param at when this was so
 */
public record VenueBudget(
        UUID budgetId,
        VenueId venue,
        String address,
        UUID instance,
        List<Window> windows,
        int connections,
        long pingsWanted,
        long pingsCarried,
        int waiting,
        @Nullable Instant waitingSince,
        long backOffs,
        @Nullable Instant staysAwayUntil,
        Instant at)
        implements Event {
    public VenueBudget {
        windows = List.copyOf(windows);
    }

    @Override
    public UUID key() {
        return budgetId;
    }

    /**
     * One limit; weights of its last span.
     *
     * @param below the beginning of the paths that it counts; empty when it counts all
     * @param perMillis its span
     * @param allowed what may be spent in it
     * @param healthAllowed what pings may spend in it
     * @param orders spent by orders
     * @param account spent by questions about accounts
     * @param health spent by pings and what is read along with them
     * @param open spent by questions that need no key
     * @param others spent by others from the same address, by the venue's word
     */
    public record Window(
            String below,
            long perMillis,
            long allowed,
            long healthAllowed,
            long orders,
            long account,
            long health,
            long open,
            long others) {}
}
