package io.sequence.simulator.binance;

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
import java.util.Locale;

/**
 * Whether a request was signed with a key: query and body as sent, joined by nothing. HMAC-SHA256
 * in hex of either case, RSA PKCS#1 v1.5 with SHA-256 or Ed25519 in Base64. Source: Binance Spot
 * REST API, "SIGNED endpoint security".
 */
final class BinanceSignature {

    private BinanceSignature() {}

    static boolean fits(VenueCall call, ApiKey key, String signature) {
        byte[] payload = BinanceForm.payload(call).getBytes(StandardCharsets.UTF_8);
        String publicKey = key.publicKey();
        if (key.type() == KeyType.HMAC || publicKey == null) {
            String expected = Macs.hex(Macs.sha256(key.secret(), payload));
            return Macs.same(expected, signature.toLowerCase(Locale.ROOT));
        }
        return key.type() == KeyType.RSA
                ? verifies("RSA", "SHA256withRSA", publicKey, payload, signature)
                : verifies("Ed25519", "Ed25519", publicKey, payload, signature);
    }

    private static boolean verifies(
            String family, String algorithm, String publicKey, byte[] payload, String signature) {
        try {
            byte[] encoded = Base64.getDecoder().decode(publicKey);
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(
                    KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(payload);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
