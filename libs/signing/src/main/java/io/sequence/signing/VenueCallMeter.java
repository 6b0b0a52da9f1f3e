package io.sequence.signing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.transport.VenueCallListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts and times calls to venues, by venue and what came of them. */
@ApplicationScoped
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
