package io.sequence.vault;

import io.sequence.vocabulary.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps opened credentials unreadable between two uses: an AES-256-GCM key of this process alone,
 * made at start and written nowhere. Unwrapping takes about a microsecond, where opening what a
 * {@link Sealer} sealed takes public-key cryptography.
 */
public final class ProcessKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    /** The key lives as long as its counter, so no nonce comes twice. */
    private final AtomicLong nonces = new AtomicLong();

    /** Looking a cipher up and expanding its key cost more than the decryption itself. */
    private final Queue<Cipher> decrypting = new ConcurrentLinkedQueue<>();

    /** A fresh key. */
    public ProcessKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "AES");
        Arrays.fill(random, (byte) 0);
    }

    /** The fields, for {@link #unwrap} of this very key; they stay open to the caller. */
    public byte[] wrap(Map<String, Secret> fields) {
        byte[] plain = FieldCodec.encode(fields);
        byte[] nonce = nonce(nonces.incrementAndGet());
        try {
            byte[] content = ready(cipher(), Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(Long.BYTES + content.length)
                    .put(nonce, NONCE_BYTES - Long.BYTES, Long.BYTES)
                    .put(content)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * The fields; wipe them after use.
     *
     * @throws IllegalStateException when the bytes were altered or wrapped by another key
     */
    public Map<String, Secret> unwrap(byte[] wrapped) {
        byte[] plain = new byte[0];
        Cipher idle = decrypting.poll();
        try {
            byte[] nonce = nonce(ByteBuffer.wrap(wrapped).getLong());
            Cipher cipher = ready(idle == null ? cipher() : idle, Cipher.DECRYPT_MODE, nonce);
            plain = cipher.doFinal(wrapped, Long.BYTES, wrapped.length - Long.BYTES);
            // One that threw is not used again: what it holds of that text is not known.
            decrypting.add(cipher);
            return FieldCodec.decode(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not wrapped by this key", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] nonce(long number) {
        return ByteBuffer.allocate(NONCE_BYTES).putLong(NONCE_BYTES - Long.BYTES, number).array();
    }

    private static Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    private Cipher ready(Cipher cipher, int mode, byte[] nonce) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
