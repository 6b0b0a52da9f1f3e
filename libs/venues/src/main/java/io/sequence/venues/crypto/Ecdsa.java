package io.sequence.venues.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** ECDSA with the nonce of RFC 6979 (HMAC-SHA256) on the two 256-bit curves that venues use. */
final class Ecdsa {
    static final ECDomainParameters P256 =
            new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));
    static final ECDomainParameters SECP256K1 =
            new ECDomainParameters(CustomNamedCurves.getByName("secp256k1"));

    /** A Bouncy Castle multiplier keeps no state, so one serves all threads. */
    private static final FixedPointCombMultiplier TIMES_G = new FixedPointCombMultiplier();

    private Ecdsa() {}

    /**
     * A signature and which of the curve's points made it.
     *
     * @param r below the curve's order
     * @param s below the curve's order
     * @param recovery bit 0: the point's y is odd; bit 1: its x is not below the order
     */
    record RawSignature(BigInteger r, BigInteger s, int recovery) {}

    /** Signs a 32-byte digest. */
    static RawSignature sign(ECDomainParameters curve, BigInteger key, byte[] digest) {
        BigInteger order = curve.getN();
        var nonces = new HMacDSAKCalculator(new SHA256Digest());
        nonces.init(order, key, digest);
        BigInteger message = new BigInteger(1, digest);
        while (true) {
            BigInteger nonce = nonces.nextK();
            ECPoint point = timesG(curve, nonce);
            BigInteger x = point.getAffineXCoord().toBigInteger();
            BigInteger r = x.mod(order);
            BigInteger s =
                    BigIntegers.modOddInverse(order, nonce)
                            .multiply(message.add(key.multiply(r)))
                            .mod(order);
            if (r.signum() != 0 && s.signum() != 0) {
                int odd = point.getAffineYCoord().testBitZero() ? 1 : 0;
                return new RawSignature(r, s, odd | (x.compareTo(order) >= 0 ? 2 : 0));
            }
        }
    }

    /** The public point of a private scalar, in affine form. */
    static ECPoint timesG(ECDomainParameters curve, BigInteger scalar) {
        return TIMES_G.multiply(curve.getG(), scalar).normalize();
    }
}
