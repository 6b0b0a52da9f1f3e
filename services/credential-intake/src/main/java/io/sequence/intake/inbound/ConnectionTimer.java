package io.sequence.intake.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.intake.outbound.connection.ConnectionSweeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Once an hour, forgets told events, given answers and asked checks that have had their time. */
@ApplicationScoped
class ConnectionTimer {
    private static final Logger LOG = Logger.getLogger(ConnectionTimer.class);

    private final ConnectionSweeping sweeping;
    private final InstantSource clock;
    private final Duration events;
    private final Duration answers;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("connection-timer").daemon().factory());

    ConnectionTimer(
            ConnectionSweeping sweeping,
            InstantSource clock,
            @ConfigProperty(name = "sequence.events.kept", defaultValue = "P7D") Duration events,
            @ConfigProperty(name = "sequence.idempotency.kept", defaultValue = "P7D")
                    Duration answers) {
        this.sweeping = sweeping;
        this.clock = clock;
        this.events = events;
        this.answers = answers;
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::sweep, 90, 3600, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void sweep() {
        try {
            sweeping.sweep(clock.instant(), events, answers);
        } catch (RuntimeException e) {
            LOG.warnf("old events and answers stay for now: %s", e.getClass().getSimpleName());
        }
    }
}
