package io.sequence.venues.transport;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One call of a key at a time, in the order in which they came; keys do not wait for each other.
 */
final class KeyTurns {
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    <T> T take(String key, Supplier<T> call) {
        Turn turn =
                turns.compute(
                        key,
                        (any, known) -> {
                            Turn own = known == null ? new Turn() : known;
                            own.users++;
                            return own;
                        });
        turn.lock.lock();
        try {
            return call.get();
        } finally {
            turn.lock.unlock();
            // Nothing is kept of keys that nobody uses.
            turns.computeIfPresent(key, (any, own) -> --own.users == 0 ? null : own);
        }
    }

    int size() {
        return turns.size();
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);

        /** Guarded by the map's own lock on the key. */
        private int users;
    }
}
