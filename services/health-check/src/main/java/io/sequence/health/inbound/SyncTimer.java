package io.sequence.health.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the watchlist in step with shards and table, on a thread of its own: pings wait for no
 * database.
 */
@ApplicationScoped
class SyncTimer {
    private static final Logger LOG = Logger.getLogger(SyncTimer.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final WatchSync sync;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running = true;
    private @Nullable Thread thread;

    SyncTimer(WatchSync sync) {
        this.sync = sync;
    }

    /** Something changed: look at once. */
    void wake() {
        woken.release();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("health-sync").daemon().start(this::loop);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(2));
        }
    }

    private void loop() {
        Duration pause = BETWEEN_LOOKS;
        while (running) {
            try {
                boolean called = woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                if (running) {
                    sync.look();
                }
                pause = BETWEEN_LOOKS;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("not looked, trying again: %s", e.getMessage());
                pause = AFTER_FAILURE;
            }
        }
    }
}
