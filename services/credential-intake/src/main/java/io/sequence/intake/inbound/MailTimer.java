package io.sequence.intake.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.intake.outbound.support.MailBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Once an hour, forgets how mails stand that have had their time. */
@ApplicationScoped
class MailTimer {
    private static final Logger LOG = Logger.getLogger(MailTimer.class);

    private final MailBook book;
    private final InstantSource clock;
    private final Duration kept;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("mail-timer").daemon().factory());

    MailTimer(
            MailBook book,
            InstantSource clock,
            @ConfigProperty(name = "sequence.mails.kept", defaultValue = "P30D") Duration kept) {
        this.book = book;
        this.clock = clock;
        this.kept = kept;
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::sweep, 120, 3600, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void sweep() {
        try {
            book.sweep(clock.instant().minus(kept));
        } catch (RuntimeException e) {
            LOG.warnf("old mails stay for now: %s", e.getClass().getSimpleName());
        }
    }
}
