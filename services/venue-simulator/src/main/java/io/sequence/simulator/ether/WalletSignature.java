package io.sequence.simulator.ether;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * A signature of a secp256k1 key that tells who made it.
 *
 * @param odd whether the point behind {@code r} has an odd ordinate ({@code v} 28)
 */
public record WalletSignature(BigInteger r, BigInteger s, boolean odd) {

    /**
     * Reads {@code r}, {@code s} with or without leading zeros; null when they are no signature.
     */
    public static @Nullable WalletSignature of(String r, String s, int v) {
        boolean sound =
                r.matches("0x[0-9a-fA-F]{1,64}")
                        && s.matches("0x[0-9a-fA-F]{1,64}")
                        && (v == 27 || v == 28 || v == 0 || v == 1);
        return sound
                ? new WalletSignature(
                        new BigInteger(r.substring(2), 16),
                        new BigInteger(s.substring(2), 16),
                        v == 28 || v == 1)
                : null;
    }

    /** Reads the 65 bytes {@code r ‖ s ‖ v} as hex with {@code 0x}; null when they are not that. */
    public static @Nullable WalletSignature of(String hex) {
        return hex.matches("0x[0-9a-fA-F]{130}")
                ? of(
                        hex.substring(0, 66),
                        "0x" + hex.substring(66, 130),
                        HexFormat.fromHexDigits(hex, 130, 132))
                : null;
    }

    /**
     * The address whose key signed {@code digest} (32 bytes); null when nobody can have. Another
     * digest gives another address, hardly ever none.
     */
    public @Nullable String signer(byte[] digest) {
        BigInteger n = Addresses.CURVE.getN();
        if (r.signum() <= 0 || s.signum() <= 0 || r.compareTo(n) >= 0 || s.compareTo(n) >= 0) {
            return null;
        }
        ECPoint point = point();
        if (point == null) {
            return null;
        }
        BigInteger inverse = r.modInverse(n);
        BigInteger e = new BigInteger(1, digest);
        ECPoint publicKey =
                ECAlgorithms.sumOfTwoMultiplies(
                        Addresses.CURVE.getG(),
                        e.negate().multiply(inverse).mod(n),
                        point,
                        s.multiply(inverse).mod(n));
        return publicKey.isInfinity() ? null : Addresses.of(publicKey);
    }

    private @Nullable ECPoint point() {
        byte[] compressed = new byte[33];
        compressed[0] = (byte) (odd ? 3 : 2);
        System.arraycopy(Typed.word(r), 0, compressed, 1, 32);
        try {
            return Addresses.CURVE.getCurve().decodePoint(compressed);
        } catch (IllegalArgumentException notOnTheCurve) {
            return null;
        }
    }
}
