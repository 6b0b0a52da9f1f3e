package io.sequence.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.faults.Fault;
import io.sequence.simulator.conformance.SimulatorAdmin.Issued;
import io.sequence.venues.Venues;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.transport.BudgetFacts;
import io.sequence.venues.transport.BudgetFacts.WindowFacts;
import io.sequence.venues.transport.EgressAddresses;
import io.sequence.venues.transport.HostBook;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Market;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we take for the venues' limits, against what the simulator takes for them. */
@QuarkusTest
class BudgetConformanceTest {
    private static final EgressAddresses TWO =
            EgressAddresses.of(List.of("127.0.0.1", "127.0.0.2"));

    @TestHTTPResource("/")
    URI base;

    private SimulatorAdmin simulator;

    static Stream<String> venues() {
        return Venues.profiles().stream().map(profile -> profile.venue().value());
    }

    @BeforeEach
    void open() {
        simulator = new SimulatorAdmin(base);
    }

    @AfterEach
    void close() {
        venues().forEach(simulator::noLimits);
        simulator.close();
    }

    private VertxVenueTransport transport(TransportSettings settings) {
        return VertxVenueTransport.standalone(
                HostBook.of(Venues.profiles()).atSimulator(base), settings, InstantSource.system());
    }

    @ParameterizedTest
    @MethodSource("venues")
    void isNeverRefusedForAskingTooOften(String venue) {
        simulator.limits(venue, "{}");
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        int worked = 0;
        try (var transport = transport(TransportSettings.STANDARD)) {
            for (int key = 0; key < 3; key++) {
                VenueClient client = client(venue, transport, ConnectionId.next());
                for (int i = 0; i < 80; i++) {
                    worked += note(client.ping(), faults);
                }
                note(client.balances(Market.SPOT), faults);
            }
        }
        assertThat(worked).isPositive();
        assertThat(faults).isSubsetOf(Fault.HELD_BACK, Fault.BAD_REQUEST);
    }

    private static int note(VenueAnswer<?> answer, Set<Fault> faults) {
        if (answer instanceof No<?> no) {
            faults.add(no.fault());
        }
        return answer instanceof Yes ? 1 : 0;
    }

    @Test
    void isCountedApartAtEachOfItsAddresses() {
        simulator.limits("bitget", "{\"scale\":0.005}");
        try (var transport = transport(TransportSettings.SIMULATOR.withEgress(TWO))) {
            VenueClient here = client("bitget", transport, of(0));
            VenueClient alsoHere = client("bitget", transport, of(0));
            VenueClient there = client("bitget", transport, of(1));
            Set<Fault> faults = EnumSet.noneOf(Fault.class);
            int worked = 0;
            for (int i = 0; i < 50; i++) {
                worked += note(here.ping(), faults);
            }
            assertThat(worked).isBetween(25, 30);
            assertThat(faults).contains(Fault.RATE_LIMITED);
            assertThat(note(alsoHere.ping(), faults)).as("the address is refused").isZero();
            assertThat(there.ping()).as("the other one is not").isInstanceOf(Yes.class);
        }
    }

    @Test
    void learnsFromTheVenueWhatOthersSpendFromItsAddress() throws InterruptedException {
        simulator.limits("binance", "{\"elsewhere\":5390}");
        try (var transport = transport(TransportSettings.STANDARD)) {
            VenueClient client = client("binance", transport, ConnectionId.next());
            // Around a full minute a header may be of the minute before, and is not believed.
            for (int i = 0; i < 25 && others(transport) < 5_000; i++) {
                client.balances(Market.SPOT);
                new CountDownLatch(1).await(60, TimeUnit.MILLISECONDS);
            }
            assertThat(others(transport)).isGreaterThanOrEqualTo(5_000);
            assertThat(client.balances(Market.SPOT))
                    .isInstanceOfSatisfying(
                            No.class, no -> assertThat(no.fault()).isEqualTo(Fault.HELD_BACK));
            assertThat(client.ping()).as("its limit is another one").isInstanceOf(Yes.class);
        }
    }

    private static long others(VertxVenueTransport transport) {
        return transport.budgets().stream()
                .map(BudgetFacts::windows)
                .flatMap(List::stream)
                .filter(window -> window.below().equals("/api/"))
                .mapToLong(WindowFacts::others)
                .sum();
    }

    private VenueClient client(
            String venue, VertxVenueTransport transport, ConnectionId connection) {
        Issued key = simulator.account(venue, "{}");
        return VenueBench.client(venue, key, transport.on(connection));
    }

    private static ConnectionId of(int place) {
        return Stream.generate(ConnectionId::next)
                .filter(connection -> TWO.of(connection) == place)
                .findFirst()
                .orElseThrow();
    }
}
