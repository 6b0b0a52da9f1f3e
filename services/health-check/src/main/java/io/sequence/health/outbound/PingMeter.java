package io.sequence.health.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sequence.events.HealthState;
import io.sequence.events.OwnTrouble.Kind;
import io.sequence.health.domain.HealthMachine.Transition;
import io.sequence.health.domain.Observation;
import io.sequence.health.domain.OwnWatch;
import io.sequence.health.domain.Turn;
import io.sequence.health.domain.VenueWatch;
import io.sequence.health.domain.Watchlist;
import io.sequence.health.outbound.VenueDoor.Asked;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Pings by venue and what came of them, how late they began, and how connections stand. */
@Singleton
public class PingMeter {
    private final MeterRegistry meters;
    private final Timer lateness;

    /** The registry's own search is half the cost of counting. */
    private final ConcurrentMap<Pinged, Timer> pings = new ConcurrentHashMap<>();

    PingMeter(MeterRegistry meters, Watchlist watchlist, VenueWatch venues, OwnWatch own) {
        this.meters = meters;
        this.lateness =
                Timer.builder("sequence.health.ping.lateness")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(1))
                        .maximumExpectedValue(Duration.ofMinutes(2))
                        .register(meters);
        meters.gauge("sequence.health.watched", watchlist, Watchlist::size);
        meters.gauge("sequence.health.incidents", venues, watch -> watch.incidents().size());
        for (Kind kind : Kind.values()) {
            meters.gauge(
                    "sequence.health.own_trouble",
                    io.micrometer.core.instrument.Tags.of("kind", kind.wireName()),
                    own,
                    watch -> watch.has(kind) ? 1 : 0);
        }
        for (HealthState state : HealthState.values()) {
            meters.gauge(
                    "sequence.health.connections",
                    io.micrometer.core.instrument.Tags.of("state", state.wireName()),
                    watchlist,
                    list -> list.count(state));
        }
    }

    /** A turn began. */
    public void began(Turn turn, Instant now) {
        Duration late = Duration.between(turn.dueAt(), now);
        lateness.record(late.isNegative() ? Duration.ZERO : late);
    }

    /** A ping is over. */
    public void pinged(Turn turn, Asked asked) {
        String outcome =
                switch (asked.observation()) {
                    case Observation.Worked worked -> "worked";
                    case Observation.Failed failed -> failed.reason().fault().name();
                };
        var kind = new Pinged(turn.watched().about().venue().value(), outcome);
        pings.computeIfAbsent(kind, this::timer).record(asked.took());
    }

    private Timer timer(Pinged kind) {
        return meters.timer(
                "sequence.health.pings", "venue", kind.venue(), "outcome", kind.outcome());
    }

    /** From the last proof, after which it cannot have worked, to the transition. */
    private Timer detection(HealthState to) {
        return Timer.builder("sequence.health.time_to_detect")
                .tag("to", to.wireName())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofSeconds(1))
                .maximumExpectedValue(Duration.ofMinutes(15))
                .register(meters);
    }

    /** Pings that are counted together. */
    private record Pinged(String venue, String outcome) {}

    /** A connection went from one state to another. */
    public void moved(Turn turn, Transition transition, Instant now) {
        HealthState to = transition.to();
        Instant proof = turn.standing().lastProofAt();
        if (transition.from() == HealthState.CONNECTED && proof != null) {
            detection(to).record(Duration.between(proof, now));
        }
        meters.counter(
                        "sequence.health.transitions",
                        "venue",
                        turn.watched().about().venue().value(),
                        "to",
                        to.wireName())
                .increment();
    }
}
