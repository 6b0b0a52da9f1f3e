package io.sequence.health.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.VenueIncident;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueWatch.News;
import io.sequence.health.domain.VenueWatch.News.Began;
import io.sequence.health.domain.VenueWatch.News.Ended;
import io.sequence.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says when a venue as a whole gets into trouble, and when that is over. */
@ApplicationScoped
public class IncidentLedger {
    private static final Logger LOG = Logger.getLogger(IncidentLedger.class);

    private final Outbox outbox;
    private final InstantSource clock;

    IncidentLedger(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Says it. */
    public void tell(News news) {
        switch (news) {
            case Began began -> say(began, null);
            case Ended ended -> say(ended, clock.instant());
        }
    }

    private void say(News news, @Nullable Instant until) {
        Incident incident = news.incident();
        LOG.warnf(
                "incident %s at %s %s: %s",
                incident.incident(),
                news.venue(),
                until == null ? "began" : "ended",
                incident.kind());
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                outbox.append(
                                        new VenueIncident(
                                                incident.incident(),
                                                news.venue(),
                                                incident.reason(),
                                                incident.since(),
                                                until,
                                                news.connections())));
    }
}
