package io.sequence.launcher.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.launcher.outbound.BotLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Counts the bots now and then, for the metric {@code sequence.bots} by state. */
@ApplicationScoped
class CensusTimer {
    private static final Logger LOG = Logger.getLogger(CensusTimer.class);

    private final BotLedger ledger;
    private final MeterRegistry meters;
    private final Duration interval;
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("census-timer").daemon().factory());

    CensusTimer(
            BotLedger ledger,
            MeterRegistry meters,
            @ConfigProperty(name = "sequence.launcher.census", defaultValue = "15s")
                    Duration interval) {
        this.ledger = ledger;
        this.meters = meters;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        long millis = interval.toMillis();
        var unused = thread.scheduleWithFixedDelay(this::count, 0, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void count() {
        try {
            ledger.census().forEach((state, count) -> gauge(state).set(count));
        } catch (RuntimeException e) {
            LOG.warnf("bots not counted this time: %s", e.getMessage());
        }
    }

    private AtomicLong gauge(String state) {
        return counts.computeIfAbsent(
                state,
                name -> meters.gauge("sequence.bots", Tags.of("state", name), new AtomicLong()));
    }
}
