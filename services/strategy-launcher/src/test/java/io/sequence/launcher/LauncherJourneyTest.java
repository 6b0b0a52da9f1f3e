package io.sequence.launcher;

import static io.restassured.RestAssured.get;
import static io.sequence.events.HealthState.CONNECTED;
import static io.sequence.events.HealthState.ERROR;
import static io.sequence.events.HealthState.REAUTH_NEEDED;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.sequence.events.Event;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.launcher.outbound.BotLedger;
import io.sequence.testing.EventProbe;
import io.sequence.testing.Neighbours;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker and a real database, between neighbours that the test plays. */
@QuarkusTest
@TestProfile(LauncherJourneyTest.QuickCensus.class)
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "strategy-launcher"),
        restrictToAnnotatedClass = true)
class LauncherJourneyTest {
    private static final String SEAL =
            "insert into vault.credential (account_id, connection_id, version, venue, mode, state,"
                    + " sealed) values (?, ?, ?, 'bybit', 'live', ?, '\\x5EA1ED')";

    TestHouse house;
    EventProbe probe;
    @Inject BotLedger ledger;

    private final Facts facts = Facts.fresh();
    private Neighbours topics;

    /** So that the test sees the metric soon. */
    public static final class QuickCensus implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sequence.launcher.census", "200ms");
        }
    }

    @BeforeEach
    void openTopics() {
        topics = new Neighbours(probe);
    }

    @Test
    void launchesOnceThoughTheFactCameTwice() {
        UUID id = UUID.randomUUID();
        topics.tell(facts.added(), id);
        topics.tell(facts.added(), id);
        topics.tell(facts.added());
        // A later fact of the same partition marks that the earlier ones were taken in.
        topics.tell(facts.refreshed(2));
        awaitCount("key.refreshed", KeyRefreshed.class, 1);

        assertThat(launched())
                .singleElement()
                .satisfies(
                        fact -> {
                            assertThat(fact.botId()).isEqualTo("0x3E9 / Ada / 1");
                            assertThat(fact.about()).isEqualTo(facts.about(1));
                        });
        await().until(
                        () ->
                                get("/q/metrics")
                                        .asString()
                                        .contains("sequence_bots{state=\"running\"}"));
    }

    @Test
    void pausesAndResumesWithTheKeysHealth() {
        topics.tell(facts.added());
        awaitCount("strategy.launched", StrategyLaunched.class, 1);
        topics.tell(facts.health(1, REAUTH_NEEDED));
        awaitCount("strategy.paused", StrategyPaused.class, 1);
        assertThat(paused().getFirst().reason()).isEqualTo(Facts.KEY_GONE);
        assertThat(paused().getFirst().ended()).isFalse();

        topics.tell(facts.health(1, CONNECTED));
        awaitCount("strategy.resumed", StrategyResumed.class, 1);
    }

    @Test
    void remembersHealthThatCameBeforeTheBot() {
        UUID early = UUID.randomUUID();
        topics.tell(facts.health(1, ERROR), early);
        awaitTakenIn(early);
        topics.tell(facts.added());
        awaitCount("strategy.launched", StrategyLaunched.class, 1);
        awaitCount("strategy.paused", StrategyPaused.class, 1);
        assertThat(paused().getFirst().reason()).isEqualTo(Facts.KEY_GONE);
    }

    @Test
    void erasesTheOldKeyWhenTheNewOneTakesOver() throws SQLException {
        seal(1, "retiring");
        seal(2, "active");
        topics.tell(facts.added());
        topics.tell(facts.health(1, REAUTH_NEEDED));
        awaitCount("strategy.paused", StrategyPaused.class, 1);
        assertThat(sealedVersions()).isEqualTo("1,2");

        topics.tell(facts.refreshed(2));
        awaitCount("key.refreshed", KeyRefreshed.class, 1);
        assertThat(sealedVersions()).isEqualTo("2");
        awaitCount("strategy.resumed", StrategyResumed.class, 1);
        KeyRefreshed said = heard("key.refreshed", KeyRefreshed.class).getFirst();
        assertThat(said.replaced().value()).isEqualTo(1);
        assertThat(said.about().credentialVersion().value()).isEqualTo(2);
        assertThat(said.botId()).isEqualTo("0x3E9 / Ada / 1");
    }

    @Test
    void erasesNothingAndSaysNothingWhenItsTransactionFails() throws SQLException {
        seal(1, "retiring");
        seal(2, "active");
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    ledger.validated(facts.added());
                                                    ledger.validated(facts.refreshed(2));
                                                    throw new IllegalStateException("power cut");
                                                }))
                .hasStackTraceContaining("power cut");
        assertThat(sealedVersions()).isEqualTo("1,2");
        topics.tell(facts.added());
        awaitCount("strategy.launched", StrategyLaunched.class, 1);
        assertThat(launched().getFirst().botNumber()).isEqualTo(1);
        assertThat(heard("key.refreshed", KeyRefreshed.class)).isEmpty();
    }

    @Test
    void cannotReadSealedBytes() {
        assertThatThrownBy(() -> one(service(), "select max(length(sealed)) from vault.credential"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void endsWithItsConnectionForGood() {
        topics.tell(facts.added());
        awaitCount("strategy.launched", StrategyLaunched.class, 1);
        topics.tell(facts.disconnected(2));
        awaitCount("strategy.paused", StrategyPaused.class, 1);
        assertThat(paused().getFirst().ended()).isTrue();

        UUID late = UUID.randomUUID();
        topics.tell(facts.refreshed(3), late);
        awaitTakenIn(late);
        assertThat(one(service(), stateQuery())).isEqualTo("ENDED");
        assertThat(heard("key.refreshed", KeyRefreshed.class)).isEmpty();
    }

    @Test
    void makesNoBotOnAConnectionThatWasEndedFirst() {
        UUID first = UUID.randomUUID();
        topics.tell(facts.disconnected(2), first);
        awaitTakenIn(first);
        UUID late = UUID.randomUUID();
        topics.tell(facts.added(), late);
        awaitTakenIn(late);
        assertThat(one(service(), stateQuery())).isEqualTo("ENDED");
        assertThat(launched()).isEmpty();
    }

    @Test
    void numbersAnAccountsBotsWithoutGapsWhileManyAreMadeAtOnce() throws Exception {
        // Every fourth launch is rolled back after its number was taken.
        List<Callable<Boolean>> launches =
                IntStream.range(0, 40)
                        .<Callable<Boolean>>mapToObj(n -> () -> launch(n % 4 != 0))
                        .toList();
        // Fewer than there are connections of the pool: all wait for one row.
        try (var instances = Executors.newFixedThreadPool(12)) {
            for (Future<Boolean> done : instances.invokeAll(launches)) {
                done.get();
            }
        }
        String numbers =
                one(
                        service(),
                        "select string_agg(bot_number::text, ',' order by bot_number) from bot"
                                + " where account_id = '"
                                + facts.account()
                                + "'");
        String expected =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        assertThat(numbers).isEqualTo(expected);
    }

    private boolean launch(boolean commits) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () -> {
                                ledger.validated(facts.another().added());
                                if (!commits) {
                                    throw new IllegalStateException("rolled back");
                                }
                            });
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Test
    void putsPoisonAsideAndGoesOn() {
        topics.garble("key.validated", facts.connection(), "{\"about\":null}");
        topics.garble("key.health", facts.connection(), "not json at all");
        topics.tell(facts.added());
        topics.tell(facts.health(1, ERROR));
        awaitCount("strategy.launched", StrategyLaunched.class, 1);
        awaitCount("strategy.paused", StrategyPaused.class, 1);
        await().until(
                        () ->
                                topics.isDeadLetter("key.validated", "{\"about\":null}")
                                        && topics.isDeadLetter("key.health", "not json at all"));
    }

    private List<StrategyLaunched> launched() {
        return heard("strategy.launched", StrategyLaunched.class);
    }

    private List<StrategyPaused> paused() {
        return heard("strategy.paused", StrategyPaused.class);
    }

    private <T extends Event> List<T> heard(String topic, Class<T> type) {
        return topics.heard(topic, facts.connection(), type);
    }

    private <T extends Event> void awaitCount(String topic, Class<T> type, int count) {
        await().untilAsserted(() -> assertThat(heard(topic, type)).hasSize(count));
    }

    private void awaitTakenIn(UUID event) {
        String query = "select count(*) from inbox where event_id = '" + event + "'";
        await().until(() -> one(service(), query).equals("1"));
    }

    private String stateQuery() {
        return "select state from bot where connection_id = '" + facts.connection() + "'";
    }

    private void seal(int version, String state) throws SQLException {
        try (var connection = house.adminDataSource().getConnection();
                var insert = connection.prepareStatement(SEAL)) {
            insert.setObject(1, facts.account().value());
            insert.setObject(2, facts.connection().value());
            insert.setInt(3, version);
            insert.setString(4, state);
            insert.executeUpdate();
        }
    }

    private String sealedVersions() {
        return one(
                house.adminDataSource(),
                "select string_agg(version::text, ',' order by version) from vault.credential where"
                        + " connection_id = '"
                        + facts.connection()
                        + "'");
    }

    private DataSource service() {
        return house.dataSource("strategy-launcher");
    }

    private static String one(DataSource source, String query) {
        try (var connection = source.getConnection();
                var found = connection.createStatement().executeQuery(query)) {
            return found.next() ? String.valueOf(found.getString(1)) : "";
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
