package io.sequence.venues.transport;

import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Scope;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How the transport behaves.
 *
 * @param connectTimeout until a connection stands; a call that runs into it was never sent
 * @param answerTimeout from sending until the whole answer is here; a call that runs into it is
 *     lost
 * @param connectionsPerHost kept alive and shared
 * @param failuresToOpen transport failures in a row that open a host's breaker
 * @param breakerPause between two probes of a host whose breaker is open
 * @param budget what one address of ours may ask a venue that declares no limit of addresses, and
 *     the shares of what the others declare
 * @param budgetOf the same for single venues
 * @param addressShare part of an address's limits that this process may use, above 0 and at most 1
 * @param egress our addresses
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration answerTimeout,
        int connectionsPerHost,
        int failuresToOpen,
        Duration breakerPause,
        Budget budget,
        Map<VenueId, Budget> budgetOf,
        double addressShare,
        EgressAddresses egress) {
    /**
     * 3 s to connect, 10 s to answer, 64 connections, 5 failures, 10 s pause; venues' own limits,
     * and 100 calls a second where a venue declares none.
     */
    public static final TransportSettings STANDARD =
            new TransportSettings(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    64,
                    5,
                    Duration.ofSeconds(10),
                    Budget.of(100, Duration.ofSeconds(1)).whereNoneIsDeclared(),
                    Map.of(),
                    1,
                    EgressAddresses.ANY);

    /** The same for the venue simulator, which no budget protects. */
    public static final TransportSettings SIMULATOR =
            STANDARD.withBudget(Budget.of(1_000_000, Duration.ofSeconds(1)));

    public TransportSettings {
        budgetOf = Map.copyOf(budgetOf);
        if (!(addressShare > 0 && addressShare <= 1)) {
            throw new IllegalArgumentException("a share is above 0 and at most 1");
        }
    }

    /** Whether the limits that venues declare count; not at the simulator, which has none. */
    boolean heedsDeclared() {
        return !budget.instead();
    }

    /** The same with other time limits. */
    public TransportSettings withTimeouts(Duration connect, Duration answer) {
        return new TransportSettings(
                connect,
                answer,
                connectionsPerHost,
                failuresToOpen,
                breakerPause,
                budget,
                budgetOf,
                addressShare,
                egress);
    }

    /** The same with another breaker. */
    public TransportSettings withBreaker(int failures, Duration pause) {
        return new TransportSettings(
                connectTimeout,
                answerTimeout,
                connectionsPerHost,
                failures,
                pause,
                budget,
                budgetOf,
                addressShare,
                egress);
    }

    /** The same with another budget for every venue that has none of its own. */
    public TransportSettings withBudget(Budget each) {
        return new TransportSettings(
                connectTimeout,
                answerTimeout,
                connectionsPerHost,
                failuresToOpen,
                breakerPause,
                each,
                budgetOf,
                addressShare,
                egress);
    }

    /** The same with a budget of its own for one venue. */
    public TransportSettings withBudget(VenueId venue, Budget own) {
        var budgets = new HashMap<>(budgetOf);
        budgets.put(venue, own);
        return new TransportSettings(
                connectTimeout,
                answerTimeout,
                connectionsPerHost,
                failuresToOpen,
                breakerPause,
                budget,
                budgets,
                addressShare,
                egress);
    }

    /** The same from these addresses. */
    public TransportSettings withEgress(EgressAddresses addresses) {
        return new TransportSettings(
                connectTimeout,
                answerTimeout,
                connectionsPerHost,
                failuresToOpen,
                breakerPause,
                budget,
                budgetOf,
                addressShare,
                addresses);
    }

    /** The budget that counts for a venue. */
    Budget budgetFor(VenueId venue) {
        return budgetOf.getOrDefault(venue, budget);
    }

    /**
     * Calls that may go out in a time, and who may spend which part of it.
     *
     * @param calls in the time
     * @param per the time
     * @param healthShare part that health may spend, 0 to 1
     * @param orderReserve part that only orders may spend, 0 to 1
     * @param instead whether the calls count instead of what a venue declares, or only where it
     *     declares nothing
     */
    public record Budget(
            long calls, Duration per, double healthShare, double orderReserve, boolean instead) {
        public Budget {
            if (calls < 1 || per.isZero() || per.isNegative()) {
                throw new IllegalArgumentException("a budget is at least one call in some time");
            }
        }

        /** One that counts instead of what a venue declares. */
        public Budget(long calls, Duration per, double healthShare, double orderReserve) {
            this(calls, per, healthShare, orderReserve, true);
        }

        /** Half of it for health, a tenth for orders alone. */
        public static Budget of(long calls, Duration per) {
            return new Budget(calls, per, 0.5, 0.1);
        }

        /** The same, where a venue declares no limit of addresses. */
        public Budget whereNoneIsDeclared() {
            return new Budget(calls, per, healthShare, orderReserve, false);
        }

        /** As a limit that counts every request as one. */
        RateWindow window() {
            return new RateWindow(Scope.ADDRESS, calls, per, 1, 1).countingRequests();
        }
    }
}
