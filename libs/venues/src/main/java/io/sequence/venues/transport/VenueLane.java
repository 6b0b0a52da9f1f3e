package io.sequence.venues.transport;

import io.sequence.venues.api.AnswerMemory;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResult;
import io.sequence.venues.transport.Budgets.Caller;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way out as one connection takes it.
 *
 * @param way whose sockets and budgets it uses
 * @param caller who asks, and from where
 * @param spares whether everything but orders spends of health's share
 * @param memory of its last ping; null when nobody remembers
 */
record VenueLane(
        VertxVenueTransport way, Caller caller, boolean spares, @Nullable AnswerMemory memory)
        implements VenueTransport {
    @Override
    public WireResult exchange(VenueId venue, WireRequest request, CallClass callClass) {
        CallClass kind = spares && callClass != CallClass.ORDER ? CallClass.HEALTH : callClass;
        return way.exchange(venue, request, kind, caller);
    }

    @Override
    public VenueTransport on(ConnectionId connection) {
        return way.on(connection);
    }

    @Override
    public VenueTransport sparing() {
        return new VenueLane(way, caller, true, memory);
    }

    @Override
    public VenueTransport remembering(AnswerMemory itsOwn) {
        return new VenueLane(way, caller, spares, itsOwn);
    }

    @Override
    public void stayAway(VenueId venue, Duration howLong) {
        way.stayAway(venue, howLong, caller);
    }

    @Override
    public void slowDown(VenueId venue, CallClass callClass, String path, Duration howLong) {
        way.slowDown(venue, callClass, path, howLong, caller);
    }

    @Override
    public Duration staysAwayFor(VenueId venue) {
        return way.staysAwayFor(venue, caller);
    }

    @Override
    public Instant venueTime(VenueId venue, String host) {
        return way.venueTime(venue, host);
    }

    @Override
    public long nextNonce(VenueId venue, String keyFingerprint) {
        return way.nextNonce(venue, keyFingerprint);
    }

    @Override
    public long nextNonce(VenueId venue, String host, String keyFingerprint) {
        return way.nextNonce(venue, host, keyFingerprint);
    }

    @Override
    public long nonceAnew(VenueId venue, String host, String keyFingerprint) {
        return way.nonceAnew(venue, host, keyFingerprint);
    }

    @Override
    public <T> T inTurn(VenueId venue, String keyFingerprint, Supplier<T> call) {
        return way.inTurn(venue, keyFingerprint, call);
    }
}
