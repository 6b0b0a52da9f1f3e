package io.sequence.vault;

import com.google.crypto.tink.HybridEncrypt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256-GCM key that seals a bounded number of credentials, and travels with each of them
 * sealed by HPKE. Sealed bytes are: {@link #FORMAT}, two bytes of length, the sealed key, then
 * nonce, ciphertext and tag. A Tink ciphertext of HPKE alone begins with 1, so the two forms cannot
 * be taken for one another. The cipher is the JDK's: Tink's looks for another provider by name once
 * a thread, which on virtual threads is once a request.
 */
final class DataKey {
    static final byte FORMAT = 2;
    static final byte[] PURPOSE = "sequence/data-key/1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final int HEAD_BYTES = 1 + Short.BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final byte[] sealedKey;
    private final AtomicInteger seals;

    private DataKey(SecretKeySpec key, byte[] sealedKey, int seals) {
        this.key = key;
        this.sealedKey = sealedKey;
        this.seals = new AtomicInteger(seals);
    }

    /** A fresh key, sealed at once; good for so many seals. */
    static DataKey make(HybridEncrypt hpke, int seals) throws GeneralSecurityException {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            return new DataKey(new SecretKeySpec(key, "AES"), hpke.encrypt(key, PURPOSE), seals);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Takes one of the seals that the key is good for; false when they are used up. */
    boolean take() {
        return seals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** Seals under a random nonce, bound to the place. */
    byte[] seal(byte[] plain, byte[] place) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] content = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain);
        return ByteBuffer.allocate(HEAD_BYTES + sealedKey.length + NONCE_BYTES + content.length)
                .put(FORMAT)
                .putShort((short) sealedKey.length)
                .put(sealedKey)
                .put(nonce)
                .put(content)
                .array();
    }

    /**
     * Opens what follows the sealed key: nonce, ciphertext and tag.
     *
     * @throws GeneralSecurityException when it was altered, cut or sealed for another place
     */
    static byte[] open(byte[] key, byte[] content, byte[] place) throws GeneralSecurityException {
        if (key.length != KEY_BYTES || content.length < NONCE_BYTES + TAG_BYTES) {
            throw new GeneralSecurityException("cut short");
        }
        byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), nonce, place)
                .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES);
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(place);
        return cipher;
    }
}
