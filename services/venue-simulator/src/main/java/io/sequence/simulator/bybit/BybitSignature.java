package io.sequence.simulator.bybit;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Whether a request was signed with a key: timestamp + key + receive window + (query of a GET, body
 * of a POST), HMAC-SHA256 in lower-case hex or RSA-SHA256 in Base64. Source: Bybit V5 guide,
 * "Authentication".
 */
final class BybitSignature {

    private BybitSignature() {}

    static boolean fits(
            VenueCall call, ApiKey key, String timestamp, String window, String signature) {
        byte[] payload =
                call.method().equals("GET")
                        ? call.rawQuery().getBytes(StandardCharsets.UTF_8)
                        : call.body();
        byte[] lead = (timestamp + key.apiKey() + window).getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[lead.length + payload.length];
        System.arraycopy(lead, 0, text, 0, lead.length);
        System.arraycopy(payload, 0, text, lead.length, payload.length);
        String publicKey = key.publicKey();
        if (key.type() == KeyType.RSA && publicKey != null) {
            return verifies(publicKey, text, signature);
        }
        return Macs.same(Macs.hex(Macs.sha256(key.secret(), text)), signature);
    }

    private static boolean verifies(String publicKey, byte[] text, String signature) {
        try {
            byte[] encoded = Base64.getDecoder().decode(publicKey);
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
