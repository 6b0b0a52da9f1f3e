package io.sequence.venues.api;

import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The only way out to venues: owns sockets, timeouts, clocks, nonces and rate budgets. Blocking;
 * call it from a virtual thread.
 */
public interface VenueTransport {
    /** The clock of one of the venue's hosts, as well as we know it. */
    Instant venueTime(VenueId venue, String host);

    /**
     * How far each venue's clock is ahead of ours, by the host that disagrees most; empty where
     * nothing was heard yet.
     */
    default Map<VenueId, Duration> clocksAhead() {
        return Map.of();
    }

    /**
     * A number greater than every earlier one for this key, in every process that uses it.
     *
     * @param keyFingerprint {@link VenueClient}'s name for the key, which tells nothing of its
     *     secret
     */
    long nextNonce(VenueId venue, String keyFingerprint);

    /**
     * The same for a venue that wants nonces near its clock: not below what one of its hosts shows,
     * as well as we know it. Transports that know one clock alone may ignore the host.
     */
    default long nextNonce(VenueId venue, String host, String keyFingerprint) {
        return nextNonce(venue, keyFingerprint);
    }

    /**
     * The same after the venue has refused a nonce of the key for being far from its clock. When
     * the numbers have run ahead, because a clock of ours did, they begin again at the host's
     * clock; lower than what was refused and above what was accepted before.
     */
    default long nonceAnew(VenueId venue, String host, String keyFingerprint) {
        return nextNonce(venue, host, keyFingerprint);
    }

    /**
     * Runs a call that takes a nonce, sends it and waits for the answer; calls of one key take
     * turns. Requests on two connections may overtake each other, and a venue refuses the lower
     * nonce that comes second. Transports that send one request at a time may ignore it.
     *
     * @param keyFingerprint as for {@link #nextNonce}
     */
    default <T> T inTurn(VenueId venue, String keyFingerprint, Supplier<T> call) {
        return call.get();
    }

    /** Sends one request, already signed, and waits for the answer. */
    WireResult exchange(VenueId venue, WireRequest request, CallClass callClass);

    /**
     * Hears that a venue has banned our address: nothing goes out to it until the time is over.
     * Transports without an address of their own may ignore it.
     *
     * @param howLong zero when the venue does not say
     */
    default void stayAway(VenueId venue, Duration howLong) {}

    /**
     * Hears that a venue has refused a call for there being too many.
     *
     * @param path of the call
     * @param howLong zero when the venue does not say
     */
    default void slowDown(VenueId venue, CallClass callClass, String path, Duration howLong) {}

    /**
     * The same way out for the calls of one connection: from the address that is its own, within
     * what its key may ask.
     */
    default VenueTransport on(ConnectionId connection) {
        return this;
    }

    /** The same way out, on which everything but orders spends of health's share. */
    default VenueTransport sparing() {
        return this;
    }

    /** The same way out, on which pings that are answered alike are read once. */
    default VenueTransport remembering(AnswerMemory memory) {
        return this;
    }

    /** What the last ping was answered; null where nobody remembers. */
    default @Nullable AnswerMemory memory() {
        return null;
    }

    /** How long nothing goes out to a venue that wants us to stay away; zero when calls do. */
    default Duration staysAwayFor(VenueId venue) {
        return Duration.ZERO;
    }
}
