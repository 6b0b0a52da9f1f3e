package io.sequence.vault;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The key pair by which push services know the house (VAPID, RFC 8292): P-256, as PEM files. The
 * private half is the mailer's alone; browsers are given the public one when they subscribe, and
 * subscriptions end with it.
 */
public final class VapidKeys {
    private static final int COORDINATE_BYTES = 32;

    private VapidKeys() {}

    /**
     * Makes the pair where the public file, which is written last, is missing.
     *
     * @param privateKey where PKCS#8 goes, readable by its owner only
     * @param publicKey where X.509 goes
     * @throws IllegalStateException when one cannot be written
     */
    public static void generate(Path privateKey, Path publicKey) {
        if (Files.exists(publicKey)) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            OwnFile.write(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            OwnFile.write(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes EC keys", e);
        }
    }

    /**
     * The public key as browsers take it, {@code applicationServerKey}: the uncompressed point (65
     * bytes), base64url without padding.
     *
     * @throws IllegalStateException when the file is missing or holds no P-256 key
     */
    public static String publicKey(Path publicKey) {
        try {
            String body =
                    Files.readString(publicKey)
                            .replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "")
                            .replaceAll("\\s", "");
            var key =
                    (ECPublicKey)
                            KeyFactory.getInstance("EC")
                                    .generatePublic(
                                            new X509EncodedKeySpec(
                                                    Base64.getDecoder().decode(body)));
            if (key.getParams().getOrder().bitLength() != COORDINATE_BYTES * Byte.SIZE) {
                throw new IllegalStateException(publicKey.getFileName() + " is no P-256 key");
            }
            byte[] point = new byte[1 + 2 * COORDINATE_BYTES];
            point[0] = 4;
            put(key.getW().getAffineX(), point, 1);
            put(key.getW().getAffineY(), point, 1 + COORDINATE_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
        } catch (IOException e) {
            throw new IllegalStateException("VAPID key " + publicKey + " cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException(publicKey.getFileName() + " is no public key", e);
        }
    }

    private static void put(BigInteger number, byte[] point, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(
                bytes, bytes.length - length, point, at + COORDINATE_BYTES - length, length);
    }

    private static byte[] pem(String kind, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return ("-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
