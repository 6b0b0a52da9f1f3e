package io.sequence.venues.crypto;

/** What a pasted private key turned out to be. */
public enum KeyKind {
    /** An unencrypted RSA private key (PKCS#1 or PKCS#8). */
    RSA,
    /** An unencrypted EC private key on P-256 (SEC 1 or PKCS#8). */
    EC_P256,
    /** An Ed25519 private key: PKCS#8, a Base64 seed, or a Base64 seed with its public half. */
    ED25519,
    /** An EC private key on another curve. */
    EC_OTHER,
    /** The public half, or a certificate. */
    PUBLIC,
    /** A private key that a password guards. */
    ENCRYPTED,
    /** None of these: a shared secret, a word, half a file. */
    NOT_A_KEY
}
