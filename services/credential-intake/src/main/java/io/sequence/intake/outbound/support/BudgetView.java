package io.sequence.intake.outbound.support;

import io.sequence.events.VenueBudget;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a venue lets one of our addresses ask, and how one process that pings stands with it.
 *
 * @param budgetId names it
 * @param venue whose limits
 * @param address ours; empty when the machine chooses it
 * @param instance the process
 * @param limits what the venue allows, and what is spent of it
 * @param connections that the process pings through it
 * @param pingsWanted a minute, when each of them is pinged once an interval
 * @param pingsCarried a minute at most
 * @param waiting pings that are due and wait for room
 * @param waitingSince since when the first of those is due; null when none waits
 * @param backOffs how often the venue had us stay away since the process began
 * @param staysAwayUntil until when nothing goes out; null when calls do
 * @param toldAt when this was so
 */
public record BudgetView(
        UUID budgetId,
        VenueId venue,
        String address,
        UUID instance,
        List<LimitView> limits,
        int connections,
        long pingsWanted,
        long pingsCarried,
        int waiting,
        @Nullable Instant waitingSince,
        long backOffs,
        @Nullable Instant staysAwayUntil,
        Instant toldAt) {
    /**
     * One limit; weights of its last span.
     *
     * @param below the beginning of the paths that it counts; empty when it counts all
     * @param perSeconds its span
     * @param allowed what may be spent in it
     * @param healthAllowed what pings may spend in it
     * @param orders spent by orders
     * @param account spent by questions about accounts
     * @param health spent by pings
     * @param open spent by questions that need no key
     * @param others spent by others from the same address, by the venue's word
     */
    public record LimitView(
            String below,
            double perSeconds,
            long allowed,
            long healthAllowed,
            long orders,
            long account,
            long health,
            long open,
            long others) {}

    static BudgetView of(VenueBudget told) {
        return new BudgetView(
                told.budgetId(),
                told.venue(),
                told.address(),
                told.instance(),
                told.windows().stream().map(BudgetView::limit).toList(),
                told.connections(),
                told.pingsWanted(),
                told.pingsCarried(),
                told.waiting(),
                told.waitingSince(),
                told.backOffs(),
                told.staysAwayUntil(),
                told.at());
    }

    private static LimitView limit(VenueBudget.Window window) {
        return new LimitView(
                window.below(),
                window.perMillis() / 1000.0,
                window.allowed(),
                window.healthAllowed(),
                window.orders(),
                window.account(),
                window.health(),
                window.open(),
                window.others());
    }
}
