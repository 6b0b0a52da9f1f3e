package io.sequence.simulator.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much each caller has asked of one venue, against what the venue's documents allow. Off until
 * an admin switches it on. Safe for threads.
 */
public final class RequestLimits {
    private static final int MOST_POOLS = 200_000;

    /**
     * One documented limit, as one request meets it.
     *
     * @param pool what is counted together: the limit's name with the address or key
     * @param allowed weight in the time
     * @param millis the time
     * @param aligned whether it begins at full spans of the clock; else any span of it counts
     * @param weight of the request
     * @param banMillis how long who exceeds it is kept out; 0 when only until there is room again
     */
    public record Limit(
            String pool, long allowed, long millis, boolean aligned, long weight, long banMillis) {
        /** A limit over any span, that bans nobody. */
        public static Limit of(String pool, long allowed, long millis, long weight) {
            return new Limit(pool, allowed, millis, false, weight, 0);
        }
    }

    /**
     * How a limit is switched on.
     *
     * @param scale part of what the documents allow, so that a test need not ask so often
     * @param elsewhere weight that others spend from every address in each span
     */
    public record Switch(double scale, long elsewhere) {}

    /**
     * How a pool stands after a request.
     *
     * @param limit of the documents
     * @param used by this caller and others, with this request unless it was refused
     * @param allowed in the time
     * @param resetMillis until there is room again, or until the span ends
     * @param exceeded whether this request is one too many
     */
    public record Count(Limit limit, long used, long allowed, long resetMillis, boolean exceeded) {
        /** What is left. */
        public long left() {
            return Math.max(0, allowed - used);
        }
    }

    private static final class Pool {
        private final ArrayDeque<long[]> spent = new ArrayDeque<>();
        private long sum;
        private long bannedUntil;
    }

    private final Map<String, Pool> pools = new ConcurrentHashMap<>();
    private volatile @Nullable Switch on;

    /** Switches it on, with nothing counted so far. */
    public void on(Switch how) {
        pools.clear();
        on = how;
    }

    /** Switches it off. */
    public void off() {
        on = null;
        pools.clear();
    }

    /** How it is switched on; null while it is off. */
    public @Nullable Switch state() {
        return on;
    }

    /** Counts a request; null while it is off. */
    public @Nullable Count take(Limit limit, Instant at) {
        Switch how = on;
        if (how == null) {
            return null;
        }
        if (pools.size() > MOST_POOLS) {
            pools.clear();
        }
        Pool pool = pools.computeIfAbsent(limit.pool(), name -> new Pool());
        synchronized (pool) {
            return take(pool, limit, how, at.toEpochMilli());
        }
    }

    private static Count take(Pool pool, Limit limit, Switch how, long now) {
        long allowed = Math.max(1, Math.round(limit.allowed() * how.scale()));
        drop(pool, limit, now);
        long used = pool.sum + how.elsewhere();
        if (now < pool.bannedUntil) {
            return new Count(limit, used, allowed, pool.bannedUntil - now, true);
        }
        if (used + limit.weight() > allowed) {
            pool.bannedUntil = limit.banMillis() == 0 ? 0 : now + limit.banMillis();
            long wait = limit.banMillis() == 0 ? reset(pool, limit, now) : limit.banMillis();
            return new Count(limit, used, allowed, wait, true);
        }
        pool.spent.addLast(new long[] {now, limit.weight()});
        pool.sum += limit.weight();
        return new Count(limit, used + limit.weight(), allowed, reset(pool, limit, now), false);
    }

    private static void drop(Pool pool, Limit limit, long now) {
        long from = limit.aligned() ? now - now % limit.millis() : now - limit.millis() + 1;
        while (!pool.spent.isEmpty() && pool.spent.getFirst()[0] < from) {
            pool.sum -= pool.spent.removeFirst()[1];
        }
    }

    private static long reset(Pool pool, Limit limit, long now) {
        if (limit.aligned() || pool.spent.isEmpty()) {
            return limit.millis() - now % limit.millis();
        }
        return pool.spent.getFirst()[0] + limit.millis() - now;
    }
}
