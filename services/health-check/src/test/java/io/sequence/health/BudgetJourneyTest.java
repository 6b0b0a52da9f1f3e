package io.sequence.health;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyProven.Proof;
import io.sequence.events.VenueBudget;
import io.sequence.faults.Fault;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealKeysets;
import io.sequence.testing.RealSimulator;
import io.sequence.testing.TestHouse;
import io.sequence.testing.VenueSimulator;
import io.sequence.testing.VenueSimulator.Account;
import io.sequence.venues.transport.EgressAddresses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What venues let our addresses ask, and pings that have to wait for it. */
@QuarkusTest
@TestProfile(BudgetJourneyTest.TwoAddresses.class)
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "health-check"))
@WithTestResource(RealSimulator.class)
@WithTestResource(RealKeysets.class)
class BudgetJourneyTest {
    private static final List<String> ADDRESSES = List.of("127.0.0.1", "127.0.0.2");
    private static final Duration LONG = Duration.ofSeconds(90);

    TestHouse house;
    VenueSimulator simulator;
    private Prover prover;

    /** Quick pings, from two addresses; Kraken's budget carries one ping a second. */
    public static final class TwoAddresses implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sequence.health.interval", "2s",
                    "sequence.health.recheck", "500ms",
                    "sequence.health.ambiguous-window", "1s",
                    "sequence.venues.egress-addresses", String.join(",", ADDRESSES),
                    "sequence.venues.kraken.calls-per-second", "2");
        }
    }

    @BeforeEach
    void openProver() {
        prover = new Prover(house);
    }

    @AfterEach
    void healVenues() {
        simulator.heal("bitget");
    }

    @Test
    void staysAwayWithAllKeysWhenAVenueIsAskedTooMuchAndBlamesNone() {
        List<About> all = connect("bitget", 16);
        all.forEach(about -> prover.awaitProof(about, Proof::worked));

        simulator.fault("bitget", "{\"kind\":\"rate_limit\",\"rate\":1.0}");
        await().atMost(LONG)
                .until(() -> metric("sequence_venue_budget_backoffs_total", "bitget") >= 4);
        assertThat(metric("sequence_health_pings_seconds_count", "HELD_BACK")).isPositive();
        double blamed = metric("sequence_health_pings_seconds_count", "RATE_LIMITED");
        Instant healed = Instant.now();
        simulator.heal("bitget");

        for (About about : all) {
            prover.awaitProof(about, proof -> proof.worked() && proof.at().isAfter(healed));
            assertThat(prover.transitions(about)).isZero();
        }
        assertThat(blamed).as("before it was the address's: two keys of each").isLessThan(9);
    }

    @Test
    void pingsEachConnectionFromTheAddressThatIsItsOwn() {
        var addresses = EgressAddresses.of(ADDRESSES);
        List<About> all = new ArrayList<>();
        List<Account> keys = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Account key = simulator.account("bybit", "{}");
            keys.add(key);
            all.add(prover.connect("bybit", key));
        }
        all.forEach(about -> prover.awaitProof(about, Proof::worked));
        for (int i = 0; i < all.size(); i++) {
            // The last one's list holds only the other address.
            int own = addresses.of(all.get(i).connectionId());
            String listed = ADDRESSES.get(i == 7 ? 1 - own : own);
            simulator.change("bybit", keys.get(i), "{\"ip_whitelist\":[\"" + listed + "\"]}");
        }
        KeyHealth refused =
                prover.awaitHealth(
                        all.getLast(), fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(refused.reason().fault()).isEqualTo(Fault.IP_NOT_ALLOWED);
        Instant later = Instant.now();
        for (About about : all.subList(0, 7)) {
            prover.awaitProof(about, proof -> proof.worked() && proof.at().isAfter(later));
            assertThat(prover.transitions(about)).isZero();
        }
    }

    @Test
    void stretchesTheIntervalsOfAllWhenTheBudgetIsTooSmallAndSaysSo() {
        List<About> all = connect("kraken", 14);
        for (About about : all) {
            await().atMost(LONG)
                    .until(
                            () ->
                                    prover.proofs(about).stream().map(Proof::at).distinct().count()
                                            >= 3);
        }
        VenueBudget told =
                EventJson.read(
                        house.events()
                                .await(
                                        "venue.budget",
                                        seen -> {
                                            var one =
                                                    EventJson.read(seen.value(), VenueBudget.class);
                                            return one.venue().value().equals("kraken")
                                                    && one.waiting() > 0;
                                        })
                                .value(),
                        VenueBudget.class);
        assertThat(told.pingsWanted()).isGreaterThan(told.pingsCarried());
        assertThat(told.pingsCarried()).isEqualTo(60);
        assertThat(told.waitingSince()).isNotNull();
        assertThat(ADDRESSES).contains(told.address());
        assertThat(metric("sequence_health_held_back{", "kraken")).isPositive();
        assertThat(all).allMatch(about -> prover.transitions(about) == 0);
        assertThat(all).allMatch(about -> prover.proofs(about).stream().allMatch(Proof::worked));
    }

    /** So many, and three of them at each address: fewer are no crowd of an address. */
    private List<About> connect(String venue, int count) {
        var addresses = EgressAddresses.of(ADDRESSES);
        int[] at = new int[ADDRESSES.size()];
        List<About> all = new ArrayList<>();
        while (all.size() < count || Arrays.stream(at).min().orElseThrow() < 3) {
            About about = prover.connect(venue, simulator.account(venue, "{}"));
            at[addresses.of(about.connectionId())]++;
            all.add(about);
        }
        return all;
    }

    private static double metric(String name, String label) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains("\"" + label + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
