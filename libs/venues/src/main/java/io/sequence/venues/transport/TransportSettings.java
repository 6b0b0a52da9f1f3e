package io.sequence.venues.transport;

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
 * @param budget what a venue lets one address of ours ask, unless it has one of its own
 * @param budgetOf budgets of single venues
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration answerTimeout,
        int connectionsPerHost,
        int failuresToOpen,
        Duration breakerPause,
        Budget budget,
        Map<VenueId, Budget> budgetOf) {
    /**
     * 3 s to connect, 10 s to answer, 64 connections, 5 failures, 10 s pause, 100 calls a second.
     */
    public static final TransportSettings STANDARD =
            new TransportSettings(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    64,
                    5,
                    Duration.ofSeconds(10),
                    Budget.of(100, Duration.ofSeconds(1)),
                    Map.of());

    /** The same for the venue simulator, which no budget protects. */
    public static final TransportSettings SIMULATOR =
            STANDARD.withBudget(Budget.of(1_000_000, Duration.ofSeconds(1)));

    public TransportSettings {
        budgetOf = Map.copyOf(budgetOf);
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
                budgetOf);
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
                budgetOf);
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
                budgetOf);
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
                budgets);
    }

    /** The budget that counts for a venue. */
    Budget budgetFor(VenueId venue) {
        return budgetOf.getOrDefault(venue, budget);
    }

    /**
     * Calls that may go out in a time, evenly refilled.
     *
     * @param calls at once at most
     * @param per the time in which that many are refilled
     * @param healthShare part that health may spend, 0 to 1
     * @param orderReserve part that only orders may spend, 0 to 1
     */
    public record Budget(long calls, Duration per, double healthShare, double orderReserve) {
        public Budget {
            if (calls < 1 || per.isZero() || per.isNegative()) {
                throw new IllegalArgumentException("a budget is at least one call in some time");
            }
        }

        /** Half of it for health, a tenth for orders alone. */
        public static Budget of(long calls, Duration per) {
            return new Budget(calls, per, 0.5, 0.1);
        }
    }
}
