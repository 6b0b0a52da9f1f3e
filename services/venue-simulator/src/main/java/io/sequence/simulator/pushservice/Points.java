package io.sequence.simulator.pushservice;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** P-256 public keys as 65 bytes: 4, x, y (X9.62, uncompressed). */
final class Points {
    private static final int SIZE = 32;

    private Points() {}

    static byte[] bytes(ECPublicKey key) {
        byte[] point = new byte[1 + 2 * SIZE];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + SIZE);
        return point;
    }

    static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != 1 + 2 * SIZE || point[0] != 4) {
            throw new IllegalArgumentException("no uncompressed P-256 point");
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var at =
                new ECPoint(
                        new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + SIZE)),
                        new BigInteger(1, Arrays.copyOfRange(point, 1 + SIZE, point.length)));
        return (ECPublicKey)
                KeyFactory.getInstance("EC")
                        .generatePublic(
                                new ECPublicKeySpec(
                                        at, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static void put(BigInteger number, byte[] point, int at) {
        byte[] bytes = number.toByteArray();
        for (int i = 0; i < SIZE && i < bytes.length; i++) {
            point[at + SIZE - 1 - i] = bytes[bytes.length - 1 - i];
        }
    }
}
