package io.sequence.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A new Ed25519 pair.
 *
 * @param privatePem the private half as PKCS#8 PEM
 * @param publicBase64 the public half (X.509), Base64 without PEM lines
 */
public record Ed25519Pair(String privatePem, String publicBase64) {

    /** Generates a pair. */
    public static Ed25519Pair generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder lines =
                    Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return new Ed25519Pair(
                    "-----BEGIN PRIVATE KEY-----\n"
                            + lines.encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n",
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("the JDK has Ed25519", impossible);
        }
    }

    @Override
    public String toString() {
        return "Ed25519Pair[***]";
    }
}
