package io.sequence.venues.crypto;

import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Keyed hashes (RFC 2104) over UTF-8 text or bytes. Key bytes are wiped after each use. */
public final class Hmac {
    private Hmac() {}

    /**
     * HMAC-SHA256 with the secret's UTF-8 bytes as key.
     *
     * @return 32 bytes
     */
    public static byte[] sha256(Secret key, byte[] message) {
        return keyed("HmacSHA256", key.open(SecretAccess.granted()), message);
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
        return keyed("HmacSHA256", Encoding.base64UrlKey(key, field), message);
    }

    /**
     * HMAC-SHA512 with the secret's UTF-8 bytes as key.
     *
     * @return 64 bytes
     */
    public static byte[] sha512(Secret key, byte[] message) {
        return keyed("HmacSHA512", key.open(SecretAccess.granted()), message);
    }

    /**
     * HMAC-SHA512 for venues whose secret is Base64 text of the key bytes, such as Kraken.
     *
     * @param field the catalogue's name of the secret's field, named when it is no Base64
     * @throws io.sequence.venues.api.CredentialUnusable when the secret is no Base64
     */
    public static byte[] sha512WithBase64Key(Secret key, String field, byte[] message) {
        return keyed("HmacSHA512", Encoding.base64Key(key, field), message);
    }

    /** Hashes and wipes the key. */
    private static byte[] keyed(String algorithm, byte[] key, byte[] message) {
        try {
            // An HMAC pads its key with zeros, so one zero byte is the empty key, which the JDK
            // refuses.
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new WipedKey(algorithm, key.length == 0 ? new byte[1] : key));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** {@code SecretKeySpec} keeps a copy that nobody can wipe; this one shares our bytes. */
    private record WipedKey(String algorithm, byte[] bytes) implements SecretKey {
        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return "WipedKey[" + algorithm + "]";
        }
    }
}
