package io.sequence.venues.transport;

import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Milliseconds of the clock, raised by one where two fall together: enough for one process, as in
 * tests and on the command line.
 */
public final class ClockNonceSource implements NonceSource {
    private static final long FAR_AHEAD_MS = 20_000;

    private final ConcurrentMap<String, Long> last = new ConcurrentHashMap<>();

    @Override
    public long next(VenueId venue, String keyFingerprint, Instant now) {
        return last.merge(
                venue + " " + keyFingerprint,
                now.toEpochMilli(),
                (before, clock) -> Math.max(before + 1, clock));
    }

    @Override
    public long anew(VenueId venue, String keyFingerprint, Instant now) {
        return last.merge(
                venue + " " + keyFingerprint,
                now.toEpochMilli(),
                (before, clock) ->
                        before > clock + FAR_AHEAD_MS ? clock : Math.max(before + 1, clock));
    }
}
