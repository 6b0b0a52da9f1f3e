package io.sequence.venues.transport;

/**
 * What single keys have spent of the limits that venues count by key or account, for those keys
 * alone that have spent something of late: two numbers a key, held no longer than its window takes
 * to fill up again, and none for keys that are only pinged now and then. (A virtual clock a key, as
 * in the generic cell rate algorithm, ITU-T I.371: a key whose clock is not ahead of ours is as
 * good as new.) Safe for use by many threads.
 */
final class KeyAllowances {
    private static final int LEAST = 64;

    private long[] keys = new long[LEAST];
    private long[] ahead = new long[LEAST];
    private int used;

    /**
     * Spends, if there is enough.
     *
     * @param key names key and limit; 0 stands for no key and is not counted
     * @param takes microseconds that this much takes to come back
     * @param span microseconds that all of it takes to come back
     * @return 0 when it was spent, else microseconds until there is enough
     */
    synchronized long take(long key, long takes, long span, long nowMicros) {
        long wait = wait(key, takes, span, nowMicros);
        if (wait == 0 && key != 0) {
            put(key, Math.max(nowMicros, filledAt(key, span, nowMicros)) + takes, nowMicros);
        }
        return wait;
    }

    /** How long until there is enough; 0 when there is. */
    synchronized long wait(long key, long takes, long span, long nowMicros) {
        long over = filledAt(key, span, nowMicros) + takes - nowMicros - span;
        return key == 0 || over <= 0 ? 0 : over;
    }

    /** Hears that a key has nothing left until a moment. */
    synchronized void exhaust(long key, long takes, long span, long untilMicros, long nowMicros) {
        if (key != 0) {
            put(
                    key,
                    Math.max(filledAt(key, span, nowMicros), untilMicros + span - takes),
                    nowMicros);
        }
    }

    /** How many keys are held. */
    synchronized int size() {
        return used;
    }

    /** A clock that was set back must not hold keys for as long. */
    private long filledAt(long key, long span, long nowMicros) {
        int at = find(key);
        long filled = keys[at] == key ? ahead[at] : 0;
        return filled > nowMicros + span + 900_000_000L ? nowMicros : filled;
    }

    private void put(long key, long filledAt, long nowMicros) {
        int at = find(key);
        if (keys[at] == 0) {
            if (2 * (used + 1) > keys.length) {
                sweep(nowMicros);
                at = find(key);
            }
            used++;
        }
        keys[at] = key;
        ahead[at] = filledAt;
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int at = (int) (key ^ (key >>> 32)) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Drops keys that are as good as new, and makes room for as many as are left. */
    private void sweep(long nowMicros) {
        long[] oldKeys = keys;
        long[] oldAhead = ahead;
        int live = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            live += oldKeys[i] != 0 && oldAhead[i] > nowMicros ? 1 : 0;
        }
        int size = LEAST;
        while (size < 4 * (live + 1)) {
            size *= 2;
        }
        keys = new long[size];
        ahead = new long[size];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0 && oldAhead[i] > nowMicros) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                ahead[at] = oldAhead[i];
                used++;
            }
        }
    }
}
