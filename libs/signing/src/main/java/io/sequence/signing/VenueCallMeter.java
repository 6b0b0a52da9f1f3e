package io.sequence.signing;

import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.venues.transport.VenueCallListener;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts and times calls to venues, by venue and what came of them. */
@ApplicationScoped
class VenueCallMeter implements VenueCallListener {
    private final MeterRegistry meters;

    VenueCallMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void called(Call call) {
        meters.timer(
                        "sequence.venue.calls",
                        "venue",
                        call.venue().value(),
                        "class",
                        call.callClass().name(),
                        "outcome",
                        call.outcome())
                .record(call.took());
    }
}
