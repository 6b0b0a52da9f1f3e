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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says when a venue as a whole gets into trouble, and when that is over. */
@ApplicationScoped
public class IncidentLedger {
    private static final Logger LOG = Logger.getLogger(IncidentLedger.class);

    private final Outbox outbox;
    private final InstantSource clock;
    private final Queue<News> untold = new ConcurrentLinkedQueue<>();

    IncidentLedger(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Says it, as soon as it can be written down; the watch tells each of them once only. */
    public void tell(News news) {
        untold.add(news);
        retell();
    }

    /** Says what could not be written down yet, in its order. */
    public synchronized void retell() {
        News next = untold.peek();
        while (next != null) {
            try {
                switch (next) {
                    case Began began -> say(began, null);
                    case Ended ended -> say(ended, clock.instant());
                }
            } catch (RuntimeException e) {
                LOG.warnf("incident at %s not told yet: %s", next.venue(), e.getMessage());
                return;
            }
            untold.remove();
            next = untold.peek();
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
