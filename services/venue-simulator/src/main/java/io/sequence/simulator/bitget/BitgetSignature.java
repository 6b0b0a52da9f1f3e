package io.sequence.simulator.bitget;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Whether a request was signed with a key: timestamp + method + path + {@code ?} and the query with
 * its escapes undone + body, HMAC-SHA256 or RSA-SHA256, in Base64. Source: Bitget API, "Signature".
 */
final class BitgetSignature {

    private BitgetSignature() {}

    static boolean fits(VenueCall call, ApiKey key, String timestamp, String signature) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(
                (timestamp + call.method() + call.path() + query(call.rawQuery()))
                        .getBytes(StandardCharsets.UTF_8));
        text.writeBytes(call.body());
        String publicKey = key.publicKey();
        if (key.type() == KeyType.RSA && publicKey != null) {
            return verifies(publicKey, text.toByteArray(), signature);
        }
        String expected =
                Base64.getEncoder().encodeToString(Macs.sha256(key.secret(), text.toByteArray()));
        return Macs.same(expected, signature);
    }

    /** Undoes percent escapes alone: a plus sign is a plus sign. */
    private static String query(String raw) {
        if (raw.isEmpty()) {
            return "";
        }
        try {
            return '?' + URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asSent) {
            return '?' + raw;
        }
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
