package io.sequence.venues.transport;

import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.api.WireResult;
import io.sequence.vocabulary.VenueId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x underneath, plain blocking calls above: call it from virtual threads, never from an event
 * loop. Orders are sent once. A read whose connection could not be made is tried once more.
 */
public final class VertxVenueTransport implements VenueTransport, AutoCloseable {
    private final HostBook hosts;
    private final NonceSource nonces;
    private final TransportSettings settings;
    private final InstantSource clock;
    private final VenueCallListener listener;
    private final VertxExchange exchange;
    private final @Nullable Vertx ownVertx;
    private final ConcurrentMap<HostKey, ClockOffset> offsets = new ConcurrentHashMap<>();
    private final ConcurrentMap<HostKey, Breaker> breakers = new ConcurrentHashMap<>();
    private final ConcurrentMap<VenueId, RateBudget> budgets = new ConcurrentHashMap<>();
    private final KeyTurns turns = new KeyTurns();
    private final ConcurrentMap<VenueId, Instant> bannedUntil = new ConcurrentHashMap<>();

    /** On a Vert.x of somebody else, who closes it. */
    public VertxVenueTransport(
            Vertx vertx,
            HostBook hosts,
            NonceSource nonces,
            TransportSettings settings,
            InstantSource clock,
            VenueCallListener listener) {
        this(vertx, null, hosts, nonces, settings, clock, listener);
    }

    private VertxVenueTransport(
            Vertx vertx,
            @Nullable Vertx ownVertx,
            HostBook hosts,
            NonceSource nonces,
            TransportSettings settings,
            InstantSource clock,
            VenueCallListener listener) {
        this.hosts = hosts;
        this.nonces = nonces;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.exchange = new VertxExchange(vertx, settings);
        this.ownVertx = ownVertx;
    }

    /** On a Vert.x of its own, with the standard settings, the system's clock and its nonces. */
    public static VertxVenueTransport standalone(HostBook hosts) {
        return standalone(hosts, TransportSettings.STANDARD, InstantSource.system());
    }

    /** On a Vert.x of its own, with nonces of that clock. */
    public static VertxVenueTransport standalone(
            HostBook hosts, TransportSettings settings, InstantSource clock) {
        Vertx own = Vertx.vertx();
        return new VertxVenueTransport(
                own, own, hosts, new ClockNonceSource(), settings, clock, VenueCallListener.NONE);
    }

    @Override
    public Instant venueTime(VenueId venue, String host) {
        ClockOffset offset = offsets.get(new HostKey(venue, host));
        return offset == null ? clock.instant() : clock.instant().plusMillis(offset.millis());
    }

    @Override
    public Map<VenueId, Duration> clocksAhead() {
        var ahead = new HashMap<VenueId, Duration>();
        offsets.forEach(
                (key, offset) ->
                        ahead.merge(
                                key.venue(),
                                Duration.ofMillis(offset.millis()),
                                (one, other) ->
                                        one.abs().compareTo(other.abs()) >= 0 ? one : other));
        return ahead;
    }

    @Override
    public long nextNonce(VenueId venue, String keyFingerprint) {
        return nonces.next(venue, keyFingerprint, clock.instant());
    }

    @Override
    public long nextNonce(VenueId venue, String host, String keyFingerprint) {
        return nonces.next(venue, keyFingerprint, venueTime(venue, host));
    }

    @Override
    public long nonceAnew(VenueId venue, String host, String keyFingerprint) {
        return nonces.anew(venue, keyFingerprint, venueTime(venue, host));
    }

    @Override
    public <T> T inTurn(VenueId venue, String keyFingerprint, Supplier<T> call) {
        return turns.take(venue + " " + keyFingerprint, call);
    }

    @Override
    public WireResult exchange(VenueId venue, WireRequest request, CallClass callClass) {
        URI base = hosts.baseUrl(venue, request.host()).orElse(null);
        if (base == null) {
            return new WireResult.NotSent(venue + " has no host " + request.host());
        }
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("venues are asked from virtual threads");
        }
        WireResult first = once(venue, base, request, callClass);
        boolean again = first instanceof WireResult.NotSent && callClass != CallClass.ORDER;
        return again ? once(venue, base, request, callClass) : first;
    }

    @Override
    public void stayAway(VenueId venue, Duration howLong) {
        bannedUntil.merge(
                venue,
                clock.instant().plus(howLong),
                (one, other) -> one.isAfter(other) ? one : other);
    }

    private WireResult once(VenueId venue, URI base, WireRequest request, CallClass callClass) {
        if (bannedUntil.getOrDefault(venue, Instant.MIN).isAfter(clock.instant())) {
            return new WireResult.NotSent(venue + " has banned our address for a while");
        }
        var key = new HostKey(venue, request.host());
        Breaker breaker = breakers.computeIfAbsent(key, any -> newBreaker());
        if (!budgets.computeIfAbsent(venue, this::newBudget).take(callClass)) {
            return new WireResult.NotSent("the rate budget of " + venue + " is spent");
        }
        if (!breaker.admits()) {
            return new WireResult.NotSent(venue + " has not answered for a while");
        }
        Instant sent = clock.instant();
        long start = System.nanoTime();
        WireResult result = exchange.send(base, request);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (result instanceof WireResult.Answered answered) {
            breaker.answered();
            learnClock(key, answered.response(), sent, took);
        } else {
            breaker.failed();
        }
        tell(venue, request, callClass, result, took);
        return result;
    }

    private Breaker newBreaker() {
        return new Breaker(clock, settings.failuresToOpen(), settings.breakerPause());
    }

    private RateBudget newBudget(VenueId venue) {
        return new RateBudget(settings.budgetFor(venue));
    }

    private void learnClock(HostKey key, WireResponse response, Instant sent, Duration took) {
        ServerTime time = ServerTime.of(response);
        if (time != null) {
            long earliest = time.earliest().toEpochMilli();
            offsets.computeIfAbsent(key, any -> new ClockOffset())
                    .observe(
                            earliest - sent.plus(took).toEpochMilli(),
                            earliest + time.precisionMillis() - sent.toEpochMilli());
        }
    }

    private void tell(
            VenueId venue,
            WireRequest request,
            CallClass callClass,
            WireResult result,
            Duration took) {
        int status =
                result instanceof WireResult.Answered answered ? answered.response().status() : 0;
        String outcome =
                switch (result) {
                    case WireResult.Answered answered -> "answered";
                    case WireResult.NotSent notSent -> "not_sent";
                    case WireResult.Lost lost -> "lost";
                };
        listener.called(
                new VenueCallListener.Call(
                        venue,
                        request.host(),
                        request.method(),
                        request.path(),
                        callClass,
                        status,
                        outcome,
                        took));
    }

    @Override
    public void close() {
        exchange.close();
        if (ownVertx != null) {
            ownVertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private record HostKey(VenueId venue, String host) {}
}
