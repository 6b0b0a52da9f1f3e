package io.sequence.health.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.health.domain.Shards;
import io.sequence.health.outbound.StatusDoor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has venues asked whether they are open, by one instance: the one that owns the first shard. */
@ApplicationScoped
class StatusTimer {
    private static final Logger LOG = Logger.getLogger(StatusTimer.class);
    private static final int FIRST = 0;

    private final StatusDoor door;
    private final Shards shards;
    private final Duration every;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("health-status").daemon().factory());

    StatusTimer(
            StatusDoor door,
            Shards shards,
            @ConfigProperty(name = "sequence.health.status-every", defaultValue = "60s")
                    Duration every) {
        this.door = door;
        this.shards = shards;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        var asking =
                clock.scheduleWithFixedDelay(
                        this::ask, 1_000, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void ask() {
        if (!shards.owned().contains(FIRST)) {
            return;
        }
        try {
            // The transport is asked from virtual threads.
            Thread.ofVirtual().start(door::read).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("venues are not asked for their status: %s", e.getClass().getName());
        }
    }
}
