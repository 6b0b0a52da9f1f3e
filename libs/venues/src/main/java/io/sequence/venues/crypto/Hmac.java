package io.sequence.venues.crypto;

import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Keyed hashes (RFC 2104) over UTF-8 text or bytes. Key bytes are wiped after each use, which the
 * JDK's {@code Mac} has no way to: it keeps its padded key until it is collected.
 */
public final class Hmac {
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    private Hmac() {}

    /**
     * HMAC-SHA256 with the secret's UTF-8 bytes as key.
     *
     * @return 32 bytes
     */
    public static byte[] sha256(Secret key, byte[] message) {
        return keyed(Hash.SHA256, key.open(SecretAccess.granted()), message);
    }

    /** HMAC-SHA256 over a text's UTF-8 bytes. */
    public static byte[] sha256(Secret key, String message) {
        return sha256(key, message.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * HMAC-SHA256 for venues whose secret is Base64 text of the key bytes, in either alphabet, with
     * or without padding.
     *
     * @param field the catalogue's name of the secret's field, named when it is no Base64
     * @throws io.sequence.venues.api.CredentialUnusable when the secret is no Base64
     */
    public static byte[] sha256WithBase64UrlKey(Secret key, String field, byte[] message) {
        return keyed(Hash.SHA256, Encoding.base64UrlKey(key, field), message);
    }

    /**
     * HMAC-SHA512 with the secret's UTF-8 bytes as key.
     *
     * @return 64 bytes
     */
    public static byte[] sha512(Secret key, byte[] message) {
        return keyed(Hash.SHA512, key.open(SecretAccess.granted()), message);
    }

    /**
     * HMAC-SHA512 for venues whose secret is Base64 text of the key bytes, such as Kraken.
     *
     * @param field the catalogue's name of the secret's field, named when it is no Base64
     * @throws io.sequence.venues.api.CredentialUnusable when the secret is no Base64
     */
    public static byte[] sha512WithBase64Key(Secret key, String field, byte[] message) {
        return keyed(Hash.SHA512, Encoding.base64Key(key, field), message);
    }

    /** Hashes and wipes the key, and what was made of it. */
    private static byte[] keyed(Hash hash, byte[] key, byte[] message) {
        byte[] pad = new byte[hash.blockBytes()];
        try {
            fit(hash, key, pad);
            flip(pad, INNER);
            MessageDigest digest = hash.fresh();
            digest.update(pad);
            byte[] inner = digest.digest(message);
            flip(pad, INNER ^ OUTER);
            digest.update(pad);
            return digest.digest(inner);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(pad, (byte) 0);
        }
    }

    /** A key of a block or less stands as it is, with zeros after it; a longer one by its hash. */
    private static void fit(Hash hash, byte[] key, byte[] pad) {
        if (key.length <= pad.length) {
            System.arraycopy(key, 0, pad, 0, key.length);
        } else {
            byte[] digest = hash.fresh().digest(key);
            System.arraycopy(digest, 0, pad, 0, digest.length);
            Arrays.fill(digest, (byte) 0);
        }
    }

    private static void flip(byte[] pad, int bits) {
        for (int i = 0; i < pad.length; i++) {
            pad[i] ^= (byte) bits;
        }
    }
}
