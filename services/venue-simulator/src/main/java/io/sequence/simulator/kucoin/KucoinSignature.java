package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Whether a request was signed with a key: Base64 of HMAC-SHA256 over timestamp + method + path
 * with query + body, and the passphrase under the same secret. Source: KuCoin docs,
 * "Authentication".
 */
final class KucoinSignature {

    private KucoinSignature() {}

    static boolean fits(VenueCall call, ApiKey key, String timestamp, String signature) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(
                (timestamp + call.method() + call.target()).getBytes(StandardCharsets.UTF_8));
        text.writeBytes(call.body());
        return Macs.same(encode(key.secret(), text.toByteArray()), signature);
    }

    static boolean passphraseFits(ApiKey key, String sent) {
        String passphrase = key.passphrase();
        return passphrase != null
                && Macs.same(
                        encode(key.secret(), passphrase.getBytes(StandardCharsets.UTF_8)), sent);
    }

    private static String encode(String secret, byte[] text) {
        return Base64.getEncoder().encodeToString(Macs.sha256(secret, text));
    }
}
