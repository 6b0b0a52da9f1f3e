package io.sequence.venues.transport;

import io.sequence.vocabulary.VenueId;
import java.time.Instant;

/** Where nonces come from. Every process that uses a key must share one source for it. */
public interface NonceSource {
    /**
     * A number greater than every earlier one for this key.
     *
     * @param now the clock that it is not below, in milliseconds, the usual unit
     */
    long next(VenueId venue, String keyFingerprint, Instant now);

    /**
     * The same for a key whose numbers the venue has refused as far from its clock: those that have
     * run far ahead begin again at the clock. Several callers at once bring them back once.
     *
     * @param now the venue's clock as well as we know it
     */
    long anew(VenueId venue, String keyFingerprint, Instant now);
}
