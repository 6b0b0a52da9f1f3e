package io.sequence.simulator.domain;

/** How a key signs: a shared secret, or the private half of an RSA pair. */
public enum KeyType {
    HMAC,
    RSA
}
