package io.sequence.venues.transport;

import io.sequence.vocabulary.VenueId;

/** Where nonces come from. Every process that uses a key must share one source for it. */
@FunctionalInterface
public interface NonceSource {
    /** A number greater than every earlier one for this key. */
    long next(VenueId venue, String keyFingerprint);
}
