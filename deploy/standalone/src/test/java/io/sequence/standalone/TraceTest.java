package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.testing.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One trace shows a submission's journey through every service. */
@Tag("whole-house")
class TraceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS =
            List.of("key.submitted", "key.validated", "strategy.launched");

    private static WholeHouse house;

    @BeforeAll
    static void enter() throws Exception {
        house = WholeHouse.shared();
    }

    @Test
    void carriesTheClientsTraceThroughLogsAndTopics() throws Exception {
        Trader trader =
                Trader.join(house, Trader.randomEmail(), "horse battery " + UUID.randomUUID());
        JsonNode account =
                Trader.venueAccount(house, "bybit", Map.of("balances", Map.of("BTC", "2")));
        String trace = UUID.randomUUID().toString().replace("-", "");

        HouseClient.Answer received =
                trader.api()
                        .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .expect(
                                202,
                                "POST",
                                "/v1/submissions",
                                trader.addition(
                                        "bybit",
                                        "derivatives",
                                        "btc_accumulation",
                                        "Traced",
                                        account.path("credentials")));
        Trader.awaitMail(house, trader.email(), "Strategy launched", "Traced");

        String submission = received.text("submission_id");
        String connection = received.text("connection_id");
        awaitLine("credential-intake", trace, submission + " received");
        awaitLine("key-validation", trace, submission);
        awaitLine("strategy-launcher", trace, connection + ": bot 1 launched");
        awaitLine("health-check", trace, connection + " is watched");
        awaitLine("expiry-reminder", trace, connection);
        awaitLine("mailer", trace, "received mail sent");
        awaitLine("mailer", trace, "launched mail sent");
        assertThat(traces(connection))
                .containsOnlyKeys(TOPICS)
                .allSatisfy((topic, parent) -> assertThat(parent).contains(trace));
        for (HouseService service : HouseService.values()) {
            assertThat(house.files().log(service.title()))
                    .content(StandardCharsets.UTF_8)
                    .doesNotContain(trader.email());
        }
    }

    private static void awaitLine(String service, String trace, String words) {
        Eventually.await(service + " logs \"" + words + "\" under the trace")
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () ->
                                assertThat(messages(service, trace))
                                        .anyMatch(message -> message.contains(words)));
    }

    private static List<String> messages(String service, String trace) throws IOException {
        List<String> messages = new ArrayList<>();
        for (String line : Files.readAllLines(house.files().log(service))) {
            JsonNode entry = line.startsWith("{") ? JSON.readTree(line) : JSON.nullNode();
            if (entry.path("traceId").asText().equals(trace)
                    && entry.path("level").asText().equals("INFO")) {
                messages.add(entry.path("message").asText());
            }
        }
        return messages;
    }

    /** The trace context of each topic's record about the connection. */
    private static Map<String, String> traces(String connection) {
        Map<String, String> traces = new HashMap<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, house.kafka()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    TOPICS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Eventually.await("records about " + connection)
                    .pollInSameThread()
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(500))
                                        .forEach(entry -> keep(entry, connection, traces));
                                return traces.size() == TOPICS.size();
                            });
        }
        return traces;
    }

    private static void keep(
            ConsumerRecord<String, String> entry, String connection, Map<String, String> traces) {
        Header parent = entry.headers().lastHeader("traceparent");
        if (entry.key().equals(connection)) {
            traces.put(
                    entry.topic(),
                    parent == null ? "none" : new String(parent.value(), StandardCharsets.UTF_8));
        }
    }
}
