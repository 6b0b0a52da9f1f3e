package io.sequence.venues.crypto;

import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keys as read from their pasted text, for a few minutes: reading one costs as much as signing with
 * it. At most {@value #MOST} keys, each forgotten {@value #MINUTES} minutes after it was read,
 * whether it is asked for or not. They go by SHA-256 over a salt that only this process knows and
 * the secret's bytes, so nothing here tells two equal secrets from outside. A forgotten key is
 * dropped, not wiped: the JDK's and Bouncy Castle's key objects offer no way to.
 */
final class ParsedKeys {
    private static final int MOST = 1024;
    private static final int MINUTES = 3;
    private static final long LIFE = TimeUnit.MINUTES.toNanos(MINUTES);
    private static final byte[] SALT = randomSalt();
    private static final ParsedKeys ALL = new ParsedKeys();

    private final Map<ByteBuffer, Entry> byDigest = new LinkedHashMap<>(64, 0.75f, true);
    private boolean sweepPending;

    private record Entry(KeyForm form, long readAt) {}

    /** The key behind a secret, or what it is instead. */
    static KeyForm of(Secret secret) {
        byte[] utf8 = secret.open(SecretAccess.granted());
        try {
            return KeyText.isPlainWord(utf8)
                    ? new KeyForm.Unfit(KeyKind.NOT_A_KEY)
                    : ALL.find(utf8);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    private KeyForm find(byte[] utf8) {
        ByteBuffer digest = digest(utf8);
        long now = System.nanoTime();
        synchronized (this) {
            Entry known = byDigest.get(digest);
            if (known != null && now - known.readAt() < LIFE) {
                return known.form();
            }
        }
        KeyForm form;
        try (KeyText text = KeyText.of(utf8)) {
            form = KeyForm.of(text);
        }
        if (!(form instanceof KeyForm.Unfit)) {
            keep(digest, new Entry(form, now));
        }
        return form;
    }

    private synchronized void keep(ByteBuffer digest, Entry entry) {
        byDigest.put(digest, entry);
        if (byDigest.size() > MOST) {
            byDigest.remove(byDigest.keySet().iterator().next());
        }
        if (!sweepPending) {
            sweepLater();
        }
    }

    private void sweepLater() {
        sweepPending = true;
        CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS).execute(this::sweep);
    }

    private synchronized void sweep() {
        long now = System.nanoTime();
        byDigest.values().removeIf(entry -> now - entry.readAt() >= LIFE - 30_000_000_000L);
        sweepPending = false;
        if (!byDigest.isEmpty()) {
            sweepLater();
        }
    }

    private static byte[] randomSalt() {
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    private static ByteBuffer digest(byte[] utf8) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(SALT);
            return ByteBuffer.wrap(sha256.digest(utf8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}
