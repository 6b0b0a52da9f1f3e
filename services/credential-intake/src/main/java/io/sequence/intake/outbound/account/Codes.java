package io.sequence.intake.outbound.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes mailed codes and refresh tokens, and what is kept of them. A code is so short that a plain
 * hash of it could be tried out, so it is keyed.
 */
final class Codes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BELOW = 1_000_000;
    private static final int TOKEN_BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "sequence mailed codes 1";

    private final SecretKeySpec key;

    /** Codes under a key of their own, derived from the one key that this service has anyway. */
    Codes(PrivateKey signingKey) {
        key =
                new SecretKeySpec(
                        hmac(new SecretKeySpec(signingKey.getEncoded(), HMAC), PURPOSE), HMAC);
    }

    /** Six digits. */
    String next() {
        return "%06d".formatted(RANDOM.nextInt(BELOW));
    }

    /** What is kept of a code: hex, bound to its challenge. */
    String mac(UUID challenge, String code) {
        return HexFormat.of().formatHex(hmac(key, challenge + " " + code));
    }

    /** A fresh refresh token: 43 characters of the URL-safe alphabet. */
    static String nextToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a refresh token: SHA-256 in hex. */
    static String tokenHash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
