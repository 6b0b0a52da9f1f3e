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
import io.sequence.events.VenueIncident;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Shards;
import io.sequence.health.domain.Watchlist;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealKeysets;
import io.sequence.testing.RealSimulator;
import io.sequence.testing.TestHouse;
import io.sequence.testing.VenueSimulator;
import io.sequence.testing.VenueSimulator.Account;
import io.sequence.vault.VaultTable;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(HealthJourneyTest.QuickPings.class)
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "health-check"))
@WithTestResource(RealSimulator.class)
@WithTestResource(RealKeysets.class)
class HealthJourneyTest {
    TestHouse house;
    VenueSimulator simulator;
    @Inject Watchlist watchlist;
    @Inject Shards shards;
    @Inject Shards.Naming naming;
    private Prover prover;

    /** So that a test can wait for the third ping. */
    public static final class QuickPings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sequence.health.interval", "2s",
                    "sequence.health.recheck", "1500ms",
                    "sequence.health.ambiguous-window", "1s");
        }
    }

    @BeforeEach
    void openProver() {
        prover = new Prover(house);
    }

    @AfterEach
    void healVenues() {
        simulator.heal("bybit");
        simulator.heal("okx");
        simulator.heal("kraken");
    }

    @Test
    void pingsAProvenKeyAgainAndAgain() {
        About about =
                prover.connect(
                        "bybit", simulator.account("bybit", "{\"balances\":{\"BTC\":\"2\"}}"));

        Proof first = prover.awaitProof(about, Proof::worked);
        assertThat(first.state()).isEqualTo(HealthState.CONNECTED);
        assertThat(first.credentialVersion()).isEqualTo(CredentialVersion.FIRST);
        assertThat(first.balances()).anyMatch(balance -> balance.asset().code().equals("BTC"));
        await().until(() -> prover.proofs(about).stream().map(Proof::at).distinct().count() >= 3);
        assertThat(prover.transitions(about)).isZero();
    }

    @Test
    void saysOnceThatARevokedKeyNeedsTheUserAndOnceThatItIsBack() {
        Account key = simulator.account("bybit", "{}");
        About about = prover.connect("bybit", key);
        prover.awaitProof(about, Proof::worked);

        simulator.change("bybit", key, "{\"revoked\":true}");
        KeyHealth lost =
                prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(lost.previous()).isEqualTo(HealthState.CONNECTED);
        assertThat(lost.reason()).isNotNull();
        assertThat(lost.reason().fault()).isEqualTo(Fault.INVALID_KEY);
        assertThat(lost.reason().venueWords()).isNotBlank();
        assertThat(lost.firstFailureAt()).isNotNull();
        assertThat(lost.lastProofAt()).isNotNull();
        prover.awaitProof(about, proof -> proof.state() == HealthState.REAUTH_NEEDED);

        simulator.change("bybit", key, "{\"revoked\":false}");
        KeyHealth back = prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
        assertThat(back.previous()).isEqualTo(HealthState.REAUTH_NEEDED);
        assertThat(back.reason()).isNull();
        assertThat(prover.transitions(about)).isEqualTo(2);
    }

    /** Binance says the same of a key that is gone, of a foreign address and of a missing right. */
    @Test
    void findsOutWhatAVenueDoesNotSay() {
        Account key = simulator.account("binance", "{}");
        About about = prover.connect("binance", key);
        prover.awaitProof(about, Proof::worked);

        simulator.change("binance", key, "{\"permissions\":[\"trade\"]}");
        KeyHealth lost =
                prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(lost.reason().fault()).isEqualTo(Fault.READ_MISSING);
        assertThat(lost.reason().venueCode()).isEqualTo("-2015");
        assertThat(lost.reason().venueWords()).contains("the key may trade but not read");

        simulator.change("binance", key, "{\"permissions\":[\"read\",\"trade\"]}");
        KeyHealth back = prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
        assertThat(back.repaired().fault()).isEqualTo(Fault.READ_MISSING);
    }

    @Test
    void callsAVenueThatFailsAnErrorAndNeverAsksTheUser() {
        About about = prover.connect("okx", simulator.account("okx", "{}"));
        prover.awaitProof(about, Proof::worked);

        simulator.fault("okx", "{\"kind\":\"server_error\",\"rate\":1.0}");
        KeyHealth trouble = prover.awaitHealth(about, fact -> fact.state() == HealthState.ERROR);
        assertThat(trouble.reason().fault().userMustAct()).isFalse();

        simulator.heal("okx");
        prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
    }

    @Test
    void takesRefusalsOfManyKeysForTheVenuesAndAsksNobodyToAct() {
        List<About> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(prover.connect("kraken", simulator.account("kraken", "{}")));
        }
        all.forEach(about -> prover.awaitProof(about, Proof::worked));

        simulator.fault("kraken", "{\"kind\":\"auth_error\",\"rate\":1.0}");
        Set<UUID> incidents = new HashSet<>();
        for (About about : all) {
            KeyHealth told = prover.awaitHealth(about, fact -> fact.state() == HealthState.ERROR);
            assertThat(told.reason().fault()).isEqualTo(Fault.VENUE_INCIDENT);
            incidents.add(told.incidentId());
        }
        assertThat(incidents).hasSize(1).doesNotContainNull();

        simulator.heal("kraken");
        for (About about : all) {
            KeyHealth back =
                    prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
            assertThat(back.repaired().fault()).isEqualTo(Fault.VENUE_INCIDENT);
            assertThat(prover.transitions(about)).isEqualTo(2);
        }
        VenueIncident over =
                EventJson.read(
                        house.events()
                                .await(
                                        "venue.incident",
                                        seen ->
                                                EventJson.read(seen.value(), VenueIncident.class)
                                                                .until()
                                                        != null)
                                .value(),
                        VenueIncident.class);
        assertThat(incidents).containsExactly(over.incidentId());
        assertThat(over.until()).isAfter(over.since());
    }

    @Test
    void answersAUsersCheckWithBalances() {
        About about =
                prover.connect(
                        "bybit", simulator.account("bybit", "{\"balances\":{\"ETH\":\"3\"}}"));
        prover.awaitProof(about, Proof::worked);

        UUID check = prover.check(about);

        Proof answer = prover.awaitProof(about, proof -> check.equals(proof.checkId()));
        assertThat(answer.worked()).isTrue();
        assertThat(answer.balances()).anyMatch(balance -> balance.asset().code().equals("ETH"));
    }

    @Test
    void movesToTheNewKeyWhenTheOldOneIsErased() {
        Account key = simulator.account("bybit", "{}");
        About about = prover.connect("bybit", key);
        prover.awaitProof(about, Proof::worked);
        About renewed = Prover.next(about);
        prover.accept(renewed, simulator.anotherKey("bybit", key, "{}"));
        new VaultTable(house.dataSource("strategy-launcher"))
                .eraseOlderThan(about.connectionId(), renewed.credentialVersion());
        prover.awaitProof(
                about,
                proof ->
                        proof.worked()
                                && proof.credentialVersion().equals(renewed.credentialVersion()));
        assertThat(prover.transitions(about)).isZero();
    }

    @Test
    void stopsWhenAConnectionEndsAndStaysStopped() {
        About about = prover.connect("bybit", simulator.account("bybit", "{}"));
        prover.awaitProof(about, Proof::worked);
        prover.disconnect(about);
        await().until(() -> !watchlist.ids().contains(about.connectionId()));
        assertThat(prover.transitions(about)).isZero();
    }

    @Test
    void pingsOnlyItsShardsAndTakesOverWhatAnotherLeaves() throws InterruptedException {
        Set<About> all = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            all.add(prover.connect("bybit", simulator.account("bybit", "{}")));
        }
        List<ConnectionId> ids = all.stream().map(About::connectionId).toList();
        await().until(() -> watchlist.ids().containsAll(ids));
        assertThat(shards.owned()).hasSize(6);

        house.events()
                .eachOnce("key.validated")
                .forEach(
                        seen ->
                                assertThat(naming.shardOf(ConnectionId.parse(seen.key())))
                                        .isEqualTo(seen.partition()));

        var leaving = new AtomicBoolean();
        var theirs = new AtomicInteger();
        Thread other = Thread.ofPlatform().start(() -> joinTheGroup(leaving, theirs));
        try {
            await().until(() -> shards.owned().size() == 3);
            await().until(() -> theirs.get() == 3);
            await().untilAsserted(
                            () ->
                                    assertThat(new ArrayList<>(watchlist.ids()))
                                            .allMatch(
                                                    id ->
                                                            shards.owned()
                                                                    .contains(naming.shardOf(id)))
                                            .containsAll(
                                                    ids.stream()
                                                            .filter(
                                                                    id ->
                                                                            shards.owned()
                                                                                    .contains(
                                                                                            naming
                                                                                                    .shardOf(
                                                                                                            id)))
                                                            .toList()));
        } finally {
            leaving.set(true);
        }
        await().until(() -> shards.owned().size() == 6);
        await().until(() -> watchlist.ids().containsAll(ids));
        other.join(Duration.ofSeconds(10));
    }

    @Test
    void tellsNothingOfAShardThatAnotherTookOver() throws SQLException {
        Account key = simulator.account("bybit", "{}");
        About about = prover.connect("bybit", key);
        prover.awaitProof(about, Proof::worked);
        Set<Integer> shard = Set.of(naming.shardOf(about.connectionId()));

        // As when this process had been stopped, and does not know yet what it has missed.
        takeOver(shard);
        double before = refusals();
        simulator.change("bybit", key, "{\"revoked\":true}");
        await().until(() -> refusals() >= before + 4);
        assertThat(prover.transitions(about)).isZero();
        assertThat(prover.proofs(about)).allMatch(Proof::worked);

        shards.lose(shard);
        shards.gain(shard);
        prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(prover.transitions(about)).isEqualTo(1);
    }

    private void takeOver(Set<Integer> shard) throws SQLException {
        try (Connection connection = house.dataSource("health-check").getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update shard_owner set owner = gen_random_uuid() where shard ="
                                        + " any(?)")) {
            statement.setArray(1, connection.createArrayOf("integer", shard.toArray()));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static double refusals() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("sequence_health_pings_seconds_count"))
                .filter(line -> line.contains("INVALID_KEY"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void measuresPingsAndTheirLateness() {
        About about = prover.connect("bybit", simulator.account("bybit", "{}"));
        prover.awaitProof(about, Proof::worked);
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("sequence_health_pings_seconds_count")
                .contains("sequence_health_ping_lateness_seconds_bucket")
                .contains("sequence_health_connections{state=\"connected\"")
                .contains("sequence_health_keys_open");
    }

    /** A second member of the group, as another instance would be. */
    private void joinTheGroup(AtomicBoolean leaving, AtomicInteger theirs) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        house.kafka(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "health-check",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName());
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(house.topicPrefix() + "key.validated"));
            while (!leaving.get()) {
                consumer.poll(Duration.ofMillis(100));
                theirs.set(consumer.assignment().size());
            }
        }
    }
}
