package io.sequence.mailer.outbound;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.events.AlertKind;
import io.sequence.events.ChannelKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is counted of alerts. */
@ApplicationScoped
public class AlertMeters {
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile AlertQueue.State state = new AlertQueue.State(0, null);

    AlertMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        Gauge.builder("sequence.alert.queue.depth", this, meters -> meters.state.depth())
                .description("alerts that wait, a channel each")
                .register(registry);
        Gauge.builder("sequence.alert.queue.oldest", this, AlertMeters::oldestSeconds)
                .description("how long the oldest of them waits")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Takes note of how the queue stands. */
    public void noteState(AlertQueue.State now) {
        state = now;
    }

    /** Counts an alert that came to its end on a channel. */
    void count(@Nullable ChannelKind channel, AlertKind kind, String outcome) {
        registry.counter(
                        "sequence.alerts",
                        "channel",
                        channel == null ? "unknown" : channel.wireName(),
                        "kind",
                        kind.wireName(),
                        "outcome",
                        outcome)
                .increment();
    }

    private double oldestSeconds() {
        @Nullable Instant oldest = state.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
