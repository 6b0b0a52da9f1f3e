package io.sequence.health.outbound;

import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResult;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The way out to venues, where every signed call is paid from health's share of the budget. */
record HealthShare(VenueTransport own) implements VenueTransport {
    @Override
    public WireResult exchange(VenueId venue, WireRequest request, CallClass callClass) {
        CallClass paid =
                switch (callClass) {
                    case PUBLIC -> CallClass.PUBLIC;
                    case ORDER, ACCOUNT, HEALTH -> CallClass.HEALTH;
                };
        return own.exchange(venue, request, paid);
    }

    @Override
    public Instant venueTime(VenueId venue, String host) {
        return own.venueTime(venue, host);
    }

    @Override
    public long nextNonce(VenueId venue, String keyFingerprint) {
        return own.nextNonce(venue, keyFingerprint);
    }

    @Override
    public long nextNonce(VenueId venue, String host, String keyFingerprint) {
        return own.nextNonce(venue, host, keyFingerprint);
    }

    @Override
    public long nonceAnew(VenueId venue, String host, String keyFingerprint) {
        return own.nonceAnew(venue, host, keyFingerprint);
    }

    @Override
    public <T> T inTurn(VenueId venue, String keyFingerprint, Supplier<T> call) {
        return own.inTurn(venue, keyFingerprint, call);
    }

    @Override
    public void stayAway(VenueId venue, Duration howLong) {
        own.stayAway(venue, howLong);
    }
}
