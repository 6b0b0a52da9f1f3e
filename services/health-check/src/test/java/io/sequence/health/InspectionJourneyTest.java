package io.sequence.health;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyDrifted.What;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyProven.Proof;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Shards;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealKeysets;
import io.sequence.testing.RealSimulator;
import io.sequence.testing.TestHouse;
import io.sequence.testing.VenueSimulator;
import io.sequence.testing.VenueSimulator.Account;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that their owners change at the venue, while health-check watches them. */
@QuarkusTest
@TestProfile(InspectionJourneyTest.QuickLooks.class)
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "health-check"))
@WithTestResource(RealSimulator.class)
@WithTestResource(RealKeysets.class)
class InspectionJourneyTest {
    private static final Rights ACCEPTED =
            new Rights(
                    Map.of(
                            Right.READ, Grant.GRANTED,
                            Right.TRADE_SPOT, Grant.GRANTED,
                            Right.TRADE_DERIVATIVES, Grant.GRANTED,
                            Right.WITHDRAW, Grant.DENIED,
                            Right.TRANSFER, Grant.DENIED));

    TestHouse house;
    VenueSimulator simulator;
    @Inject Shards shards;
    @Inject Shards.Naming naming;
    private Prover prover;

    /** So that an hour is two seconds. */
    public static final class QuickLooks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sequence.health.interval", "2s",
                    "sequence.health.recheck", "500ms",
                    "sequence.health.inspect-every", "2s");
        }
    }

    @BeforeEach
    void openProver() {
        prover = new Prover(house);
    }

    @Test
    void quarantinesAKeyThatMayWithdrawAndTellsExactlyWhatChanged() {
        Account key = simulator.account("bybit", "{}");
        About about = prover.connect("bybit", key, ACCEPTED, List.of());
        prover.awaitProof(about, Proof::worked);

        simulator.change("bybit", key, "{\"permissions\":[\"read\",\"trade\",\"withdraw\"]}");
        KeyHealth lost =
                prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(lost.reason().fault()).isEqualTo(Fault.WITHDRAW_GRANTED);
        KeyDrifted gained = prover.awaitDrift(about, drift -> drift.has(Gravity.QUARANTINE));
        assertThat(change(gained, What.WITHDRAW))
                .hasValueSatisfying(
                        change -> {
                            assertThat(change.before()).isEqualTo("not allowed");
                            assertThat(change.now()).isEqualTo("allowed");
                            assertThat(change.meaning()).contains("withdraw");
                        });
        assertThat(gained.toldByHealth()).isTrue();
        assertThat(gained.rights().has(Right.WITHDRAW)).isTrue();

        simulator.change("bybit", key, "{\"permissions\":[\"read\",\"trade\"]}");
        KeyHealth back = prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
        assertThat(back.repaired().fault()).isEqualTo(Fault.WITHDRAW_GRANTED);
        KeyDrifted undone =
                prover.awaitDrift(
                        about,
                        drift ->
                                change(drift, What.WITHDRAW)
                                        .filter(change -> change.gravity() == Gravity.NOTE)
                                        .isPresent());
        assertThat(undone.rights().of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        assertThat(told(about, What.WITHDRAW)).isEqualTo(2);
        assertThat(prover.transitions(about)).isEqualTo(2);
    }

    @Test
    void findsByItsOwnCallWhatThePingDoesNotTell() {
        Account key = simulator.account("binance", "{}");
        About about = prover.connect("binance", key, ACCEPTED, List.of());
        prover.awaitProof(about, Proof::worked);

        simulator.change("binance", key, "{\"permissions\":[\"read\",\"trade\",\"transfer\"]}");
        KeyHealth lost =
                prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(lost.reason().fault()).isEqualTo(Fault.TRANSFER_GRANTED);
        prover.awaitDrift(about, drift -> change(drift, What.TRANSFER).isPresent());

        simulator.change("binance", key, "{\"permissions\":[\"read\",\"trade\"]}");
        prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
        await().until(() -> told(about, What.TRANSFER) == 2);
        assertThat(prover.transitions(about)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"okx", "kucoin"})
    void stopsUsingAKeyThatAnswersForAnotherAccount(String venue) {
        Account key = simulator.account(venue, "{}");
        About about = prover.connectOwned(venue, key, ACCEPTED);
        prover.awaitProof(about, Proof::worked);

        simulator.change(venue, key, "{\"uid\":\"700000000000004711\"}");
        KeyHealth lost =
                prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(lost.reason().fault()).isEqualTo(Fault.DIFFERENT_ACCOUNT);
        assertThat(lost.reason().fix()).contains("Refresh API");
        KeyDrifted other = prover.awaitDrift(about, drift -> drift.has(Gravity.QUARANTINE));
        assertThat(change(other, What.VENUE_ACCOUNT))
                .hasValueSatisfying(change -> assertThat(change.now()).endsWith("4711"));

        simulator.change(venue, key, "{\"uid\":\"" + key.uid() + "\"}");
        KeyHealth back = prover.awaitHealth(about, fact -> fact.state() == HealthState.CONNECTED);
        assertThat(back.repaired().fault()).isEqualTo(Fault.DIFFERENT_ACCOUNT);
        assertThat(prover.transitions(about)).isEqualTo(2);
    }

    @Test
    void asksForANewKeyWhenTheRightToTradeIsGone() {
        Account key = simulator.account("binance", "{}");
        About about = prover.connect("binance", key, ACCEPTED, List.of());
        prover.awaitProof(about, Proof::worked);

        simulator.change("binance", key, "{\"permissions\":[\"read\"]}");
        KeyHealth lost =
                prover.awaitHealth(about, fact -> fact.state() == HealthState.REAUTH_NEEDED);
        assertThat(lost.reason().fault()).isEqualTo(Fault.TRADE_MISSING);
        prover.awaitDrift(about, drift -> drift.has(Gravity.ACT));
    }

    @Test
    void warnsWhenAnIpListIsRemovedAndTellsTheDateThatComesWithIt() {
        Account key = simulator.account("bybit", "{\"ip_whitelist\":[\"127.0.0.1\"]}");
        About about = prover.connect("bybit", key, ACCEPTED, List.of("127.0.0.1"));
        prover.awaitProof(about, Proof::worked);

        simulator.change(
                "bybit", key, "{\"ip_whitelist\":[],\"expires_at\":\"2100-01-01T00:00:00Z\"}");
        KeyDrifted unbound =
                prover.awaitDrift(about, drift -> change(drift, What.IP_ALLOW_LIST).isPresent());
        assertThat(change(unbound, What.IP_ALLOW_LIST))
                .hasValueSatisfying(
                        change -> {
                            assertThat(change.gravity()).isEqualTo(Gravity.WARNING);
                            assertThat(change.before()).isEqualTo("127.0.0.1");
                            assertThat(change.now()).isEmpty();
                        });
        assertThat(change(unbound, What.EXPIRY)).isPresent();
        assertThat(unbound.expiresAt()).isAfter(Instant.now());
        assertThat(unbound.expiryReported()).isTrue();
        assertThat(unbound.warnings()).anyMatch(warning -> warning.contains("90 days"));

        simulator.change("bybit", key, "{\"ip_whitelist\":[\"127.0.0.1\"],\"expires_at\":null}");
        KeyDrifted bound =
                prover.awaitDrift(
                        about,
                        drift ->
                                drift.ipAllowList().equals(List.of("127.0.0.1"))
                                        && change(drift, What.IP_ALLOW_LIST).isPresent());
        assertThat(bound.expiresAt()).isNull();
        assertThat(change(bound, What.EXPIRY))
                .hasValueSatisfying(change -> assertThat(change.gravity()).isEqualTo(Gravity.NOTE));
        assertThat(prover.transitions(about)).isZero();
    }

    @Test
    void tellsAChangeOnceAlsoWhenTheShardIsTakenOver() {
        Account key = simulator.account("bybit", "{\"ip_whitelist\":[\"127.0.0.1\"]}");
        About about = prover.connect("bybit", key, ACCEPTED, List.of("127.0.0.1"));
        prover.awaitProof(about, Proof::worked);
        simulator.change("bybit", key, "{\"ip_whitelist\":[\"127.0.0.1\",\"203.0.113.9\"]}");
        prover.awaitDrift(about, drift -> change(drift, What.IP_ALLOW_LIST).isPresent());

        Set<Integer> shard = Set.of(naming.shardOf(about.connectionId()));
        shards.lose(shard);
        shards.gain(shard);
        int before = prover.proofs(about).size();
        await().until(() -> prover.proofs(about).size() >= before + 4);
        assertThat(told(about, What.IP_ALLOW_LIST)).isEqualTo(1);
    }

    private long told(About about, What what) {
        return prover.drifts(about).stream()
                .filter(drift -> change(drift, what).isPresent())
                .count();
    }

    private static Optional<Change> change(KeyDrifted drift, What what) {
        return drift.changes().stream().filter(one -> one.what() == what).findFirst();
    }
}
