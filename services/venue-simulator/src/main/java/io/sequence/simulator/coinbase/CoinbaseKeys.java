package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.KeyType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * New key pairs in the forms that Coinbase hands out: a P-256 key as SEC1 PEM, an Ed25519 key as
 * Base64 of seed and public half. Source: CDP documents, "API key authentication".
 */
final class CoinbaseKeys {

    /**
     * A pair.
     *
     * @param secret the private half as the portal shows it
     * @param publicBase64 the public half (X.509), Base64
     */
    record Pair(String secret, String publicBase64) {
        @Override
        public String toString() {
            return "Pair[***]";
        }
    }

    private static final int COORDINATE = 32;

    // RFC 5915: version 1, the private value, the curve prime256v1, the public point.
    private static final byte[] SEC1_LEAD = HexFormat.of().parseHex("30770201010420");
    private static final byte[] SEC1_CURVE =
            HexFormat.of().parseHex("a00a06082a8648ce3d030107a14403420004");

    private CoinbaseKeys() {}

    /** A new pair of that kind. */
    static Pair generate(KeyType type) {
        try {
            return type == KeyType.ED25519 ? ed25519() : p256();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the JDK has " + type, impossible);
        }
    }

    private static Pair ed25519() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] seed = last(pair.getPrivate().getEncoded());
        byte[] point = last(pair.getPublic().getEncoded());
        return new Pair(encode(concat(seed, point)), encode(pair.getPublic().getEncoded()));
    }

    private static Pair p256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        ECPublicKey open = (ECPublicKey) pair.getPublic();
        byte[] sec1 =
                concat(
                        SEC1_LEAD,
                        fixed(((ECPrivateKey) pair.getPrivate()).getS()),
                        SEC1_CURVE,
                        fixed(open.getW().getAffineX()),
                        fixed(open.getW().getAffineY()));
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return new Pair(
                "-----BEGIN EC PRIVATE KEY-----\n"
                        + lines.encodeToString(sec1)
                        + "\n-----END EC PRIVATE KEY-----\n",
                encode(open.getEncoded()));
    }

    private static byte[] last(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - COORDINATE, encoded.length);
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = new byte[COORDINATE];
        for (int i = 0; i < COORDINATE; i++) {
            bytes[i] = number.shiftRight(8 * (COORDINATE - 1 - i)).byteValue();
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
