package io.sequence.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from their beginning, as often as asked, and writes records as any producer might.
 */
public final class EventProbe {

    private final String kafka;
    private final String prefix;

    /**
     * Looks at one broker.
     *
     * @param kafka {@code host:port}
     * @param prefix before each topic's name
     */
    public EventProbe(String kafka, String prefix) {
        this.kafka = kafka;
        this.prefix = prefix;
    }

    /**
     * A record as it lies on a topic.
     *
     * @param topic without the house's prefix
     * @param headers by name; the last one of a name wins
     */
    public record Seen(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String value,
            Map<String, String> headers,
            Instant at) {}

    /** Everything on the topic now, partition by partition, in order. */
    public List<Seen> all(String topic) {
        List<Seen> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = assign(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, String> polled :
                        consumer.poll(Duration.ofMillis(200))) {
                    found.add(seen(topic, polled));
                }
            }
        }
        return found;
    }

    /** The first record that fits, waiting up to a minute for it. */
    public Seen await(String topic, Predicate<Seen> fits) {
        return await(topic, fits, Duration.ofSeconds(60));
    }

    /**
     * The first record from the topic's beginning that fits.
     *
     * @throws AssertionError when none came in time; says what did come
     */
    public Seen await(String topic, Predicate<Seen> fits, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Seen> others = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            assign(consumer, topic);
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> polled :
                        consumer.poll(Duration.ofMillis(200))) {
                    Seen seen = seen(topic, polled);
                    if (fits.test(seen)) {
                        return seen;
                    }
                    others.add(seen);
                }
            }
        }
        throw new AssertionError(
                "nothing that fits came to "
                        + topic
                        + " within "
                        + patience
                        + "; there was "
                        + others);
    }

    /** Writes a record as it is, well formed or not, and waits until the broker has it. */
    public void publish(
            String topic,
            @Nullable String key,
            @Nullable String value,
            Map<String, String> headers) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0);
        ProducerRecord<String, String> record = new ProducerRecord<>(prefix + topic, key, value);
        headers.forEach(
                (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not take a record for " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while writing to " + topic, e);
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** Assigned by hand: no group, so no rebalancing and no trace of the probe on the broker. */
    private List<TopicPartition> assign(KafkaConsumer<String, String> consumer, String topic) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(prefix + topic).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    private static Seen seen(String topic, ConsumerRecord<String, String> polled) {
        Map<String, String> headers = new HashMap<>();
        polled.headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.key(),
                                        new String(header.value(), StandardCharsets.UTF_8)));
        return new Seen(
                topic,
                polled.partition(),
                polled.offset(),
                polled.key(),
                polled.value(),
                Map.copyOf(headers),
                Instant.ofEpochMilli(polled.timestamp()));
    }
}
