package io.sequence.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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
            while (!reached(consumer, ends)) {
                for (ConsumerRecord<String, String> polled :
                        consumer.poll(Duration.ofMillis(200))) {
                    found.add(seen(topic, polled));
                }
            }
        }
        return found;
    }

    /**
     * Each event on the topic once: a relay may carry one twice, under the same id. What has no id
     * is there as often as it lies there.
     */
    public List<Seen> eachOnce(String topic) {
        Set<String> ids = new HashSet<>();
        return all(topic).stream()
                .filter(
                        seen -> {
                            String id = seen.headers().get("ce_id");
                            return id == null || ids.add(id);
                        })
                .toList();
    }

    /** The first record that fits, waiting up to a minute for it. */
    public Seen await(String topic, Predicate<Seen> fits) {
        return await(topic, fits, Duration.ofSeconds(60));
    }

    /**
     * The first record from the topic's beginning that fits. What lies there already is read to its
     * end, however short the patience.
     *
     * @throws AssertionError when none came in time; says what did come
     */
    public Seen await(String topic, Predicate<Seen> fits, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Seen> others = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = assign(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (System.nanoTime() < deadline || !reached(consumer, ends)) {
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

    /**
     * A record to write, well formed or not.
     *
     * @param topic without the house's prefix
     */
    public record Written(
            String topic,
            @Nullable String key,
            @Nullable String value,
            Map<String, String> headers) {}

    /** Writes a record as it is and waits until the broker has it. */
    public void publish(
            String topic,
            @Nullable String key,
            @Nullable String value,
            Map<String, String> headers) {
        publish(List.of(new Written(topic, key, value, headers)));
    }

    /** Writes records one right after the other and waits until the broker has all. */
    public void publish(List<Written> records) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Written record : records) {
                sent.add(producer.send(recordOf(record)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get(60, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not take all of " + records.size(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while writing records", e);
        }
    }

    private ProducerRecord<String, String> recordOf(Written written) {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(prefix + written.topic(), written.key(), written.value());
        written.headers()
                .forEach(
                        (name, text) ->
                                record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
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

    private static boolean reached(
            KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
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
