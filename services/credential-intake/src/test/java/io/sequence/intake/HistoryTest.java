package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyProven;
import io.sequence.events.KeyProven.Proof;
import io.sequence.events.KeyValidated;
import io.sequence.intake.Trader.Taken;
import io.sequence.intake.domain.history.Slots;
import io.sequence.intake.outbound.connection.ConnectionSweeping;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.CredentialVersion;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class HistoryTest {
    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject SteppedClock clock;
    @Inject ConnectionSweeping sweeping;

    private Trader ada;
    private Topic topic;
    private House rows;
    private Taken taken;
    private Facts facts;
    private Instant slot;

    @BeforeEach
    void connect() {
        ada = Trader.fresh(house, tokens);
        topic = new Topic(house.events());
        rows = new House(house);
        taken = ada.connected(topic);
        facts = Facts.of(ada, taken);
        slot = Slots.of(clock.instant()).minus(Duration.ofHours(1));
    }

    @Test
    void showsPingsInSlotsOfFiveMinutes() {
        topic.tell(proven(ping(slot.plusSeconds(10), true, 40)));
        topic.tell(
                proven(
                        ping(slot.plusSeconds(70), true, 900),
                        ping(slot.plusSeconds(130), true, 44)));
        topic.tell(proven(ping(slot.plusSeconds(190), false, 0)));
        topic.tell(proven(ping(slot.plusSeconds(310), false, 0)));
        topic.settle(house);

        Response history = history();
        assertThat(history.statusCode()).isEqualTo(200);
        assertThat(history.<String>path("connection_id")).isEqualTo(taken.connection().toString());
        assertThat(history.<Integer>path("step_seconds")).isEqualTo(300);
        assertThat(Duration.between(time(history, "from"), time(history, "until")))
                .isBetween(Duration.ofMinutes(24 * 60 - 5), Duration.ofHours(24));
        assertThat(history.<List<String>>path("points.at"))
                .containsExactly(slot.toString(), slot.plusSeconds(300).toString());
        assertThat(history.<List<Integer>>path("points.pings")).containsExactly(4, 1);
        assertThat(history.<List<Integer>>path("points.failed")).containsExactly(1, 1);
        assertThat(history.<List<Integer>>path("points.typical_millis")).containsExactly(44, null);
        assertThat(history.<List<Integer>>path("points.longest_millis")).containsExactly(900, null);
        assertThat(history.<List<?>>path("outages")).isEmpty();
    }

    @Test
    void countsAPingOnceHoweverOftenItIsTold() {
        Proof ping = ping(slot.plusSeconds(10), true, 40);
        UUID told = UUID.randomUUID();
        KeyProven event = proven(ping);
        topic.tell(event, told);
        topic.tell(event, told);
        topic.tell(proven(ping, ping));
        topic.tell(proven(ping(slot.plusSeconds(70), true, 41), ping));
        topic.settle(house);
        assertThat(history().<List<Integer>>path("points.pings")).containsExactly(2);
        assertThat(history().<List<Integer>>path("points.longest_millis")).containsExactly(41);
    }

    @Test
    void takesLatePingsToTheirSlotAndNoneThatAreTooOld() {
        Instant first = Slots.first(clock.instant());
        topic.tell(proven(ping(slot.plusSeconds(10), true, 40)));
        topic.tell(
                proven(
                        ping(first.plus(Duration.ofHours(3)), true, 50),
                        ping(first.minusSeconds(1), true, 51),
                        ping(clock.instant().plus(Duration.ofHours(1)), true, 52)));
        topic.settle(house);
        assertThat(history().<List<Integer>>path("points.longest_millis")).containsExactly(50, 40);
        assertThat(slots()).isEqualTo(2);
    }

    @Test
    void showsOutagesWhateverTheOrderOfFacts() {
        Instant began = slot.plusSeconds(30);
        topic.tell(health(2, HealthState.CONNECTED, HealthState.REAUTH_NEEDED, null));
        topic.tell(health(1, HealthState.REAUTH_NEEDED, HealthState.ERROR, began));
        topic.tell(health(0, HealthState.ERROR, HealthState.CONNECTED, began));
        topic.tell(health(1, HealthState.REAUTH_NEEDED, HealthState.ERROR, began));
        topic.settle(house);

        Response history = history();
        assertThat(history.<List<String>>path("outages.status"))
                .containsExactly("error", "reauth_needed");
        assertThat(history.<List<String>>path("outages.from"))
                .containsExactly(began.toString(), minute(1).toString());
        assertThat(history.<List<String>>path("outages.until"))
                .containsExactly(minute(1).toString(), minute(2).toString());
        assertThat(history.<String>path("outages[0].reason.code")).isEqualTo("INVALID_KEY");
        assertThat(history.<String>path("outages[0].reason.fix")).isNotBlank();
    }

    @Test
    void endsAnOutageWhenANewKeyTakesOver() {
        topic.tell(health(0, HealthState.REAUTH_NEEDED, HealthState.CONNECTED, slot));
        topic.settle(house);
        assertThat(history().<List<String>>path("outages.until")).hasSize(1).containsNull();

        Taken second = ada.refresh(taken.connection());
        topic.tell(at(facts.validated(second.submission(), 2), minute(3)));
        ada.awaitStatus(second.submission(), "accepted");
        topic.tell(health(4, HealthState.REAUTH_NEEDED, HealthState.CONNECTED, null));
        topic.settle(house);

        assertThat(history().<List<String>>path("outages.until"))
                .containsExactly(minute(3).toString());
    }

    @Test
    void forgetsWhatIsOver() {
        Instant old = Slots.first(clock.instant());
        topic.tell(proven(ping(old, true, 40), ping(slot, true, 41)));
        topic.tell(health(0, HealthState.ERROR, HealthState.CONNECTED, null));
        topic.tell(health(1, HealthState.CONNECTED, HealthState.ERROR, null));
        topic.tell(health(2, HealthState.ERROR, HealthState.CONNECTED, null));
        topic.settle(house);
        assertThat(slots()).isEqualTo(2);

        sweep(clock.instant().plus(Duration.ofHours(2)));
        assertThat(slots()).isEqualTo(1);
        assertThat(turns()).isEqualTo(3);
        sweep(clock.instant().plus(Duration.ofHours(30)));
        assertThat(slots()).isZero();
        assertThat(turns()).as("the one that lasts").isEqualTo(1);
        assertThat(history().<List<String>>path("outages.from"))
                .containsExactly(minute(2).toString());
    }

    @Test
    void goesWithItsConnection() {
        topic.tell(proven(ping(slot, true, 40)));
        topic.tell(health(0, HealthState.ERROR, HealthState.CONNECTED, null));
        topic.settle(house);
        assertThat(ada.disconnect(taken.connection()).statusCode()).isEqualTo(204);
        topic.tell(proven(ping(slot.plusSeconds(60), true, 40)));
        topic.tell(health(1, HealthState.CONNECTED, HealthState.ERROR, null));
        topic.settle(house);

        assertThat(history().statusCode()).isEqualTo(404);
        assertThat(slots()).isZero();
        assertThat(turns()).isZero();
    }

    private Response history() {
        return ada.request().get("/v1/connections/" + taken.connection() + "/history");
    }

    private static Instant time(Response history, String field) {
        return Instant.parse(history.path(field));
    }

    private Instant minute(int minutes) {
        return slot.plusSeconds(60 + 60L * minutes);
    }

    private Proof ping(Instant at, boolean worked, long took) {
        return new Proof(
                ada.account(),
                taken.connection(),
                new CredentialVersion(1),
                null,
                worked,
                worked ? HealthState.CONNECTED : HealthState.ERROR,
                worked ? null : Facts.KEY_GONE,
                took,
                null,
                at);
    }

    private static KeyProven proven(Proof... proofs) {
        return new KeyProven(UUID.randomUUID(), List.of(proofs));
    }

    private KeyHealth health(
            int minute, HealthState state, HealthState previous, @Nullable Instant failedFirst) {
        return new KeyHealth(
                facts.about(1),
                state,
                previous,
                state == HealthState.CONNECTED ? null : Facts.KEY_GONE,
                failedFirst,
                null,
                minute(minute),
                null,
                null);
    }

    private static KeyValidated at(KeyValidated event, Instant at) {
        return new KeyValidated(
                event.about(),
                event.submissionId(),
                event.type(),
                event.market(),
                event.strategyId(),
                event.label(),
                event.host(),
                event.rights(),
                event.ipAllowList(),
                event.subAccount(),
                event.expiresAt(),
                event.expiryReported(),
                event.warnings(),
                event.balances(),
                event.recipient(),
                event.keyHint(),
                event.submittedAt(),
                at);
    }

    private void sweep(Instant now) {
        sweeping.sweep(now, Duration.ofDays(3650), Duration.ofDays(3650));
    }

    private long slots() {
        return rows.count(
                "credential_intake.connection_slot where connection_id = ?",
                taken.connection().value());
    }

    private long turns() {
        return rows.count(
                "credential_intake.connection_turn where connection_id = ?",
                taken.connection().value());
    }
}
