package io.sequence.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, two passes: OWASP's Password Storage Cheat
 * Sheet). Only a few at once, on threads of its own, so that a rush of sign-ins takes neither all
 * memory nor the threads that serve everything else.
 */
public final class Passwords implements AutoCloseable {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int WAITING = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ThreadPoolExecutor workers;
    private final String nobodys;

    /**
     * A hasher.
     *
     * @param atOnce how many hashes are computed at the same time; each takes 19 MiB
     */
    public Passwords(int atOnce) {
        workers =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        nobodys = hash(UUID.randomUUID().toString());
    }

    /**
     * The hash to keep, in PHC form.
     *
     * @throws PasswordsBusy when too many wait
     */
    public String hash(String password) {
        return await(password, bytes -> Argon2Hash.of(bytes, MEMORY_KIB, PASSES).phc());
    }

    /**
     * Whether the password is the one behind the hash; takes as long when there is no hash.
     *
     * @param phc what {@link #hash} gave, or null when nobody has this name: never matches
     * @throws PasswordsBusy when too many wait
     */
    public boolean matches(String password, @Nullable String phc) {
        Argon2Hash kept = Argon2Hash.parse(phc == null ? nobodys : phc);
        boolean same = await(password, kept::matches);
        return same && phc != null;
    }

    private <T> T await(String password, Function<byte[], T> work) {
        // The same characters typed on another keyboard may come composed differently.
        byte[] bytes =
                Normalizer.normalize(password, Normalizer.Form.NFKC)
                        .getBytes(StandardCharsets.UTF_8);
        Future<T> result = submit(work, bytes);
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            result.cancel(false);
            throw new PasswordsBusy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PasswordsBusy();
        }
    }

    private <T> Future<T> submit(Function<byte[], T> work, byte[] bytes) {
        try {
            return workers.submit(
                    () -> {
                        try {
                            return work.apply(bytes);
                        } finally {
                            Arrays.fill(bytes, (byte) 0);
                        }
                    });
        } catch (RejectedExecutionException e) {
            Arrays.fill(bytes, (byte) 0);
            throw new PasswordsBusy();
        }
    }

    /** Takes no more work. */
    @Override
    public void close() {
        workers.shutdown();
    }
}
