package io.sequence.simulator.ether;

import java.io.ByteArrayOutputStream;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256, the hash of Ethereum (SHA-3 before its padding was changed). */
public final class Keccak {

    private Keccak() {}

    /** The hash of the parts put one behind the other: 32 bytes. */
    public static byte[] hash(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(256);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
