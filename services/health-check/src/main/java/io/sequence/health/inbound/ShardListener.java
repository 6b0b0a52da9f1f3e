package io.sequence.health.inbound;

import io.sequence.health.domain.Shards;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Hears which partitions of {@code key.validated} are this instance's: they are its shards. */
@ApplicationScoped
@Identifier("health-shards")
public class ShardListener implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(ShardListener.class);

    private final Shards shards;
    private final SyncTimer timer;

    ShardListener(Shards shards, SyncTimer timer) {
        this.shards = shards;
        this.timer = timer;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        shards.gain(partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        LOG.infof("shards watched here: %s", shards.owned());
        timer.wake();
    }

    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        shards.lose(partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        LOG.infof("shards watched here: %s", shards.owned());
        timer.wake();
    }
}
