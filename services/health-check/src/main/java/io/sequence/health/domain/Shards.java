package io.sequence.health.domain;

import io.sequence.vocabulary.ConnectionId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which shards this instance owns: the partitions of {@code key.validated} that Kafka assigned to
 * it. Every connection belongs to the partition that its id hashes to.
 */
public final class Shards {
    private final Set<Integer> owned = ConcurrentHashMap.newKeySet();

    /** These are this instance's from now on. */
    public void gain(Set<Integer> shards) {
        owned.addAll(shards);
    }

    /** These are another's from now on. */
    public void lose(Set<Integer> shards) {
        owned.removeAll(shards);
    }

    /** The shards owned now. */
    public Set<Integer> owned() {
        return Set.copyOf(owned);
    }

    /** Whether a connection's shard is owned now. */
    public boolean owns(Watched watched) {
        return owned.contains(watched.shard());
    }

    /** Names a connection's shard as Kafka's default partitioner would name its partition. */
    @FunctionalInterface
    public interface Naming {
        /** The shard of a connection. */
        int shardOf(ConnectionId connection);
    }
}
