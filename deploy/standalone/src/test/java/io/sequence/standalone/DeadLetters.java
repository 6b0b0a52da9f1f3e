package io.sequence.standalone;

import io.sequence.events.EventCatalog;
import io.sequence.events.Topic;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What a broker holds on dead-letter topics. */
final class DeadLetters {

    private DeadLetters() {}

    /** How many records came to each dead-letter topic that is not empty. */
    static Map<String, Long> in(String bootstrapServers) throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> wanted =
                    EventCatalog.topics().stream()
                            .map(Topic::deadLetter)
                            .collect(
                                    Collectors.toMap(
                                            topic -> new TopicPartition(topic, 0),
                                            topic -> OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> found =
                    admin.listOffsets(wanted).all().get(30, TimeUnit.SECONDS);
            Map<String, Long> dead = new TreeMap<>();
            found.forEach(
                    (partition, end) -> {
                        if (end.offset() > 0) {
                            dead.put(partition.topic(), end.offset());
                        }
                    });
            return dead;
        }
    }
}
