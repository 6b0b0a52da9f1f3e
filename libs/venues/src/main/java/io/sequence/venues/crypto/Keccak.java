package io.sequence.venues.crypto;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak as Ethereum uses it: the padding from before FIPS 202, so not SHA3-256. */
public final class Keccak {
    private Keccak() {}

    /**
     * Keccak-256.
     *
     * @return 32 bytes
     */
    public static byte[] hash256(byte[]... parts) {
        var digest = new KeccakDigest(256);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }
}
