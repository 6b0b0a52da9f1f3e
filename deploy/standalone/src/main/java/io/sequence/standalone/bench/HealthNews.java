package io.sequence.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every transition that was told in a house, from its beginning on. Safe for threads. */
public final class HealthNews implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, String> consumer;
    private final List<TopicPartition> partitions;
    private final List<Told> told = new ArrayList<>();

    /**
     * One transition.
     *
     * @param connection whose
     * @param state the state now, e.g. {@code reauth_needed}
     * @param fault why, empty when connected
     * @param repaired what the alarm that ends was about, empty when none does
     * @param at when, RFC 3339
     */
    public record Told(String connection, String state, String fault, String repaired, String at) {
        static Told of(String json) {
            try {
                JsonNode event = JSON.readTree(json);
                return new Told(
                        event.path("about").path("connection_id").asText(),
                        event.path("state").asText(),
                        event.path("reason").path("fault").asText(),
                        event.path("repaired").path("fault").asText(),
                        event.path("at").asText());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** When. */
        public Instant when() {
            return Instant.parse(at);
        }
    }

    /** From that broker. */
    public HealthNews(String kafka) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new StringDeserializer(),
                        new StringDeserializer());
        partitions =
                consumer.partitionsFor("key.health").stream()
                        .map(part -> new TopicPartition(part.topic(), part.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All so far; those of one connection in their order. */
    public synchronized List<Told> soFar() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
            consumer.poll(Duration.ofMillis(200))
                    .forEach(record -> told.add(Told.of(record.value())));
        }
        return List.copyOf(told);
    }

    /** Those of one connection after the first so many. */
    public List<Told> of(String connection, int without) {
        return soFar().stream()
                .filter(one -> one.connection().equals(connection))
                .skip(without)
                .toList();
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
