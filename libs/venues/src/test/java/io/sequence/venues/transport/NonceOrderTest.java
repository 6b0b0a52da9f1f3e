package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueClient;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a venue that wants strictly increasing nonces gets to see of many calls at once. */
class NonceOrderTest {
    private static final VenueId KRAKEN = new VenueId("kraken");
    private static final int CALLS = 50;
    private static final Pattern NONCE = Pattern.compile("nonce=(\\d+)");

    private final List<Long> arrived = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private VertxVenueTransport transport;

    @BeforeEach
    void start() throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CALLS);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        var clock = InstantSource.system();
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        transport =
                new VertxVenueTransport(
                        vertx,
                        HostBook.of(Venues.profiles()).atSimulator(base),
                        new ClockNonceSource(),
                        TransportSettings.SIMULATOR.withTimeouts(
                                Duration.ofSeconds(60), Duration.ofSeconds(120)),
                        clock,
                        VenueCallListener.NONE);
    }

    @AfterEach
    void stop() {
        release.countDown();
        transport.close();
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher nonce = NONCE.matcher(body);
        if (nonce.find()) {
            arrived.add(Long.valueOf(nonce.group(1)));
        }
        if ("held".equals(exchange.getRequestHeaders().getFirst("API-Key"))) {
            held.countDown();
            await(release);
        }
        byte[] answer =
                "{\"error\":[\"EGeneral:Permission denied\"]}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void seesStrictlyIncreasingNoncesOfOneKeyThoughFiftyCallAtOnce() throws Exception {
        var together = new CountDownLatch(1);
        List<Future<VenueAnswer<Pulse>>> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLS; i++) {
                // Each has a client of its own, as each job and each ping has.
                VenueClient client = client("one");
                answers.add(
                        callers.submit(
                                () -> {
                                    await(together);
                                    return client.ping();
                                }));
            }
            together.countDown();
            for (Future<VenueAnswer<Pulse>> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(VenueAnswer.No.class);
            }
        }
        assertThat(arrived).hasSize(CALLS).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void letsNoKeyWaitForAnother() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<VenueAnswer<Pulse>> slow = callers.submit(() -> client("held").ping());
            await(held);
            assertThat(callers.submit(() -> client("other").ping()).get(60, TimeUnit.SECONDS))
                    .isInstanceOf(VenueAnswer.No.class);
            assertThat(slow).isNotDone();
            release.countDown();
            slow.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void keepsNothingOfKeysThatNobodyUses() {
        var turns = new KeyTurns();
        assertThat(turns.take("a", () -> turns.take("b", turns::size))).isEqualTo(2);
        assertThat(turns.size()).isZero();
    }

    private VenueClient client(String key) {
        return Venues.of(KRAKEN)
                .connect(
                        new Credential(
                                KRAKEN,
                                Venues.of(KRAKEN).profile().defaultHost(),
                                Map.of(
                                        "api_key",
                                        Secret.of(key),
                                        "api_secret",
                                        Secret.of("c2VjcmV0"))),
                        transport);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
