package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sequence.venues.Venues;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResult;
import io.sequence.venues.api.WireResult.Answered;
import io.sequence.venues.api.WireResult.HeldBack;
import io.sequence.venues.api.WireResult.Lost;
import io.sequence.venues.api.WireResult.NotSent;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The transport against a server of ours on the loopback. */
class VertxVenueTransportTest {
    private static final VenueId BYBIT = new VenueId("bybit");
    private static final VenueId HYPERLIQUID = new VenueId("hyperliquid");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final WireRequest INFO = WireRequest.post("mainnet", "/info", "{}");
    private static final WireRequest GET = WireRequest.get("global", "/v5/x", "a=1,2&b=%2F");

    private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> clients = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<VenueCallListener.Call> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch silenced = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpExchange exchange) throws IOException {
        clientPorts.add(exchange.getRemoteAddress().getPort());
        clients.merge(exchange.getRemoteAddress().getAddress().getHostAddress(), 1, Integer::sum);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/silent")) {
            silenced.countDown();
            await();
        }
        if (path.endsWith("/cut")) {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
            return;
        }
        boolean blocked = path.endsWith("/blocked");
        byte[] answer =
                (blocked ? "<html>blocked</html>" : "{\"ok\":\"ä\"}")
                        .getBytes(StandardCharsets.UTF_8);
        String one = exchange.getRequestHeaders().getFirst("X-One");
        exchange.getResponseHeaders().set("X-One", one == null ? "none" : one);
        exchange.sendResponseHeaders(blocked ? 403 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void await() {
        try {
            release.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private VertxVenueTransport transport(TransportSettings settings) {
        return transport(settings, HostBook.of(Venues.profiles()).atSimulator(base()));
    }

    private VertxVenueTransport transport(TransportSettings settings, HostBook hosts) {
        InstantSource clock = now::get;
        return new VertxVenueTransport(
                vertx, hosts, new ClockNonceSource(), settings, clock, told::add);
    }

    private static WireRequest path(String path) {
        return WireRequest.get("global", path, "secret=1");
    }

    @Test
    void sendsExactlyWhatWasSignedBehindThePrefixOfTheSimulator() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            WireRequest post =
                    WireRequest.post("testnet", "/v5/y", "{\"ü\":1}")
                            .withHeaders(Map.of("X-One", "1"));

            assertThat(transport.exchange(BYBIT, GET, CallClass.ACCOUNT))
                    .isInstanceOf(Answered.class);
            assertThat(transport.exchange(BYBIT, post, CallClass.ORDER))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered -> {
                                assertThat(answered.response().body()).isEqualTo("{\"ok\":\"ä\"}");
                                assertThat(answered.response().header("x-one")).isEqualTo("1");
                            });
            assertThat(heard)
                    .containsExactly(
                            "GET /bybit/v5/x?a=1,2&b=%2F ", "POST /bybit/testnet/v5/y {\"ü\":1}");
        }
    }

    @Test
    void keepsItsConnectionAlive() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            for (int i = 0; i < 30; i++) {
                transport.exchange(BYBIT, GET, CallClass.HEALTH);
            }
            assertThat(heard).hasSize(30);
            // A call may start just before the connection of the last one is back in the pool.
            assertThat(clientPorts).hasSizeLessThan(6);
        }
    }

    @Test
    void losesAnAnswerThatDoesNotCome() throws Exception {
        var impatient =
                TransportSettings.STANDARD.withTimeouts(
                        Duration.ofSeconds(3), Duration.ofMillis(200));
        try (var transport = transport(impatient)) {
            assertThat(transport.exchange(BYBIT, path("/silent"), CallClass.ACCOUNT))
                    .isEqualTo(new Lost("no answer: time-out"));
            assertThat(silenced.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void losesAnAnswerThatIsCutOff() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            assertThat(transport.exchange(BYBIT, path("/cut"), CallClass.ORDER))
                    .isInstanceOf(Lost.class);
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void handsAPageOnAsItIs() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            assertThat(transport.exchange(BYBIT, path("/blocked"), CallClass.ACCOUNT))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered -> {
                                assertThat(answered.response().status()).isEqualTo(403);
                                assertThat(answered.response().body()).contains("blocked");
                            });
        }
    }

    @Test
    void triesAReadOnceMoreAndAnOrderNever() {
        HostBook nowhere =
                HostBook.of(Venues.profiles()).atSimulator(URI.create("http://127.0.0.1:1"));
        try (var transport = transport(TransportSettings.STANDARD, nowhere)) {
            assertThat(transport.exchange(BYBIT, GET, CallClass.ACCOUNT))
                    .isInstanceOf(NotSent.class);
            assertThat(told).hasSize(2);
            assertThat(transport.exchange(BYBIT, GET, CallClass.ORDER)).isInstanceOf(NotSent.class);
            assertThat(told).hasSize(3);
        }
    }

    @Test
    void sparesAHostThatDoesNotAnswerAndProbesItLater() {
        HostBook nowhere =
                HostBook.of(Venues.profiles()).atSimulator(URI.create("http://127.0.0.1:1"));
        var settings = TransportSettings.STANDARD.withBreaker(2, Duration.ofSeconds(10));
        try (var transport = transport(settings, nowhere)) {
            transport.exchange(BYBIT, GET, CallClass.ACCOUNT);
            assertThat(told).as("both tries failed").hasSize(2);

            transport.exchange(BYBIT, GET, CallClass.ORDER);
            assertThat(told).as("open").hasSize(2);

            now.set(now.get().plusSeconds(11));
            transport.exchange(BYBIT, GET, CallClass.ORDER);
            transport.exchange(BYBIT, GET, CallClass.ORDER);
            assertThat(told).as("one probe").hasSize(3);
        }
    }

    @Test
    void closesTheBreakerWhenAProbeIsAnswered() {
        var settings = TransportSettings.STANDARD.withBreaker(1, Duration.ofSeconds(10));
        try (var transport = transport(settings)) {
            transport.exchange(BYBIT, path("/cut"), CallClass.ORDER);
            assertThat(transport.exchange(BYBIT, GET, CallClass.ORDER)).isInstanceOf(NotSent.class);
            now.set(now.get().plusSeconds(11));

            assertThat(transport.exchange(BYBIT, GET, CallClass.ORDER))
                    .isInstanceOf(Answered.class);
            assertThat(transport.exchange(BYBIT, GET, CallClass.ORDER))
                    .isInstanceOf(Answered.class);
        }
    }

    @Test
    void staysAwayFromAVenueThatBannedUs() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            transport.stayAway(BYBIT, Duration.ofMinutes(10));
            transport.stayAway(BYBIT, Duration.ofMinutes(1));
            now.set(now.get().plusSeconds(599));
            assertThat(transport.exchange(BYBIT, GET, CallClass.ORDER))
                    .isEqualTo(
                            new HeldBack(
                                    Duration.ofSeconds(1),
                                    "there is no room in the budget of bybit"));
            assertThat(heard).isEmpty();

            now.set(now.get().plusSeconds(1));
            assertThat(transport.exchange(BYBIT, GET, CallClass.ORDER))
                    .isInstanceOf(Answered.class);
        }
    }

    @Test
    void keepsPartOfTheBudgetForOrders() {
        var settings =
                TransportSettings.STANDARD.withBudget(
                        BYBIT, new TransportSettings.Budget(10, Duration.ofDays(1), 0.2, 0.3));
        try (var transport = transport(settings)) {
            assertThat(answered(transport, CallClass.HEALTH, 5)).as("health's share").isEqualTo(2);
            assertThat(answered(transport, CallClass.ACCOUNT, 9)).as("but orders'").isEqualTo(5);
            assertThat(answered(transport, CallClass.ORDER, 9)).as("the rest").isEqualTo(3);
            assertThat(transport.exchange(BYBIT, GET, CallClass.ORDER))
                    .isInstanceOf(HeldBack.class);
        }
    }

    @Test
    void asksForEachConnectionFromTheAddressThatIsItsOwn() {
        var two = EgressAddresses.of(List.of("127.0.0.1", "127.0.0.2"));
        try (var transport = transport(TransportSettings.STANDARD.withEgress(two))) {
            int[] expected = new int[2];
            for (int i = 0; i < 20; i++) {
                ConnectionId connection = ConnectionId.next();
                expected[two.of(connection)] += 2;
                VenueTransport own = transport.on(connection);
                own.exchange(BYBIT, GET, CallClass.ACCOUNT);
                own.exchange(BYBIT, GET, CallClass.ACCOUNT);
            }
            assertThat(clients)
                    .isEqualTo(Map.of("127.0.0.1", expected[0], "127.0.0.2", expected[1]));
            assertThat(transport.budgets())
                    .extracting(BudgetFacts::address, BudgetFacts::calls)
                    .containsExactly(
                            tuple("127.0.0.1", (long) expected[0]),
                            tuple("127.0.0.2", (long) expected[1]));
        }
    }

    @Test
    void staysAwayFromOneAddressAloneWhenThatWasRefused() {
        var two = EgressAddresses.of(List.of("127.0.0.1", "127.0.0.2"));
        try (var transport = transport(TransportSettings.STANDARD.withEgress(two))) {
            ConnectionId here = of(two, 0);
            transport.on(here).slowDown(HYPERLIQUID, CallClass.HEALTH, "/info", LONG);

            assertThat(transport.on(here).staysAwayFor(HYPERLIQUID)).isEqualTo(LONG);
            assertThat(transport.on(of(two, 0)).exchange(HYPERLIQUID, INFO, CallClass.HEALTH))
                    .isInstanceOf(HeldBack.class);
            assertThat(transport.on(of(two, 1)).exchange(HYPERLIQUID, INFO, CallClass.HEALTH))
                    .isInstanceOf(Answered.class);
        }
    }

    @Test
    void pausesAKeyWhoseOwnLimitIsReachedAndNobodyElse() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            ConnectionId busy = ConnectionId.next();
            transport.on(busy).slowDown(BYBIT, CallClass.HEALTH, "/v5/x", Duration.ZERO);

            assertThat(transport.on(busy).exchange(BYBIT, GET, CallClass.HEALTH))
                    .isInstanceOf(HeldBack.class);
            assertThat(transport.on(busy).staysAwayFor(BYBIT)).isZero();
            assertThat(transport.on(ConnectionId.next()).exchange(BYBIT, GET, CallClass.HEALTH))
                    .isInstanceOf(Answered.class);
        }
    }

    @Test
    void spendsOfHealthsShareWhenItIsToSpare() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            VenueTransport sparing = transport.on(ConnectionId.next()).sparing();
            sparing.exchange(BYBIT, GET, CallClass.ACCOUNT);
            assertThat(transport.budgets().getFirst().windows().getFirst().spent())
                    .containsEntry(CallClass.HEALTH, 1L)
                    .containsEntry(CallClass.ACCOUNT, 0L);
        }
    }

    private static ConnectionId of(EgressAddresses addresses, int place) {
        return Stream.generate(ConnectionId::next)
                .filter(connection -> addresses.of(connection) == place)
                .findFirst()
                .orElseThrow();
    }

    private static long answered(VertxVenueTransport transport, CallClass callClass, int calls) {
        long answered = 0;
        for (int i = 0; i < calls; i++) {
            WireResult result = transport.exchange(BYBIT, GET, callClass);
            answered += result instanceof Answered ? 1 : 0;
        }
        return answered;
    }

    @Test
    void learnsTheClockOfEachHost() {
        // The server writes the real time into its Date header; ours is an hour behind.
        now.set(Instant.now().minus(Duration.ofHours(1)));
        try (var transport = transport(TransportSettings.STANDARD)) {
            transport.exchange(BYBIT, GET, CallClass.ACCOUNT);
            assertThat(transport.venueTime(BYBIT, "global")).isEqualTo(now.get());

            transport.exchange(BYBIT, GET, CallClass.ACCOUNT);
            assertThat(Duration.between(now.get(), transport.venueTime(BYBIT, "global")))
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
            assertThat(transport.venueTime(BYBIT, "testnet")).isEqualTo(now.get());
        }
    }

    @Test
    void tellsItsListenerNeitherQueryNorBody() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            transport.exchange(BYBIT, path("/v5/x"), CallClass.HEALTH);
        }
        assertThat(told)
                .singleElement()
                .satisfies(
                        call -> {
                            assertThat(call.status()).isEqualTo(200);
                            assertThat(call.path()).isEqualTo("/v5/x");
                            assertThat(call.outcome()).isEqualTo("answered");
                            assertThat(call.toString()).doesNotContain("secret");
                        });
    }

    @Test
    void knowsNoHostThatTheVenueDoesNotHave() {
        try (var transport = transport(TransportSettings.STANDARD)) {
            assertThat(
                            transport.exchange(
                                    BYBIT, WireRequest.get("moon", "/v5/x", ""), CallClass.ACCOUNT))
                    .isEqualTo(new NotSent("bybit has no host moon"));
        }
    }

    @Test
    void neverRepeatsANonce() {
        var nonces = new ClockNonceSource();
        Instant now = Instant.EPOCH;

        assertThat(List.of(nonces.next(BYBIT, "a", now), nonces.next(BYBIT, "a", now)))
                .containsExactly(0L, 1L);
        assertThat(nonces.next(BYBIT, "b", now)).isZero();
        assertThat(nonces.next(BYBIT, "a", now.plusSeconds(60))).isEqualTo(60_000);
        assertThat(nonces.next(BYBIT, "a", now)).isEqualTo(60_001);
    }

    @Test
    void bringsNoncesThatRanAheadBackToTheClock() {
        var nonces = new ClockNonceSource();
        Instant now = Instant.ofEpochMilli(1_000_000);
        nonces.next(BYBIT, "a", now.plusSeconds(3600));

        assertThat(nonces.anew(BYBIT, "a", now)).isEqualTo(1_000_000);
        assertThat(nonces.anew(BYBIT, "a", now)).isEqualTo(1_000_001);
        assertThat(nonces.next(BYBIT, "a", now)).isEqualTo(1_000_002);
    }
}
