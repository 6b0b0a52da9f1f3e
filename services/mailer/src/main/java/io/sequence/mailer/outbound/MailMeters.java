package io.sequence.mailer.outbound;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.mailer.domain.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the mailer counts. */
@ApplicationScoped
public class MailMeters {
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile MailQueue.State state = new MailQueue.State(0, null);

    MailMeters(MeterRegistry registry, Clock clock, SmtpDoor door) {
        this.registry = registry;
        this.clock = clock;
        Gauge.builder("sequence.mail.queue.depth", this, meters -> meters.state.depth())
                .description("letters that wait")
                .register(registry);
        Gauge.builder("sequence.mail.queue.oldest", this, MailMeters::oldestSeconds)
                .description("how long the oldest of them waits")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("sequence.mail.smtp.up", door, d -> d.awaySince().isPresent() ? 0 : 1)
                .description("whether the mail server answered the last time it was asked")
                .register(registry);
    }

    /** The queue as it was looked at last. */
    public MailQueue.State state() {
        return state;
    }

    /** Takes note of how the queue stands. */
    public void noteState(MailQueue.State now) {
        state = now;
    }

    /**
     * Counts a letter that came to its end: {@code sent}, {@code failed}, {@code expired} or {@code
     * unwanted}.
     */
    void count(Template template, String outcome) {
        registry.counter("sequence.mails", "template", template.wireName(), "outcome", outcome)
                .increment();
    }

    private double oldestSeconds() {
        @Nullable Instant oldest = state.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
