package io.sequence.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A new RSA pair of 2048 bits.
 *
 * @param privatePem the private half as PKCS#8 PEM
 * @param publicBase64 the public half (X.509), Base64 without PEM lines
 */
public record RsaPair(String privatePem, String publicBase64) {

    /** Generates a pair; takes tens of milliseconds. */
    public static RsaPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder lines =
                    Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return new RsaPair(
                    "-----BEGIN PRIVATE KEY-----\n"
                            + lines.encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n",
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("the JDK has RSA", impossible);
        }
    }

    @Override
    public String toString() {
        return "RsaPair[***]";
    }
}
