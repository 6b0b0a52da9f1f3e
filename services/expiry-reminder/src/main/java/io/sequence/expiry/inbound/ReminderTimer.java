package io.sequence.expiry.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.expiry.domain.ReminderStep;
import io.sequence.expiry.outbound.ReminderLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks at every tick what is due, and at once after a key was validated. */
@ApplicationScoped
class ReminderTimer {
    private static final Logger LOG = Logger.getLogger(ReminderTimer.class);
    private static final int BATCH = 100;

    private final ReminderLedger ledger;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Duration tick;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("reminder-timer").daemon().factory());

    ReminderTimer(
            ReminderLedger ledger,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "sequence.expiry.tick", defaultValue = "30s") Duration tick) {
        this.ledger = ledger;
        this.clock = clock;
        this.meters = meters;
        this.tick = tick;
        for (ReminderStep step : ReminderStep.values()) {
            count(step, 0);
        }
    }

    void start(@Observes StartupEvent event) {
        long millis = tick.toMillis();
        var unused = thread.scheduleWithFixedDelay(this::tick, 0, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Does not wait for the next tick. Asked for many times meanwhile, it happens once. */
    void tickSoon() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::tick);
            } catch (RejectedExecutionException e) {
                LOG.debug("stopping; the next start says what is due");
            }
        }
    }

    private void tick() {
        asked.set(false);
        try {
            List<ReminderStep> said;
            do {
                said = ledger.sayDue(clock.instant(), BATCH);
                said.forEach(step -> count(step, 1));
            } while (!said.isEmpty() && !thread.isShutdown());
        } catch (RuntimeException e) {
            LOG.warnf("reminders wait for the next tick: %s", e.getMessage());
        }
    }

    private void count(ReminderStep step, int amount) {
        meters.counter("sequence.reminders.said", "step", Integer.toString(step.daysBefore()))
                .increment(amount);
    }
}
