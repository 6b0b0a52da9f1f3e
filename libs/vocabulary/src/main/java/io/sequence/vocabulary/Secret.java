package io.sequence.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A value that must not be seen: a key's secret half, a passphrase. It never prints, is equal only
 * in constant time, can be wiped, and is read only with a {@link SecretAccess} token, so that every
 * reader can be found.
 */
public final class Secret implements AutoCloseable {
    private static final String MASK = "Secret[…]";

    private final byte[] utf8;
    private boolean wiped;

    private Secret(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Takes a secret from text. The text itself cannot be wiped: drop it as soon as you can. */
    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a copy of a secret's UTF-8 bytes. */
    public static Secret of(byte[] utf8) {
        return new Secret(utf8.clone());
    }

    /**
     * The secret as UTF-8 bytes: a copy that the caller wipes after use.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public byte[] open(SecretAccess access) {
        access.check();
        if (wiped) {
            throw new IllegalStateException("this secret has been wiped");
        }
        return utf8.clone();
    }

    /** The secret as text, for venues that want it in a header. Same rules as {@link #open}. */
    public String openText(SecretAccess access) {
        byte[] copy = open(access);
        try {
            return new String(copy, StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Length in UTF-8 bytes; tells nothing else. */
    public int length() {
        return utf8.length;
    }

    /** Wipes the bytes; the secret cannot be opened afterwards. */
    @Override
    public void close() {
        Arrays.fill(utf8, (byte) 0);
        wiped = true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(utf8, secret.utf8);
    }

    @Override
    public int hashCode() {
        // One bucket for all: a hash of the content would leak it into heap dumps and logs.
        return 1;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
