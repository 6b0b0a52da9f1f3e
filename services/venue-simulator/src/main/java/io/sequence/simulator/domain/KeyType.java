package io.sequence.simulator.domain;

/** How a key signs: a shared secret, or the private half of an RSA or Ed25519 pair. */
public enum KeyType {
    HMAC,
    RSA,
    ED25519
}
