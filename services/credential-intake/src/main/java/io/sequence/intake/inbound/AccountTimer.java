package io.sequence.intake.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.intake.outbound.account.AccountNews;
import io.sequence.intake.outbound.account.AccountSweeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Once an hour, forgets codes, tokens and registrations that have had their time; a little after
 * the start, tells of accounts that are older than {@code account.changed}.
 */
@ApplicationScoped
class AccountTimer {
    private static final Logger LOG = Logger.getLogger(AccountTimer.class);

    private final AccountSweeping sweeping;
    private final AccountNews news;
    private final InstantSource clock;
    private final Duration unproven;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("account-timer").daemon().factory());

    AccountTimer(
            AccountSweeping sweeping,
            AccountNews news,
            InstantSource clock,
            @ConfigProperty(name = "sequence.accounts.unproven-lifetime", defaultValue = "P3D")
                    Duration unproven) {
        this.sweeping = sweeping;
        this.news = news;
        this.clock = clock;
        this.unproven = unproven;
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::sweep, 60, 3600, TimeUnit.SECONDS);
        var once = timer.scheduleWithFixedDelay(this::catchUp, 5, 300, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void catchUp() {
        try {
            news.catchUp();
        } catch (RuntimeException e) {
            LOG.warnf("older accounts are told of later: %s", e.getClass().getSimpleName());
        }
    }

    private void sweep() {
        try {
            sweeping.sweep(clock.instant(), unproven);
        } catch (RuntimeException e) {
            LOG.warnf("old codes and sessions stay for now: %s", e.getClass().getSimpleName());
        }
    }
}
