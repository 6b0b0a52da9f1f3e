package io.sequence.simulator.domain;

/** How a key signs: a shared secret, or the private half of an RSA, P-256 or Ed25519 pair. */
public enum KeyType {
    HMAC,
    RSA,
    ECDSA,
    ED25519
}
