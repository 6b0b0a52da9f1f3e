package io.sequence.venues.crypto;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What was made of secrets, for a few minutes: at most {@value #MOST} of them, each forgotten
 * {@value #MINUTES} minutes after it was made, whether it is asked for or not. They go by SHA-256
 * over a salt that only this process knows and the secret's bytes, so nothing here tells two equal
 * secrets from outside. What is forgotten is dropped, not wiped.
 */
final class Remembered<T> {
    private static final int MOST = 1024;
    private static final int MINUTES = 3;
    private static final int SWEEP_SECONDS = 30;
    private static final long LIFE = TimeUnit.MINUTES.toNanos(MINUTES);
    private static final byte[] SALT = randomSalt();

    private final Map<ByteBuffer, Entry<T>> byName = new LinkedHashMap<>(64, 0.75f, true);
    private boolean sweepPending;

    private record Entry<T>(T value, long madeAt) {}

    /** A secret's name in here. */
    static ByteBuffer name(byte[] secret) {
        MessageDigest sha256 = Hash.SHA256.fresh();
        sha256.update(SALT);
        return ByteBuffer.wrap(sha256.digest(secret));
    }

    /** What was made of the secret of that name, while it is remembered. */
    synchronized Optional<T> find(ByteBuffer name) {
        Entry<T> known = byName.get(name);
        return known != null && System.nanoTime() - known.madeAt() < LIFE
                ? Optional.of(known.value())
                : Optional.empty();
    }

    /** Remembers what was made of it just now. */
    synchronized void keep(ByteBuffer name, T value) {
        byName.put(name, new Entry<>(value, System.nanoTime()));
        if (byName.size() > MOST) {
            byName.remove(byName.keySet().iterator().next());
        }
        if (!sweepPending) {
            sweepLater();
        }
    }

    private void sweepLater() {
        sweepPending = true;
        CompletableFuture.delayedExecutor(SWEEP_SECONDS, TimeUnit.SECONDS).execute(this::sweep);
    }

    private synchronized void sweep() {
        long oldest = System.nanoTime() - LIFE + TimeUnit.SECONDS.toNanos(SWEEP_SECONDS);
        byName.values().removeIf(entry -> entry.madeAt() - oldest <= 0);
        sweepPending = false;
        if (!byName.isEmpty()) {
            sweepLater();
        }
    }

    private static byte[] randomSalt() {
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        return salt;
    }
}
