package io.sequence.health;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyProven.Proof;
import io.sequence.events.OwnTrouble;
import io.sequence.events.OwnTrouble.Kind;
import io.sequence.events.VenueIncident;
import io.sequence.faults.Fault;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealKeysets;
import io.sequence.testing.RealSimulator;
import io.sequence.testing.TestHouse;
import io.sequence.testing.VenueSimulator;
import io.sequence.testing.VenueSimulator.Account;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose trouble it is: the venue's, by its own word; ours; the user's, who has paused. */
@QuarkusTest
@TestProfile(OftenPinged.class)
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "health-check"))
@WithTestResource(RealSimulator.class)
@WithTestResource(RealKeysets.class)
class TruthJourneyTest {
    private static final List<String> ASKED =
            List.of(
                    "bybit",
                    "okx",
                    "kraken",
                    "kucoin",
                    "binance",
                    "binance_usdm",
                    "kalshi",
                    "bitmart",
                    "bitget",
                    "cryptocom");

    TestHouse house;
    VenueSimulator simulator;
    private Prover prover;

    @BeforeEach
    void openProver() {
        prover = new Prover(house);
    }

    @AfterEach
    void healVenues() {
        ASKED.forEach(simulator::heal);
    }

    @Test
    void knowsOfMaintenanceBeforehandAndCallsItTheVenuesFromTheFirstFailure() {
        About about = prover.connect("okx", simulator.account("okx", "{}"));
        prover.awaitProof(about, Proof::worked);

        Instant begins = Instant.now().plusSeconds(15);
        Instant ends = begins.plusSeconds(600);
        simulator.fault(
                "okx",
                "{\"kind\":\"maintenance\",\"begins_at\":\"%s\",\"ends_at\":\"%s\"}"
                        .formatted(begins, ends));
        KeyHealth closed = prover.awaitHealth(about, fact -> fact.state() == HealthState.ERROR);
        assertThat(closed.reason().fault()).isEqualTo(Fault.VENUE_MAINTENANCE);
        assertThat(closed.reason().detail()).contains("until");
        assertThat(closed.reason().venueWords()).isEqualTo("Trading system upgrade");
        assertThat(closed.reason().fault().userMustAct()).isFalse();
        assertThat(Duration.between(closed.firstFailureAt(), closed.at()))
                .isLessThan(Duration.ofSeconds(2));
        VenueIncident told = incident(one -> one.incidentId().equals(closed.incidentId()));
        assertThat(told.origin()).isEqualTo(VenueIncident.Origin.PLANNED);
        assertThat(told.expectedUntil())
                .isEqualTo(ends.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));

