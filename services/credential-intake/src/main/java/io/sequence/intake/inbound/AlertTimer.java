package io.sequence.intake.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.intake.outbound.alerts.AlertBook;
import io.sequence.intake.outbound.alerts.TelegramLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Once an hour, forgets alerts and codes that have had their time. */
@ApplicationScoped
class AlertTimer {
    private static final Logger LOG = Logger.getLogger(AlertTimer.class);

    private final AlertBook book;
    private final TelegramLinks links;
    private final InstantSource clock;
    private final Duration kept;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("alert-timer").daemon().factory());

    AlertTimer(
            AlertBook book,
            TelegramLinks links,
            InstantSource clock,
            @ConfigProperty(name = "sequence.alerts.kept", defaultValue = "P30D") Duration kept) {
        this.book = book;
        this.links = links;
        this.clock = clock;
        this.kept = kept;
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::sweep, 180, 3600, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void sweep() {
        try {
            Instant now = clock.instant();
            book.sweep(now.minus(kept));
            links.sweep(now);
        } catch (RuntimeException e) {
            LOG.warnf("old alerts stay for now: %s", e.getClass().getSimpleName());
        }
    }
}
