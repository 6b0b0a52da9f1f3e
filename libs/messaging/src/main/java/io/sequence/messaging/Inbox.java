package io.sequence.messaging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.Event;
import io.sequence.events.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes each event in once: the note that it came and its effect are one transaction. While the
 * database is away it waits and holds the partition; a record that fails for a reason of its own is
 * tried a few times and then thrown, whereupon the connector puts it on the topic's dead-letter
 * topic and the partition goes on.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final String NOTE =
            "insert into inbox (event_id) values (?) on conflict (event_id) do nothing";

    private final DataSource dataSource;
    private final Tracer tracer;

    Inbox(DataSource dataSource, OpenTelemetry telemetry) {
        this.dataSource = dataSource;
        this.tracer = telemetry.getTracer("io.sequence.messaging");
    }

    /** What an event brings about, inside the transaction that notes it. */
    @FunctionalInterface
    public interface Effect<T extends Event> {
        /**
         * Must only write to the database (the outbox included): it may run again after a rollback.
         */
        void apply(T event, Envelope envelope);
    }

    /**
     * Takes a record in, unless it was taken in before. Blocks until that is durable.
     *
     * @throws PoisonedRecord when it cannot be taken in, however often it is tried
     */
    public <T extends Event> void receive(
            ConsumerRecord<String, String> entry, Class<T> type, Effect<T> effect) {
        Envelope envelope;
        T event;
        try {
            envelope = Envelope.of(entry);
            event = EventJson.read(entry.value() == null ? "null" : entry.value(), type);
        } catch (IllegalArgumentException e) {
            throw new PoisonedRecord(entry, String.valueOf(e.getMessage()));
        }
        Span span =
                tracer.spanBuilder(envelope.type() + " receive")
                        .setParent(TraceParent.context(envelope.traceparent()))
                        .setSpanKind(SpanKind.CONSUMER)
                        .startSpan();
        try (Scope scope = span.makeCurrent()) {
            apply(entry, event, envelope, effect);
        } finally {
            span.end();
        }
    }

    private <T extends Event> void apply(
            ConsumerRecord<String, String> entry, T event, Envelope envelope, Effect<T> effect) {
        Duration pause = FIRST_PAUSE;
        int attempts = 0;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> once(event, envelope, effect));
                return;
            } catch (RuntimeException e) {
                boolean passing = Trouble.isPassing(e);
                if (!passing && ++attempts >= ATTEMPTS) {
                    LOG.errorf(e, "%s %s cannot be taken in", envelope.type(), envelope.id());
                    throw new PoisonedRecord(entry, Trouble.describe(e));
                }
                LOG.warnf(
                        "%s %s not taken in yet (%s): %s",
                        envelope.type(),
                        envelope.id(),
                        passing ? "database" : "attempt " + attempts,
                        Trouble.describe(e));
                sleep(pause);
                pause =
                        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                                ? LONGEST_PAUSE
                                : pause.multipliedBy(2);
            }
        }
    }

    private <T extends Event> void once(T event, Envelope envelope, Effect<T> effect) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, envelope.id());
            if (note.executeUpdate() == 0) {
                return;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("inbox", e);
        }
        effect.apply(event, envelope);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            // The service stops. Giving up now would put a good record on the dead-letter topic;
            // trying on until the process ends leaves it to the next instance.
            LOG.debug("interrupted while waiting to take a record in");
        }
    }
}
