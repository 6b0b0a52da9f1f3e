package io.sequence.venues.api;

import java.time.Instant;

/**
 * Turns a request into the bytes that a venue accepts. Pure: the same input gives the same bytes.
 */
@FunctionalInterface
public interface Signer {
    /**
     * Signs one request.
     *
     * @param request what is to be asked; query and body in the order in which they are to be sent
     * @param credential whose key signs
     * @param now the venue's clock as far as we know it
     * @param nonce a number greater than every earlier one of this key; ignored by venues that sign
     *     a timestamp
     * @return the request with the venue's authentication in headers, query or body
     * @throws CredentialUnusable when the credential cannot sign at all, such as a secret that is
     *     no Base64
     */
    WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce);

    /** Whether the venue's bodies are forms rather than JSON. */
    default boolean signsForms() {
        return false;
    }

    /** Whether a nonce alone is signed, so that no clock is needed. */
    default boolean signsNoClock() {
        return false;
    }

    /** Whether a nonce chooses among sets of keys, the first being 0, and does not count calls. */
    default boolean noncesChooseKeys() {
        return false;
    }
}