        simulator.heal("okx");
        KeyHealth back = prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
        assertThat(back.repaired().fault()).isEqualTo(Fault.VENUE_MAINTENANCE);
        incident(one -> one.incidentId().equals(closed.incidentId()) && one.until() != null);
        assertThat(prover.transitions(about)).isEqualTo(2);
    }

    @Test
    void keepsToItselfThatNoVenueCanBeReached() {
        List<About> all = new ArrayList<>();
        for (String venue : List.of("bybit", "okx", "kraken")) {
            all.add(prover.connect(venue, simulator.account(venue, "{}")));
            all.add(prover.connect(venue, simulator.account(venue, "{}")));
        }
        all.forEach(about -> prover.awaitProof(about, Proof::worked));

        // All at one moment: a venue that is dark alone for a second is in trouble of its own.
        Instant begins = Instant.now().plusSeconds(8);
        ASKED.forEach(
                venue ->
                        simulator.fault(
                                venue,
                                "{\"kind\":\"timeout\",\"millis\":100,\"begins_at\":\"%s\"}"
                                        .formatted(begins)));
        OwnTrouble began = trouble(one -> one.kind() == Kind.EGRESS && one.until() == null);
        assertThat(began.words()).contains("cannot be reached");
        await().until(
                        () ->
                                all.stream()
                                        .allMatch(
                                                about ->
                                                        prover.proofs(about).stream()
                                                                        .filter(p -> !p.worked())
                                                                        .count()
                                                                >= 4));
        assertThat(all).allMatch(about -> prover.transitions(about) == 0);
        assertThat(metric("sequence_health_own_trouble", "kind=\"egress\"")).isEqualTo(1);

        ASKED.forEach(simulator::heal);
        trouble(one -> one.troubleId().equals(began.troubleId()) && one.until() != null);
        assertThat(metric("sequence_health_own_trouble", "kind=\"egress\"")).isZero();
        all.forEach(
                about ->
                        prover.awaitProof(
                                about,
                                proof -> proof.worked() && proof.at().isAfter(began.since())));
        assertThat(all).allMatch(about -> prover.transitions(about) == 0);
    }

    @Test
    void takesAddressesThatManyKeysRefuseForOurs() {
        List<Account> keys = new ArrayList<>();
        List<About> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Account key = simulator.account("kucoin", "{\"ip_whitelist\":[\"127.0.0.1\"]}");
            keys.add(key);
            all.add(prover.connect("kucoin", key));
        }
        all.forEach(about -> prover.awaitProof(about, Proof::worked));

        keys.forEach(
                key -> simulator.change("kucoin", key, "{\"ip_whitelist\":[\"203.0.113.7\"]}"));
        OwnTrouble began = trouble(one -> one.kind() == Kind.EGRESS_ADDRESS);
        await().until(() -> all.stream().noneMatch(about -> asksToAct(about)));

        keys.forEach(key -> simulator.change("kucoin", key, "{\"ip_whitelist\":[\"127.0.0.1\"]}"));
        trouble(one -> one.troubleId().equals(began.troubleId()) && one.until() != null);
    }

    @Test
    void noticesThatOurClockIsWrongAndBlamesNobodyForIt() {
        List<About> all = new ArrayList<>();
        for (String venue : List.of("bybit", "okx", "bitget")) {
            all.add(prover.connect(venue, simulator.account(venue, "{}")));
        }
        all.forEach(about -> prover.awaitProof(about, Proof::worked));
        ASKED.forEach(venue -> simulator.fault(venue, "{\"kind\":\"skew\",\"millis\":60000}"));
        OwnTrouble began = trouble(one -> one.kind() == Kind.CLOCK);
        assertThat(began.words()).startsWith("Our clock is").contains("behind");

        ASKED.forEach(simulator::heal);
        trouble(one -> one.troubleId().equals(began.troubleId()) && one.until() != null);
        assertThat(all).allMatch(about -> prover.transitions(about) == 0);
    }

    @Test
    void keepsAlarmsOfLateWithTheState() throws SQLException {
        Account key = simulator.account("bybit", "{}");
        About about = prover.connect("bybit", key);
        prover.awaitProof(about, Proof::worked);
        simulator.change("bybit", key, "{\"revoked\":true}");
        prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(kept(about)).isEqualTo("REAUTH_NEEDED 1");
        simulator.change("bybit", key, "{\"revoked\":false}");
        prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
        assertThat(kept(about)).isEqualTo("CONNECTED 1");
    }

    private String kept(About about) throws SQLException {
        try (Connection connection = house.dataSource("health-check").getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "select condition || ' ' || flap_alarms from watched_connection"
                                        + " where connection_id = ? and flap_since is not null")) {
            statement.setObject(1, about.connectionId().value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    @Test
    void pingsAPausedConnectionAndTellsWhenItIsTakenUpWhatIsWrong() {
        Account key = simulator.account("bybit", "{}");
        About about = prover.connect("bybit", key);
        prover.awaitProof(about, Proof::worked);
        prover.pause(about, 1, true);
        simulator.change("bybit", key, "{\"revoked\":true}");
        KeyHealth quiet =
                prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        // Either it was heard of before the refusal was confirmed, or its owner knows already.
        if (quiet.quiet()) {
            prover.pause(about, 2, false);
            KeyHealth told =
                    prover.awaitHealth(
                            about,
                            fact -> fact.state() == HealthState.REAUTH_NEEDED && !fact.quiet());
            assertThat(told.previous()).isEqualTo(HealthState.CONNECTED);
            assertThat(told.reason().fault()).isEqualTo(Fault.INVALID_KEY);
            assertThat(prover.transitions(about)).isEqualTo(2);
        }
        simulator.change("bybit", key, "{\"revoked\":false}");
        prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("sequence_health_time_to_detect_seconds_bucket");
    }

    private boolean asksToAct(About about) {
        return house.events().eachOnce("key.health").stream()
                .filter(seen -> about.connectionId().toString().equals(seen.key()))
                .reduce((earlier, later) -> later)
                .map(seen -> EventJson.read(seen.value(), KeyHealth.class).state())
                .filter(HealthState.REAUTH_NEEDED::equals)
                .isPresent();
    }

    private VenueIncident incident(Predicate<VenueIncident> fits) {
        return EventJson.read(
                house.events()
                        .await(
                                "venue.incident",
                                seen ->
                                        fits.test(
                                                EventJson.read(seen.value(), VenueIncident.class)))
                        .value(),
                VenueIncident.class);
    }

    private OwnTrouble trouble(Predicate<OwnTrouble> fits) {
        return EventJson.read(
                house.events()
                        .await(
                                "own.trouble",
                                seen -> fits.test(EventJson.read(seen.value(), OwnTrouble.class)))
                        .value(),
                OwnTrouble.class);
    }

    private static double metric(String name, String label) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
