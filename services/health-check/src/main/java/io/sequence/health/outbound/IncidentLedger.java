package io.sequence.health.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.Event;
import io.sequence.events.OwnTrouble;
import io.sequence.events.Reason;
import io.sequence.events.VenueIncident;
import io.sequence.faults.Fault;
import io.sequence.health.domain.FailureKind;
import io.sequence.health.domain.OwnWatch;
import io.sequence.health.domain.OwnWatch.OwnNews;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueMood.Ours;
import io.sequence.health.domain.VenueWatch;
import io.sequence.health.domain.VenueWatch.News;
import io.sequence.health.outbound.IncidentTable.Row;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says when a venue as a whole gets into trouble, or we do, and when that is over: once, however
 * many instances see it. Who sees it first names it, others join, and it is over when the last one
 * sees no more of it.
 */
@ApplicationScoped
public class IncidentLedger {
    private static final Logger LOG = Logger.getLogger(IncidentLedger.class);
    private static final String OURS = "own:";

    private final UUID instance = UUID.randomUUID();
    private final IncidentTable table;
    private final Outbox outbox;
    private final VenueWatch venues;
    private final StatusDoor status;
    private final InstantSource clock;
    private final Queue<News> untold = new ConcurrentLinkedQueue<>();

    IncidentLedger(
            IncidentTable table,
            Outbox outbox,
            VenueWatch venues,
            StatusDoor status,
            InstantSource clock) {
        this.table = table;
        this.outbox = outbox;
        this.venues = venues;
        this.status = status;
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
                    case News.Began began -> began(began);
                    case News.Ended ended ->
                            letGo(ended.venue().value(), clock.instant(), ended.connections());
                    case News.Own own -> own(own.news());
                }
            } catch (RuntimeException e) {
                LOG.warnf("an incident is not told yet: %s", e.getClass().getName());
                return;
            }
            untold.remove();
            next = untold.peek();
        }
    }

    /**
     * Compares notes with other instances: says that this one still sees what it sees, ends what
     * nobody sees any more, and takes over what others see.
     */
    public void confer() {
        venues.heed(QuarkusTransaction.requiringNew().call(status::current));
        Map<VenueId, Incident> open =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    table.seen(
                                            instance,
                                            venues.held().values().stream()
                                                    .map(Incident::incident)
                                                    .toList());
                                    table.deserted().stream()
                                            .filter(row -> !row.subject().startsWith(OURS))
                                            .forEach(row -> close(row, clock.instant(), 0));
                                    return ofVenues();
                                });
        venues.adopt(open);
    }

    private Map<VenueId, Incident> ofVenues() {
        var open = new HashMap<VenueId, Incident>();
        for (Row row : table.all()) {
            if (!row.subject().startsWith(OURS)) {
                open.put(new VenueId(row.subject()), row.incident());
            }
        }
        return open;
    }

    private void began(News.Began began) {
        var row = new Row(began.venue().value(), began.incident());
        Incident agreed =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        open(
                                                row,
                                                incident(
                                                        began.venue(),
                                                        began.incident(),
                                                        null,
                                                        began.connections())));
        venues.agree(began.venue(), agreed);
    }

    private void own(OwnNews news) {
        String subject = OURS + news.trouble().kind().wireName();
        if (news.until() != null) {
            letGo(subject, news.until(), news.connections());
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> open(new Row(subject, row(news.trouble())), OwnWatch.told(news)));
    }

    /** Opens it, or joins what is open; which one that is. */
    private Incident open(Row row, Event began) {
        if (table.open(row)) {
            LOG.warnf("%s: %s began", row.subject(), row.incident().incident());
            outbox.append(began);
        }
        Incident agreed = table.find(row.subject()).orElse(row).incident();
        table.hold(agreed.incident(), instance);
        return agreed;
    }

    private void letGo(String subject, Instant until, int connections) {
        QuarkusTransaction.requiringNew()
                .run(() -> table.find(subject).ifPresent(row -> close(row, until, connections)));
    }

    private void close(Row row, Instant until, int connections) {
        if (!table.letGo(row.incident().incident(), instance)) {
            return;
        }
        LOG.warnf("%s: %s ended", row.subject(), row.incident().incident());
        outbox.append(
                row.subject().startsWith(OURS)
                        ? trouble(row, until, connections)
                        : incident(new VenueId(row.subject()), row.incident(), until, connections));
    }

    private static VenueIncident incident(
            VenueId venue, Incident incident, @Nullable Instant until, int connections) {
        return new VenueIncident(
                incident.incident(),
                venue,
                incident.reason(),
                incident.since(),
                until,
                connections,
                incident.planned() ? VenueIncident.Origin.PLANNED : VenueIncident.Origin.KEYS,
                incident.expectedUntil());
    }

    private static OwnTrouble trouble(Row row, Instant until, int connections) {
        String kind = row.subject().substring(OURS.length()).toUpperCase(Locale.ROOT);
        return new OwnTrouble(
                row.incident().incident(),
                OwnTrouble.Kind.valueOf(kind),
                row.incident().reason().detail(),
                row.incident().since(),
                until,
                connections);
    }

    private static Incident row(Ours ours) {
        return new Incident(
                ours.trouble(),
                FailureKind.TROUBLE,
                Reason.of(Fault.OUR_TROUBLE, ours.words()),
                ours.since());
    }
}
