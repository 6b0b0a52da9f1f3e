package io.sequence.venues.transport;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.crypto.KeyFingerprint;
import io.sequence.vocabulary.VenueId;
import java.util.concurrent.atomic.AtomicBoolean;

/** How the calls of one credential are counted. */
final class KeyNonces {
    private final String publicField;
    private final boolean nearTheClock;

    /** Whether the venue has just refused a number as far from its clock. */
    private final AtomicBoolean astray = new AtomicBoolean();

    /**
     * Counts.
     *
     * @param publicField the credential's field that names the key
     * @param nearTheClock whether the venue refuses numbers that are far from its clock
     */
    KeyNonces(String publicField, boolean nearTheClock) {
        this.publicField = publicField;
        this.nearTheClock = nearTheClock;
    }

    /** What the key is counted by. */
    String key(Credential credential) {
        return KeyFingerprint.of(credential, publicField);
    }

    /** The next number of a key. */
    long next(VenueTransport transport, VenueId venue, String host, String key) {
        if (!nearTheClock) {
            return transport.nextNonce(venue, key);
        }
        return astray.getAndSet(false)
                ? transport.nonceAnew(venue, host, key)
                : transport.nextNonce(venue, host, key);
    }

    /** Hears what a call was refused for. */
    void refused(Fault fault) {
        if (fault == Fault.TIMESTAMP_SKEW) {
            astray.set(true);
        }
    }
}
