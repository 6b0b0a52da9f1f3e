package io.sequence.simulator.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks signatures as the Standard Webhooks specification writes them: {@code v1,} and base64 of
 * HMAC-SHA256 over id, timestamp and body with dots between, separated by spaces.
 */
final class Signatures {
    private Signatures() {}

    static boolean verifies(
            String secret,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signatures,
            String body) {
        if (id == null || timestamp == null || signatures == null) {
            return false;
        }
        byte[] expected;
        try {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = id + "." + timestamp + "." + body;
            expected = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
        for (String signature : signatures.split(" ")) {
            if (signature.startsWith("v1,") && equal(expected, signature.substring(3))) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(byte[] expected, String base64) {
        try {
            return MessageDigest.isEqual(expected, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
