package io.sequence.health.domain;

import io.sequence.vocabulary.ConnectionId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which shards this instance owns: the partitions of {@code key.validated} that Kafka assigned to
 * it. Every connection belongs to the partition that its id hashes to.
 */
public final class Shards {
    private final Map<Integer, Long> tenures = new ConcurrentHashMap<>();
    private final AtomicLong gains = new AtomicLong();

    /** These are this instance's from now on. */
    public void gain(Set<Integer> shards) {
        shards.forEach(shard -> tenures.put(shard, gains.incrementAndGet()));
    }

    /** These are another's from now on. */
    public void lose(Set<Integer> shards) {
        tenures.keySet().removeAll(shards);
    }

    /** The shards owned now. */
    public Set<Integer> owned() {
        return Set.copyOf(tenures.keySet());
    }

    /** The same, each with a number that is another one after it was lost and gained again. */
    public Map<Integer, Long> tenures() {
        return Map.copyOf(tenures);
    }

    /** Whether a connection's shard is owned now. */
    public boolean owns(Watched watched) {
        return tenures.containsKey(watched.shard());
    }

    /** Names a connection's shard as Kafka's default partitioner would name its partition. */
    @FunctionalInterface
    public interface Naming {
        /** The shard of a connection. */
        int shardOf(ConnectionId connection);
    }
}
