package io.sequence.simulator.conformance;

import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResult;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;

/** A way out whose clock is late and never learns better. */
record LateClock(VenueTransport way, Duration late) implements VenueTransport {
    @Override
    public Instant venueTime(VenueId venue, String host) {
        return way.venueTime(venue, host).minus(late);
    }

    @Override
    public long nextNonce(VenueId venue, String keyFingerprint) {
        return way.nextNonce(venue, keyFingerprint);
    }

    @Override
    public WireResult exchange(VenueId venue, WireRequest request, CallClass callClass) {
        return way.exchange(venue, request, callClass);
    }
}
