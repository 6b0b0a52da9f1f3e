package io.sequence.venues.transport;

import io.sequence.vocabulary.VenueId;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Milliseconds of the clock, raised by one where two fall together: enough for one process, as in
 * tests and on the command line.
 */
public final class ClockNonceSource implements NonceSource {
    private final InstantSource clock;
    private final ConcurrentMap<String, Long> last = new ConcurrentHashMap<>();

    /** Nonces of this clock. */
    public ClockNonceSource(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long next(VenueId venue, String keyFingerprint) {
        return last.merge(
                venue + " " + keyFingerprint,
                clock.millis(),
                (before, now) -> Math.max(before + 1, now));
    }
}
