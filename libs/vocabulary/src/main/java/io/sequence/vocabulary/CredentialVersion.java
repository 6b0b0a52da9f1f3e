package io.sequence.vocabulary;

/**
 * Which credential of a connection is meant: 1 for the first, one more for each refresh.
 *
 * @param value 1 or more
 */
public record CredentialVersion(int value) implements Comparable<CredentialVersion> {
    public static final CredentialVersion FIRST = new CredentialVersion(1);

    public CredentialVersion {
        if (value < 1) {
            throw new IllegalArgumentException("a credential version is 1 or more");
        }
    }

    public CredentialVersion next() {
        return new CredentialVersion(value + 1);
    }

    @Override
    public int compareTo(CredentialVersion other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
