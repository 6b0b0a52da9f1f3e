package io.sequence.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes, and their comparison in constant time. */
public final class Macs {

    private Macs() {}

    /** HMAC-SHA256 of {@code text} (UTF-8) under {@code key} (UTF-8). */
    public static byte[] sha256(String key, byte[] text) {
        return mac("HmacSHA256", key.getBytes(StandardCharsets.UTF_8), text);
    }

    /** HMAC of {@code message} under {@code key}; {@code algorithm} as the JDK names it. */
    public static byte[] mac(String algorithm, byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the JDK has " + algorithm, impossible);
        }
    }

    /** Lower-case hex. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether two texts are the same. */
    public static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
