package io.sequence.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to Kafka: in order, every row at least once, deleted when the broker has it on
 * disk. Several instances of a service take turns. While the broker is away rows wait; nothing is
 * lost and nothing else stops.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration IDLE_POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(5);
    private static final int BATCH = 500;

    private final OutboxTable table;
    private final OutboxSignal signal;
    private final BrokerReadiness broker;
    private final String bootstrapServers;
    private final String topicPrefix;
    private final String service;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();
    private volatile boolean running = true;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxTable table,
            OutboxSignal signal,
            @Readiness BrokerReadiness broker,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "sequence.kafka.topic-prefix")
                    java.util.Optional<String> topicPrefix,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.table = table;
        this.signal = signal;
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
        this.topicPrefix = topicPrefix.orElse("");
        this.service = service;
        meters.gauge("sequence.outbox.waiting", waiting);
        meters.gauge(
                "sequence.outbox.oldest.seconds", oldestMillis, millis -> millis.get() / 1000.0);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relay);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        signal.raise();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void relay() {
        while (running) {
            // A new sender after each failure: the old one may be broken for good, may still hold
            // records that would overtake, and cannot even be made while the broker has no name.
            try (var sender = new OutboxSender(bootstrapServers, topicPrefix, service)) {
                carryUntilTrouble(sender);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("outbox not relayed, trying again: %s", Trouble.describe(e));
                awaitBroker();
            }
        }
    }

    private void carryUntilTrouble(OutboxSender sender) throws InterruptedException {
        long measuredAt = System.nanoTime() - BETWEEN_MEASUREMENTS.toNanos();
        while (running) {
            if (System.nanoTime() - measuredAt >= BETWEEN_MEASUREMENTS.toNanos()) {
                measure();
                measuredAt = System.nanoTime();
            }
            if (carryBatch(sender) < BATCH) {
                signal.await(IDLE_POLL);
            }
        }
    }

    private int carryBatch(OutboxSender sender) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var rows = table.lockNext(BATCH);
                            if (!rows.isEmpty()) {
                                sender.send(rows);
                                table.delete(rows);
                            }
                            return rows.size();
                        });
    }

    private void measure() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            var backlog = table.backlog();
                            waiting.set(backlog.rows());
                            oldestMillis.set(backlog.oldest().toMillis());
                        });
    }

    /** Before its turn: an instance that is cut off must not keep the others waiting. */
    private void awaitBroker() {
        do {
            pause();
        } while (running && !broker.answers());
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
