package io.sequence.venues.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A hash of the JDK's. Looking one up takes as long as hashing a request, so it is looked up once
 * and copied for each use.
 */
enum Hash {
    SHA256("SHA-256", 64),
    SHA512("SHA-512", 128);

    private final String algorithm;
    private final int blockBytes;
    private final MessageDigest untouched;

    Hash(String algorithm, int blockBytes) {
        this.algorithm = algorithm;
        this.blockBytes = blockBytes;
        this.untouched = lookedUp(algorithm);
    }

    /** How many bytes it takes in at once, which is how long HMAC makes its keys. */
    int blockBytes() {
        return blockBytes;
    }

    /** One that has seen nothing yet, for the caller alone. */
    MessageDigest fresh() {
        try {
            return (MessageDigest) untouched.clone();
        } catch (CloneNotSupportedException otherProvider) {
            return lookedUp(algorithm);
        }
    }

    private static MessageDigest lookedUp(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        }
    }
}
