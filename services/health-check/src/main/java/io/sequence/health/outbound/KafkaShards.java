package io.sequence.health.outbound;

import io.sequence.events.EventCatalog;
import io.sequence.events.KeyValidated;
import io.sequence.health.domain.Shards;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Shards are partitions: the same hash as Kafka's default partitioner. */
@Singleton
class KafkaShards implements Shards.Naming {
    private static final int PARTITIONS =
            EventCatalog.topics().stream()
                    .filter(topic -> topic.payload() == KeyValidated.class)
                    .findFirst()
                    .orElseThrow()
                    .partitions();

    @Override
    public int shardOf(ConnectionId connection) {
        byte[] key = connection.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }

    @Produces
    @Singleton
    Shards shards() {
        return new Shards();
    }
}
