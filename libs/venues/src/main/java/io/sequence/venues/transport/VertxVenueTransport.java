package io.sequence.venues.transport;

import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.api.WireResult;
import io.sequence.venues.transport.Budgets.Caller;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x underneath, plain blocking calls above: call it from virtual threads, never from an event
 * loop. Orders are sent once. A read whose connection could not be made is tried once more.
 */
public final class VertxVenueTransport implements VenueTransport, AutoCloseable {
    /** Calls but pings wait so long for room before they are held back. */
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final HostBook hosts;
    private final NonceSource nonces;
    private final TransportSettings settings;
    private final InstantSource clock;
    private final VenueCallListener listener;
    private final VertxExchange exchange;
    private final @Nullable Vertx ownVertx;
    private final ConcurrentMap<HostKey, ClockOffset> offsets = new ConcurrentHashMap<>();
    private final ConcurrentMap<HostKey, Breaker> breakers = new ConcurrentHashMap<>();
    private final Budgets budgets;
    private final KeyTurns turns = new KeyTurns();

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
        this.budgets = new Budgets(hosts, settings, listener);
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
        return clock.instant().plusMillis(offset(new HostKey(venue, host)));
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
        return exchange(venue, request, callClass, Caller.NOBODY);
    }

    WireResult exchange(VenueId venue, WireRequest request, CallClass callClass, Caller caller) {
        URI base = hosts.baseUrl(venue, request.host()).orElse(null);
        if (base == null) {
            return new WireResult.NotSent(venue + " has no host " + request.host());
        }
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("venues are asked from virtual threads");
        }
        WireResult first = once(venue, base, request, callClass, caller);
        boolean again = first instanceof WireResult.NotSent && callClass != CallClass.ORDER;
        return again ? once(venue, base, request, callClass, caller) : first;
    }

    @Override
    public VenueTransport on(ConnectionId connection) {
        return new VenueLane(
                this,
                new Caller(settings.egress().of(connection), EgressAddresses.name(connection)),
                false,
                null);
    }

    @Override
    public void stayAway(VenueId venue, Duration howLong) {
        stayAway(venue, howLong, Caller.NOBODY);
    }

    void stayAway(VenueId venue, Duration howLong, Caller caller) {
        budgets.banned(venue, caller, howLong, clock.millis());
    }

    @Override
    public void slowDown(VenueId venue, CallClass callClass, String path, Duration howLong) {
        slowDown(venue, callClass, path, howLong, Caller.NOBODY);
    }

    void slowDown(
            VenueId venue, CallClass callClass, String path, Duration howLong, Caller caller) {
        budgets.slowDown(venue, caller, callClass, path, howLong, clock.millis());
    }

    @Override
    public Duration staysAwayFor(VenueId venue) {
        return staysAwayFor(venue, Caller.NOBODY);
    }

    Duration staysAwayFor(VenueId venue, Caller caller) {
        return Duration.ofMillis(budgets.staysAwayFor(venue, caller, clock.millis()));
    }

    /** Our addresses, of which every connection has one. */
    public EgressAddresses egress() {
        return settings.egress();
    }

    /**
     * Pings that may go out now from one of our addresses; when none may, how many milliseconds one
     * has to wait, below zero.
     *
     * @param address its place among {@link #egress}
     */
    public long pingRoom(VenueId venue, int address) {
        return budgets.pingRoom(venue, address, clock.millis());
    }

    /** How the budgets stand of every venue that was asked, at each of our addresses. */
    public List<BudgetFacts> budgets() {
        return budgets.facts(clock.millis());
    }

    /** How many keys have spent something of their own limits of late. */
    public int keysHeld() {
        return budgets.keysHeld();
    }

    private WireResult once(
            VenueId venue, URI base, WireRequest request, CallClass callClass, Caller caller) {
        var key = new HostKey(venue, request.host());
        Breaker breaker = breakers.computeIfAbsent(key, any -> newBreaker());
        if (!breaker.admits()) {
            return new WireResult.NotSent(venue + " has not answered for a while");
        }
        long wait = room(key, caller, request, callClass);
        if (wait > 0) {
            breaker.spared();
            return new WireResult.HeldBack(
                    Duration.ofMillis(wait), "there is no room in the budget of " + venue);
        }
        Instant sent = clock.instant();
        long start = System.nanoTime();
        WireResult result = exchange.send(base, request, caller.address());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (result instanceof WireResult.Answered answered) {
            breaker.answered();
            long offset = offset(key);
            learnClock(key, answered.response(), sent, took);
            long now = sent.toEpochMilli() + took.toMillis();
            budgets.answered(
                    venue,
                    caller,
                    request,
                    answered.response(),
                    sent.toEpochMilli() + offset,
                    now + offset,
                    now);
        } else {
            breaker.failed();
        }
        tell(venue, request, callClass, result, took);
        return result;
    }

    /** Pings are held back at once, others wait a moment. */
    private long room(HostKey key, Caller caller, WireRequest request, CallClass callClass) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long now = clock.millis();
            long wait =
                    budgets.take(key.venue(), caller, request, callClass, now, now + offset(key));
            long nanos = TimeUnit.MILLISECONDS.toNanos(wait);
            boolean waits = callClass != CallClass.HEALTH && wait <= PATIENCE.toMillis();
            if (wait == 0
                    || !waits
                    || System.nanoTime() + nanos > deadline
                    || Thread.currentThread().isInterrupted()) {
                return wait;
            }
            LockSupport.parkNanos(nanos);
        }
    }

    private long offset(HostKey key) {
        ClockOffset offset = offsets.get(key);
        return offset == null ? 0 : offset.millis();
    }

    private Breaker newBreaker() {
        return new Breaker(clock, settings.failuresToOpen(), settings.breakerPause());
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
                    case WireResult.HeldBack heldBack -> "held_back";
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
