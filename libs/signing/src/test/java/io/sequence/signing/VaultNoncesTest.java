package io.sequence.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.testing.TestHouse;
import io.sequence.vault.NonceTable;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.transport.HostBook;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.VenueCallListener;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that several processes use, each with a clock and a database connection of its own. */
class VaultNoncesTest {
    private static final VenueId KRAKEN = new VenueId("kraken");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static TestHouse house;
    private static Vertx vertx;

    @BeforeAll
    static void open() {
        house = TestHouse.open();
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        house.close();
    }

    /** A process that signs, and its clock. */
    private static final class Process implements AutoCloseable {
        private final AtomicReference<Duration> off = new AtomicReference<>();
        private final VertxVenueTransport transport;
        private final VenueId venue;

        Process(String service, JudgingVenue judge, VenueId venue, Duration off) {
            this.venue = venue;
            this.off.set(off);
            InstantSource clock = () -> Instant.now().plus(this.off.get());
            transport =
                    new VertxVenueTransport(
                            vertx,
                            HostBook.of(Venues.profiles()).atSimulator(judge.url()),
                            nonces(service),
                            TransportSettings.SIMULATOR,
                            clock,
                            VenueCallListener.NONE);
        }

        void ping(Credential key) {
            assertThat(Venues.of(venue).connect(key, transport).ping())
                    .isInstanceOf(VenueAnswer.Yes.class);
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    private static VaultNonces nonces(String service) {
        return new VaultNonces(new NonceTable(house.dataSource(service)));
    }

    private static Credential key(VenueId venue, String name) {
        boolean wallet = venue.value().equals("hyperliquid");
        String hex = String.format("%064x", Math.abs((long) name.hashCode()) + 1);
        return new Credential(
                venue,
                Venues.of(venue).profile().defaultHost(),
                Map.of(
                        "api_key",
                        Secret.of(wallet ? "0x" + "ab".repeat(20) : name),
                        "api_secret",
                        Secret.of(wallet ? hex : "c2VjcmV0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kraken", "cryptocom", "hyperliquid"})
    void servesProcessesWhoseClocksAreAnHourApartStepBackAndStartAgain(String id) throws Exception {
        var venue = new VenueId(id);
        Credential key = key(venue, "back-and-forth");
        try (var judge = new JudgingVenue(venue);
                var right = new Process("key-validation", judge, venue, Duration.ZERO);
                var late = new Process("health-check", judge, venue, HOUR.negated())) {
            for (int i = 0; i < 5; i++) {
                right.ping(key);
                late.ping(key);
            }
            right.off.set(HOUR.negated());
            right.ping(key);
            late.off.set(HOUR.negated().multipliedBy(2));
            late.ping(key);
            try (var restarted = new Process("key-validation", judge, venue, HOUR.negated())) {
                restarted.ping(key);
                right.ping(key);
                restarted.ping(key);
            }
            assertThat(judge.accepted()).hasSize(15).doesNotHaveDuplicates().isSorted();
            assertThat(judge.refused()).as("the counter is nearer than a late clock").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kraken", "cryptocom", "hyperliquid"})
    void comesBackFromAClockThatRanDaysAhead(String id) throws Exception {
        var venue = new VenueId(id);
        Credential key = key(venue, "ahead");
        try (var judge = new JudgingVenue(venue);
                var right = new Process("key-validation", judge, venue, Duration.ZERO);
                var early = new Process("health-check", judge, venue, Duration.ofDays(3))) {
            right.ping(key);
            early.ping(key);
            right.ping(key);
            early.ping(key);
            early.off.set(Duration.ZERO);
            early.ping(key);
            right.ping(key);

            assertThat(judge.accepted()).hasSize(6).doesNotHaveDuplicates().isSorted();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cryptocom", "hyperliquid"})
    void findsTheWindowWithAClockThatIsDaysLateAndNoCounterYet(String id) throws Exception {
        var venue = new VenueId(id);
        Credential key = key(venue, "late");
        try (var judge = new JudgingVenue(venue);
                var late = new Process("health-check", judge, venue, Duration.ofDays(-3))) {
            late.ping(key);
            late.ping(key);

            assertThat(judge.accepted()).hasSize(2).isSorted();
        }
    }

    @Test
    void countsEachKeyOnceForAllProcesses() throws Exception {
        List<Callable<List<Long>>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            VaultNonces nonces = nonces(i % 2 == 0 ? "key-validation" : "health-check");
            Instant clock = i < 4 ? NOON : NOON.minus(HOUR);
            callers.add(() -> taken(nonces, clock));
        }
        List<Long> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Long>> taken : threads.invokeAll(callers)) {
                assertThat(taken.get()).isSorted();
                all.addAll(taken.get());
            }
        }
        assertThat(all).hasSize(200).doesNotHaveDuplicates();
        assertThat(nonces("health-check").next(KRAKEN, "another", NOON))
                .isEqualTo(NOON.toEpochMilli());
    }

    private static List<Long> taken(VaultNonces nonces, Instant clock) {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            taken.add(nonces.next(KRAKEN, "shared", clock));
        }
        return taken;
    }

    @Test
    void bringsBackOnceWhatRanAheadHoweverManyAsk() {
        VaultNonces one = nonces("key-validation");
        VaultNonces other = nonces("health-check");
        long noon = NOON.toEpochMilli();
        assertThat(one.next(KRAKEN, "astray", NOON.plus(HOUR))).isEqualTo(noon + HOUR.toMillis());

        assertThat(one.anew(KRAKEN, "astray", NOON)).isEqualTo(noon + 2000);
        assertThat(other.anew(KRAKEN, "astray", NOON)).isEqualTo(noon + 2001);
        assertThat(other.anew(KRAKEN, "astray", NOON.minusSeconds(15))).isEqualTo(noon + 2002);
        assertThat(one.next(KRAKEN, "astray", NOON)).isEqualTo(noon + 2003);
    }
}
