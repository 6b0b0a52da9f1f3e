package io.sequence.validation.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.validation.domain.Job;
import io.sequence.validation.outbound.VerdictLedger;
import io.sequence.validation.outbound.VerdictMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leases jobs that are due and runs each on a virtual thread, so many at once at most. Looks at
 * once when a submission came in, and otherwise a few times a second.
 */
@ApplicationScoped
class JobTimer {
    private static final Logger LOG = Logger.getLogger(JobTimer.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(5);

    private final VerdictLedger ledger;
    private final JobRun run;
    private final VerdictMeter meter;
    private final Duration lease;
    private final int inFlight;
    private final Semaphore free;
    private final Semaphore woken = new Semaphore(0);
    private final Set<Job> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;
    private @Nullable Thread thread;

    JobTimer(
            VerdictLedger ledger,
            JobRun run,
            VerdictMeter meter,
            @ConfigProperty(name = "sequence.validation.lease", defaultValue = "15s")
                    Duration lease,
            @ConfigProperty(name = "sequence.validation.in-flight", defaultValue = "64")
                    int inFlight) {
        this.ledger = ledger;
        this.run = run;
        this.meter = meter;
        this.lease = lease;
        this.inFlight = inFlight;
        this.free = new Semaphore(inFlight);
    }

    /** There may be something to do. */
    void wake() {
        woken.release();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("validation-jobs").daemon().start(this::loop);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
        // Jobs under way may end; what does not falls due again when its lease runs out.
        if (!free.tryAcquire(inFlight, 5, TimeUnit.SECONDS)) {
            LOG.warn("stopping with keys under examination; they will be taken over");
        }
    }

    private void loop() {
        long countedAt = 0;
        long renewedAt = System.nanoTime();
        while (running) {
            try {
                if (System.nanoTime() - countedAt > BETWEEN_COUNTS.toNanos()) {
                    meter.waiting(ledger.waiting());
                    countedAt = System.nanoTime();
                }
                if (System.nanoTime() - renewedAt > lease.toNanos() / 4) {
                    renewedAt = System.nanoTime();
                    renew();
                }
                if (!startDue()) {
                    await(IDLE);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("jobs not looked at, trying again: %s", e.getMessage());
                pause();
            }
        }
    }

    /** A venue may take longer to answer than a dead worker's jobs should wait. */
    private void renew() {
        Set<UUID> leases = underWay.stream().map(Job::lease).collect(Collectors.toSet());
        if (!leases.isEmpty()) {
            ledger.renew(leases, lease);
        }
    }

    /** Starts what is due; false when there was nothing or no room. */
    private boolean startDue() throws InterruptedException {
        if (!free.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        int room = 1 + free.drainPermits();
        List<Job> jobs = List.of();
        try {
            jobs = ledger.lease(room, lease);
        } finally {
            free.release(room - jobs.size());
        }
        for (Job job : jobs) {
            underWay.add(job);
            Thread.ofVirtual()
                    .name("job-" + job.submission().submissionId())
                    .start(() -> runThenFree(job));
        }
        return !jobs.isEmpty();
    }

    private void runThenFree(Job job) {
        try {
            run.run(job);
        } finally {
            underWay.remove(job);
            free.release();
        }
    }

    private void await(Duration atMost) throws InterruptedException {
        if (woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
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
