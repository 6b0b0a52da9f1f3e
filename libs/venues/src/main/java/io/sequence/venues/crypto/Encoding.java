package io.sequence.venues.crypto;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Hashes without a key and the text forms of bytes. */
public final class Encoding {
    private Encoding() {}

    /** Lower-case hexadecimal. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Base64 with padding (RFC 4648, section 4). */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Base64 for URLs, without padding (RFC 4648, section 5; RFC 7515 wants it so). */
    public static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Base64 for URLs, without padding, of a text's UTF-8 bytes. */
    public static String base64Url(String text) {
        return base64Url(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Bytes out of Base64 for URLs, padded or not.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static byte[] base64UrlDecode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /**
     * SHA-256 of bytes.
     *
     * @return 32 bytes
     */
    public static byte[] sha256(byte[] message) {
        return Hash.SHA256.fresh().digest(message);
    }

    /** SHA-256 of a text's UTF-8 bytes. */
    public static byte[] sha256(String message) {
        return sha256(message.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key bytes behind a secret that is Base64 text; the caller wipes them.
     *
     * @param field the catalogue's name of the secret's field
     * @throws CredentialUnusable when the secret is no Base64
     */
    static byte[] base64Key(Secret secret, String field) {
        byte[] text = secret.open(SecretAccess.granted());
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            // Its message quotes the offending character, so it is not kept as cause.
            throw new CredentialUnusable(field, "is not Base64");
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /**
     * The key bytes behind a secret that is Base64 text in either alphabet, padded or not; the
     * caller wipes them.
     *
     * @param field the catalogue's name of the secret's field
     * @throws CredentialUnusable when the secret is no Base64
     */
    static byte[] base64UrlKey(Secret secret, String field) {
        byte[] text = secret.open(SecretAccess.granted());
        try {
            for (int i = 0; i < text.length; i++) {
                switch (text[i]) {
                    case '+' -> text[i] = '-';
                    case '/' -> text[i] = '_';
                    default -> {}
                }
            }
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new CredentialUnusable(field, "is not Base64");
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }
}
