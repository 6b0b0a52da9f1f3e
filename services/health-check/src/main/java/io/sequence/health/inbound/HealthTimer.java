package io.sequence.health.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.health.domain.Rhythm;
import io.sequence.health.domain.Turn;
import io.sequence.health.domain.VenueWatch;
import io.sequence.health.domain.Watchlist;
import io.sequence.health.outbound.IncidentLedger;
import io.sequence.health.outbound.KeyRing;
import io.sequence.health.outbound.ProofJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts what is due, each ping on a virtual thread and so many at once at most; keeps the
 * watchlist in step with shards and table; has proofs written every second.
 */
@ApplicationScoped
class HealthTimer {
    private static final Logger LOG = Logger.getLogger(HealthTimer.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    /** A clock that jumped this far between two rounds has seen a pause. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Watchlist watchlist;
    private final WatchSync sync;
    private final PingRun ping;
    private final ProofJournal journal;
    private final KeyRing keys;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final VenueWatch venues;
    private final IncidentLedger incidents;
    private final int inFlight;
    private final Semaphore free;
    private final Semaphore woken = new Semaphore(0);
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("health-proofs").daemon().factory());
    private volatile boolean running = true;
    private @Nullable Thread thread;

    HealthTimer(
            Watchlist watchlist,
            WatchSync sync,
            PingRun ping,
            ProofJournal journal,
            KeyRing keys,
            Rhythm rhythm,
            InstantSource clock,
            VenueWatch venues,
            IncidentLedger incidents,
            @ConfigProperty(name = "sequence.health.in-flight", defaultValue = "256")
                    int inFlight) {
        this.watchlist = watchlist;
        this.sync = sync;
        this.ping = ping;
        this.journal = journal;
        this.keys = keys;
        this.rhythm = rhythm;
        this.clock = clock;
        this.venues = venues;
        this.incidents = incidents;
        this.inFlight = inFlight;
        this.free = new Semaphore(inFlight);
    }

    /** Something changed: look at once. */
    void wake() {
        woken.release();
    }

    void start(@Observes StartupEvent event) {
        var writing = writer.scheduleWithFixedDelay(journal::write, 1, 1, TimeUnit.SECONDS);
        var sweeping = writer.scheduleWithFixedDelay(this::sweep, 10, 10, TimeUnit.SECONDS);
        thread = Thread.ofPlatform().name("health-timer").daemon().start(this::loop);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(2));
        }
        if (!free.tryAcquire(inFlight, 3, TimeUnit.SECONDS)) {
            LOG.info("stopping with pings under way");
        }
        writer.shutdownNow();
        journal.write();
    }

    private void loop() {
        Instant lookedAt = Instant.EPOCH;
        Instant roundAt = clock.instant();
        while (running) {
            try {
                Instant now = clock.instant();
                boolean called = woken.tryAcquire(wait(now).toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                now = clock.instant();
                if (Duration.between(roundAt, now).compareTo(PAUSE) > 0) {
                    LOG.warnf("paused: %d pings spread again", watchlist.spread(rhythm, now));
                }
                roundAt = now;
                if (called || Duration.between(lookedAt, now).compareTo(BETWEEN_LOOKS) >= 0) {
                    lookedAt = now;
                    sync.look();
                }
                startDue(now);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("not looked, trying again: %s", e.getMessage());
                pause();
            }
        }
    }

    private Duration wait(Instant now) {
        Duration until =
                watchlist.nextAt().map(next -> Duration.between(now, next)).orElse(LONGEST_WAIT);
        if (until.isNegative() || until.isZero()) {
            return Duration.ofMillis(free.availablePermits() > 0 ? 0 : 5);
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
        for (Turn turn : turns) {
            Thread.ofVirtual()
                    .name("ping-" + turn.watched().id())
                    .start(
                            () -> {
                                try {
                                    ping.run(turn);
                                } finally {
                                    free.release();
                                }
                            });
        }
    }

    private void sweep() {
        try {
            keys.sweep();
            venues.look(clock.instant()).forEach(incidents::tell);
        } catch (RuntimeException e) {
            LOG.warnf("not swept: %s", e.getClass().getName());
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
