package io.sequence.health.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.health.domain.InspectionBook;
import io.sequence.health.domain.Pauses;
import io.sequence.health.domain.Rhythm;
import io.sequence.health.domain.Turn;
import io.sequence.health.domain.VenueWatch;
import io.sequence.health.domain.Watchlist;
import io.sequence.health.outbound.ClockDoor;
import io.sequence.health.outbound.IncidentLedger;
import io.sequence.health.outbound.KeyRing;
import io.sequence.health.outbound.ProofJournal;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts what is due, each ping on a virtual thread and so many at once at most; has proofs written
 * every second and keys of coming pings opened beforehand.
 */
@ApplicationScoped
class HealthTimer {
    private static final Logger LOG = Logger.getLogger(HealthTimer.class);

    /** What comes due within a round is started together: a round a ping would be a core's work. */
    private static final Duration ROUND = Duration.ofMillis(5);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);
    private static final Duration OPENED_BEFOREHAND = Duration.ofSeconds(2);

    private final Watchlist watchlist;
    private final PingRun ping;
    private final ProofJournal journal;
    private final KeyRing keys;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final VenueWatch venues;
    private final IncidentLedger incidents;
    private final Pauses pauses;
    private final InspectionBook inspections;
    private final ClockDoor clocks;
    private final int inFlight;
    private final Semaphore free;
    private final ScheduledExecutorService writer = single("health-proofs");
    private final ScheduledExecutorService locksmith = single("health-keys");
    private volatile boolean running = true;

    /** More is due than may be under way. */
    private volatile boolean behind;

    private @Nullable Thread thread;

    HealthTimer(
            Watchlist watchlist,
            PingRun ping,
            ProofJournal journal,
            KeyRing keys,
            Rhythm rhythm,
            InstantSource clock,
            VenueWatch venues,
            IncidentLedger incidents,
            Pauses pauses,
            InspectionBook inspections,
            ClockDoor clocks,
            @ConfigProperty(name = "sequence.health.in-flight", defaultValue = "2048")
                    int inFlight) {
        this.watchlist = watchlist;
        this.ping = ping;
        this.journal = journal;
        this.keys = keys;
        this.rhythm = rhythm;
        this.clock = clock;
        this.venues = venues;
        this.incidents = incidents;
        this.pauses = pauses;
        this.inspections = inspections;
        this.clocks = clocks;
        this.inFlight = inFlight;
        this.free = new Semaphore(inFlight);
    }

    void start(@Observes StartupEvent event) {
        var writing = writer.scheduleWithFixedDelay(journal::write, 1, 1, TimeUnit.SECONDS);
        var sweeping = writer.scheduleWithFixedDelay(this::sweep, 10, 10, TimeUnit.SECONDS);
        var conferring = writer.scheduleWithFixedDelay(this::confer, 2, 2, TimeUnit.SECONDS);
        var opening = locksmith.scheduleWithFixedDelay(this::open, 0, 500, TimeUnit.MILLISECONDS);
        thread = Thread.ofPlatform().name("health-timer").daemon().start(this::loop);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.join(Duration.ofSeconds(2));
        }
        if (!free.tryAcquire(inFlight, 3, TimeUnit.SECONDS)) {
            LOG.info("stopping with pings under way");
        }
        locksmith.shutdownNow();
        writer.shutdownNow();
        journal.write();
    }

    private void loop() {
        while (running) {
            try {
                Thread.sleep(wait(clock.instant()));
                Instant now = clock.instant();
                if (pauses.tick(now)) {
                    LOG.warnf("paused: %d pings spread again", watchlist.spread(rhythm, now));
                }
                startDue(now);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("no turns, trying again: %s", e.getClass().getName());
            }
        }
    }

    private Duration wait(Instant now) {
        Duration until =
                watchlist.nextAt().map(next -> Duration.between(now, next)).orElse(LONGEST_WAIT);
        if (until.compareTo(ROUND) < 0) {
            return ROUND;
        }
        return until.compareTo(LONGEST_WAIT) < 0 ? until : LONGEST_WAIT;
    }

    private void startDue(Instant now) {
        int room = free.drainPermits();
        List<Turn> turns = List.of();
        try {
            turns = watchlist.take(now, room);
        } finally {
            free.release(room - turns.size());
        }
        behind = turns.size() == room;
        for (Turn turn : turns) {
            Thread.ofVirtual().start(() -> run(turn));
        }
    }

    /**
     * Who is done while more is due goes on with that: a round would leave it lying until the next.
     */
    private void run(Turn first) {
        try {
            ping.run(first);
            while (running && behind) {
                List<Turn> next = watchlist.take(clock.instant(), 1);
                if (next.isEmpty()) {
                    return;
                }
                ping.run(next.getFirst());
            }
        } finally {
            free.release();
        }
    }

    private void open() {
        try {
            keys.prepare(watchlist.until(clock.instant().plus(OPENED_BEFOREHAND)));
        } catch (RuntimeException e) {
            LOG.debugf("keys are opened by their pings: %s", e.getClass().getName());
        }
    }

    private void sweep() {
        try {
            Set<ConnectionId> watched = watchlist.ids();
            keys.sweep(watched::contains);
            inspections.sweep(watched::contains);
            venues.look(clock.instant()).forEach(incidents::tell);
            clocks.look();
            incidents.retell();
        } catch (RuntimeException e) {
            LOG.warnf("not swept: %s", e.getClass().getName());
        }
    }

    private void confer() {
        try {
            incidents.confer();
        } catch (RuntimeException e) {
            LOG.debugf("not conferred: %s", e.getClass().getName());
        }
    }

    private static ScheduledExecutorService single(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
