package io.sequence.health.outbound;

import io.sequence.health.domain.OwnWatch;
import io.sequence.health.domain.VenueWatch.News;
import io.sequence.venues.api.VenueTransport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Compares our clock with what venues' answers told of theirs. */
@ApplicationScoped
public class ClockDoor {
    private final VenueTransport transport;
    private final OwnWatch own;
    private final IncidentLedger incidents;
    private final InstantSource clock;

    ClockDoor(
            VenueTransport transport, OwnWatch own, IncidentLedger incidents, InstantSource clock) {
        this.transport = transport;
        this.own = own;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Says when ours is wrong, and when it is right again. */
    public void look() {
        own.clocks(transport.clocksAhead().values(), clock.instant())
                .map(News.Own::new)
                .ifPresent(incidents::tell);
    }
}
