package io.sequence.expiry;

import static io.restassured.RestAssured.get;
import static io.sequence.expiry.Facts.disconnected;
import static io.sequence.expiry.Facts.validated;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.expiry.domain.ReminderStep;
import io.sequence.expiry.outbound.ReminderLedger;
import io.sequence.testing.EventProbe;
import io.sequence.testing.Neighbours;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.ConnectionId;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker and a real database, with a clock that the test moves. */
@QuarkusTest
@TestProfile(ExpiryJourneyTest.QuickTicks.class)
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "expiry-reminder"),
        restrictToAnnotatedClass = true)
class ExpiryJourneyTest {

    TestHouse house;
    EventProbe probe;
    @Inject SteppedClock clock;
    @Inject ReminderLedger ledger;

    private final ConnectionId connection = ConnectionId.next();
    private Neighbours topics;

    /** So that the test need not wait for a step of real time. */
    public static final class QuickTicks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sequence.expiry.tick", "100ms");
        }
    }

    @BeforeEach
    void openTopics() {
        topics = new Neighbours(probe);
    }

    @Test
    void saysEachStepOnceOnTheWayToExpiry() {
        Instant end = clock.instant().plus(Duration.ofDays(30));
        topics.tell(validated(connection, 1, end));
        awaitHeard(1);

        clock.set(end.minus(Duration.ofDays(10)));
        awaitSteps(10);
        clock.set(end.minus(Duration.ofDays(7)));
        clock.set(end.minus(Duration.ofDays(3)));
        awaitSteps(10, 3);
        clock.set(end.minus(Duration.ofHours(5)));
        awaitSteps(10, 3, 1);
        clock.set(end);
        awaitExpired();
        clock.step(Duration.ofDays(40));
        sayAllThatIsDue();

        assertThat(steps()).containsExactly(10, 3, 1);
        assertThat(expired())
                .singleElement()
                .satisfies(
                        fact -> {
                            assertThat(fact.expiresAt()).isEqualTo(end);
                            assertThat(fact.about().credentialVersion().value()).isEqualTo(1);
                        });
        assertThat(get("/q/metrics").asString())
                .contains("sequence_reminders_said_total{step=\"10\"}");
    }

    @Test
    void saysOnlyTheNearestStepOfAKeyThatIsNearItsEnd() {
        topics.tell(validated(connection, 1, clock.instant().plus(Duration.ofDays(2))));
        awaitSteps(3);
    }

    @Test
    void beginsAfreshOnARefreshAndIgnoresTheOldKey() {
        Instant end = clock.instant().plus(Duration.ofDays(20));
        var first = validated(connection, 1, end);
        topics.tell(validated(connection, 2, end.plus(Duration.ofDays(90))));
        topics.tell(first);
        topics.tell(validated(connection, 3, end.plus(Duration.ofDays(100))));
        awaitHeard(3);
        clock.set(end);
        assertThat(steps()).isEmpty();

        clock.set(end.plus(Duration.ofDays(92)));
        awaitSteps(10);
        assertThat(heard().getFirst().about().credentialVersion().value()).isEqualTo(3);
    }

    @Test
    void saysNothingTwiceWhenFactsComeAgain() {
        UUID id = UUID.randomUUID();
        var fact = validated(connection, 1, clock.instant().plus(Duration.ofDays(8)));
        topics.tell(fact, id);
        awaitSteps(10);
        topics.tell(fact, id);
        topics.tell(fact);
        // A later fact of the same partition marks that the earlier ones were taken in.
        topics.tell(validated(connection, 2, clock.instant().plus(Duration.ofDays(2))));
        awaitSteps(10, 3);
    }

    @Test
    void endsTheLadderOnDisconnectionWhicheverComesFirst() {
        topics.tell(disconnected(connection, 2));
        await().until(() -> state().equals("ENDED"));
        UUID late = UUID.randomUUID();
        topics.tell(validated(connection, 1, clock.instant().plus(Duration.ofDays(2))), late);
        await().until(() -> isTakenIn(late));
        sayAllThatIsDue();
        assertThat(steps()).isEmpty();

        var next = ConnectionId.next();
        topics.tell(validated(next, 1, clock.instant().plus(Duration.ofDays(2))));
        await().until(() -> !topics.heard("key.expiring", next, KeyExpiring.class).isEmpty());

        topics.tell(disconnected(next, 2));
        await().until(() -> state(next).equals("ENDED"));
        clock.step(Duration.ofDays(3));
        sayAllThatIsDue();
        assertThat(topics.heard("key.expired", next, KeyExpired.class)).isEmpty();
    }

    @Test
    void putsPoisonAsideAndGoesOn() {
        topics.garble("key.validated", connection, "{\"about\":17}");
        topics.garble("key.validated", connection, "not json at all");
        topics.tell(validated(connection, 1, clock.instant().plus(Duration.ofHours(3))));
        awaitSteps(1);
        await().until(
                        () ->
                                topics.isDeadLetter("key.validated", "{\"about\":17}")
                                        && topics.isDeadLetter("key.validated", "not json at all"));
    }

    @Test
    void saysNothingTwiceWhenSeveralInstancesLookAtOnce() throws Exception {
        Instant end = clock.instant().plus(Duration.ofDays(11));
        List<ConnectionId> many = Stream.generate(ConnectionId::next).limit(40).toList();
        many.forEach(each -> topics.tell(validated(each, 1, end)));
        await().until(
                        () ->
                                one("select count(*) from watched_key where expires_at = '"
                                                + end
                                                + "'")
                                        .equals(Integer.toString(many.size())));

        Instant due = end.minus(Duration.ofDays(9));
        Callable<List<ReminderStep>> instance =
                () -> {
                    var said = new ArrayList<ReminderStep>();
                    List<ReminderStep> batch;
                    do {
                        batch = ledger.sayDue(due, 3);
                        said.addAll(batch);
                    } while (!batch.isEmpty());
                    return said;
                };
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<ReminderStep>> done :
                    instances.invokeAll(List.of(instance, instance, instance, instance))) {
                done.get();
            }
        }
        assertThat(ledger.sayDue(due, 100)).isEmpty();
        await().until(this::outboxIsEmpty);
        List<String> keys =
                probe.eachOnce("key.expiring").stream()
                        .map(EventProbe.Seen::key)
                        .filter(key -> many.contains(ConnectionId.parse(key)))
                        .toList();
        assertThat(keys).hasSize(many.size()).doesNotHaveDuplicates();
    }

    /** Other tests' keys may be due too. */
    private void sayAllThatIsDue() {
        await().until(() -> ledger.sayDue(clock.instant(), 100).isEmpty());
        await().until(this::outboxIsEmpty);
    }

    private List<KeyExpiring> heard() {
        return topics.heard("key.expiring", connection, KeyExpiring.class);
    }

    private List<Integer> steps() {
        return heard().stream().map(KeyExpiring::daysBefore).toList();
    }

    private List<KeyExpired> expired() {
        return topics.heard("key.expired", connection, KeyExpired.class);
    }

    private void awaitSteps(Integer... expected) {
        await().untilAsserted(() -> assertThat(steps()).containsExactly(expected));
    }

    private void awaitExpired() {
        await().untilAsserted(() -> assertThat(expired()).hasSize(1));
    }

    private void awaitHeard(int version) {
        await().until(
                        () ->
                                one("select coalesce(max(credential_version), 0) from"
                                                + " watched_key where connection_id = '"
                                                + connection
                                                + "'")
                                        .equals(Integer.toString(version)));
    }

    private String state() {
        return state(connection);
    }

    private String state(ConnectionId of) {
        return one(
                "select coalesce(max(state), '') from watched_key where connection_id = '"
                        + of
                        + "'");
    }

    private boolean isTakenIn(UUID event) {
        return one("select count(*) from inbox where event_id = '" + event + "'").equals("1");
    }

    private boolean outboxIsEmpty() {
        return one("select count(*) from outbox").equals("0");
    }

    private String one(String query) {
        try (Connection row = house.dataSource("expiry-reminder").getConnection();
                var found = row.createStatement().executeQuery(query)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
