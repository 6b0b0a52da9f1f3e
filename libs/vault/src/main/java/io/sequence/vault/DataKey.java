package io.sequence.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An AES-256-GCM key that seals a bounded number of credentials, and travels with each of them
 * sealed by HPKE. Sealed bytes are: {@link #FORMAT}, two bytes of length, the sealed key, then
 * nonce, ciphertext and tag. A Tink ciphertext of HPKE alone begins with 1, so the two forms cannot
 * be taken for one another.
 */
final class DataKey {
    static final byte FORMAT = 2;
    static final byte[] PURPOSE = "sequence/data-key/1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final int HEAD_BYTES = 1 + Short.BYTES;

    private final Aead aead;
    private final byte[] sealedKey;
    private final AtomicInteger seals;

    private DataKey(Aead aead, byte[] sealedKey, int seals) {
        this.aead = aead;
        this.sealedKey = sealedKey;
        this.seals = new AtomicInteger(seals);
    }

    /** A fresh key, sealed at once; good for so many seals. */
    static DataKey make(HybridEncrypt hpke, int seals) throws GeneralSecurityException {
        byte[] key = Random.randBytes(KEY_BYTES);
        try {
            return new DataKey(new AesGcmJce(key), hpke.encrypt(key, PURPOSE), seals);
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
        byte[] content = aead.encrypt(plain, place);
        return ByteBuffer.allocate(HEAD_BYTES + sealedKey.length + content.length)
                .put(FORMAT)
                .putShort((short) sealedKey.length)
                .put(sealedKey)
                .put(content)
                .array();
    }
}
