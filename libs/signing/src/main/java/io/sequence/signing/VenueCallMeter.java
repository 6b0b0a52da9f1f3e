package io.sequence.signing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.transport.BudgetFacts;
import io.sequence.venues.transport.VenueCallListener;
import io.sequence.vocabulary.VenueId;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/** Counts and times calls to venues, by venue and what came of them, and shows their budgets. */
@Singleton
class VenueCallMeter implements VenueCallListener {
    private final MeterRegistry meters;

    /** The registry's own search is half the cost of counting. */
    private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    VenueCallMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void called(Call call) {
        var kind = new Kind(call.venue().value(), call.callClass(), call.outcome());
        timers.computeIfAbsent(kind, this::timer).record(call.took());
    }

    /** Gauges that read the budget when they are asked; nothing is counted twice. */
    @Override
    public void opened(
            VenueId venue, String address, LongFunction<BudgetFacts> facts, SpentPart spent) {
        Tags tags = Tags.of("venue", venue.value(), "address", address.isEmpty() ? "any" : address);
        for (CallClass kind : CallClass.values()) {
            Gauge.builder(
                            "sequence.venue.budget.spent",
                            spent,
                            part -> part.of(kind, System.currentTimeMillis()))
                    .tags(tags.and("class", kind.name()))
                    .strongReference(true)
                    .register(meters);
        }
        gauge("sequence.venue.budget.allowed", tags, facts, VenueCallMeter::allowed);
        gauge("sequence.venue.budget.others", tags, facts, VenueCallMeter::others);
        gauge("sequence.venue.budget.pings", tags, facts, BudgetFacts::pingsPerMinute);
        gauge(
                "sequence.venue.budget.away",
                tags,
                facts,
                now -> now.staysAwayUntil() == null ? 0 : 1);
        counter("sequence.venue.budget.backoffs", tags, facts, BudgetFacts::backOffs);
        counter("sequence.venue.budget.held.back", tags, facts, BudgetFacts::heldBack);
    }

    private void gauge(
            String name,
            Tags tags,
            LongFunction<BudgetFacts> facts,
            ToDoubleFunction<BudgetFacts> value) {
        Gauge.builder(name, facts, now -> value.applyAsDouble(read(now)))
                .tags(tags)
                .strongReference(true)
                .register(meters);
    }

    private void counter(
            String name,
            Tags tags,
            LongFunction<BudgetFacts> facts,
            ToDoubleFunction<BudgetFacts> value) {
        FunctionCounter.builder(name, facts, now -> value.applyAsDouble(read(now)))
                .tags(tags)
                .register(meters);
    }

    private static BudgetFacts read(LongFunction<BudgetFacts> facts) {
        return facts.apply(System.currentTimeMillis());
    }

    /** Weight a minute of the tightest limit. */
    private static double allowed(BudgetFacts facts) {
        return facts.windows().stream()
                .mapToDouble(window -> 60_000.0 * window.allowed() / window.per().toMillis())
                .min()
                .orElse(0);
    }

    private static double others(BudgetFacts facts) {
        return facts.windows().stream()
                .mapToDouble(window -> (double) window.others() / window.allowed())
                .max()
                .orElse(0);
    }

    private Timer timer(Kind kind) {
        return meters.timer(
                "sequence.venue.calls",
                "venue",
                kind.venue(),
                "class",
                kind.callClass().name(),
                "outcome",
                kind.outcome());
    }

    /** Calls that are counted together. */
    private record Kind(String venue, CallClass callClass, String outcome) {}
}
