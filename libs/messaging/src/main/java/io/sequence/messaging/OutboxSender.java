package io.sequence.messaging;

import io.sequence.messaging.OutboxTable.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends rows to the broker and returns when it has all of them; throws when it may not have one.
 */
final class OutboxSender implements AutoCloseable {
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;

    private final KafkaProducer<String, String> producer;
    private final String topicPrefix;
    private final String source;

    OutboxSender(String bootstrapServers, String topicPrefix, String service) {
        this.topicPrefix = topicPrefix;
        this.source = "/" + service;
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        service + "-outbox",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // Kafka 4 waits 5 ms for company by default; a journey has four hops.
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        DELIVERY_TIMEOUT_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        DELIVERY_TIMEOUT_MILLIS / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_TIMEOUT_MILLIS,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500);
        this.producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    void send(List<Waiting> rows) {
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (Waiting row : rows) {
            Future<RecordMetadata> one = producer.send(toRecord(row));
            if (one.isDone()) {
                // It failed before it was sent: what follows must not overtake it.
                await(one);
            }
            sent.add(one);
        }
        for (Future<RecordMetadata> one : sent) {
            await(one);
        }
    }

    private ProducerRecord<String, String> toRecord(Waiting row) {
        var entry =
                new ProducerRecord<>(
                        topicPrefix + row.topic(), row.recordKey().toString(), row.payload());
        new Envelope(row.eventId(), source, row.topic(), row.createdAt(), row.traceparent())
                .writeTo(entry.headers(), row.recordKey().toString());
        return entry;
    }

    private static void await(Future<RecordMetadata> one) {
        try {
            one.get(2L * DELIVERY_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("broker: " + Trouble.describe(e));
        } catch (TimeoutException e) {
            throw new IllegalStateException("broker: no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending");
        }
    }

    /** Gives up what the broker has not confirmed at once, lest it arrive after what follows. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
