package io.sequence.simulator.kraken;

import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Whether a request was signed with a key: Base64 of HMAC-SHA512, under the decoded private key,
 * over the path and the SHA-256 of nonce and body. Source: Kraken exchange guides, "REST
 * authentication".
 */
final class KrakenSignature {

    private KrakenSignature() {}

    static boolean fits(VenueCall call, String secret, String nonce, String signature) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(nonce.getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(call.body());
            byte[] path = call.path().getBytes(StandardCharsets.UTF_8);
            byte[] text = new byte[path.length + hash.length];
            System.arraycopy(path, 0, text, 0, path.length);
            System.arraycopy(hash, 0, text, path.length, hash.length);
            byte[] mac = Macs.mac("HmacSHA512", Base64.getDecoder().decode(secret), text);
            return Macs.same(Base64.getEncoder().encodeToString(mac), signature);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("the JDK has SHA-256", impossible);
        }
    }
}
