package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.EventJson;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class ConnectionJourneyTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;
    private Topic topic;
    private House rows;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
        topic = new Topic(house.events());
        rows = new House(house);
    }

    @Test
    void keepsExactlyOneConnectionActive() throws Exception {
        List<Taken> all = List.of(ada.connected(topic), ada.connected(topic), ada.connected(topic));
        assertThat(active()).containsExactly(all.get(0).connection().toString());

        Response switched = ada.post(all.get(1).connection(), "activate");
        assertThat(switched.statusCode()).isEqualTo(200);
        assertThat(switched.<Boolean>path("active")).isTrue();
        assertThat(active()).containsExactly(all.get(1).connection().toString());

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Taken one = all.get(i % 3);
                running.add(many.submit(() -> ada.post(one.connection(), "activate").statusCode()));
            }
            for (Future<Integer> one : running) {
                statuses.add(one.get());
            }
        }
        assertThat(statuses).containsOnly(200);
        assertThat(active()).hasSize(1);
    }

    @Test
    void makesOneOfManyFirstConnectionsActive() {
        List<Taken> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(ada.submit());
        }
        all.forEach(one -> topic.tell(Facts.of(ada, one).validated(one.submission(), 1)));
        all.forEach(one -> ada.awaitStatus(one.submission(), "accepted"));
        assertThat(active()).hasSize(1);
    }

    @Test
    void activatesNothingThatIsNotProven() {
        Taken taken = ada.submit();
        assertThat(ada.post(taken.connection(), "activate").statusCode()).isEqualTo(404);
        assertThat(ada.post(taken.connection(), "check").statusCode()).isEqualTo(404);
    }

    @Test
    void renames() {
        Taken taken = ada.connected(topic);
        Response renamed =
                ada.request()
                        .contentType("application/json")
                        .body("{\"label\":\"  Zweites Konto 🚀 \"}")
                        .patch("/v1/connections/" + taken.connection());
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(renamed.<String>path("label")).isEqualTo("Zweites Konto 🚀");
    }

    @Test
    void pausesAndTakesUpAgain() {
        Taken taken = ada.connected(topic);
        assertThat(patch(taken, "{\"paused\":true}").<Boolean>path("paused")).isTrue();
        assertThat(patch(taken, "{\"paused\":true}").statusCode()).isEqualTo(200);
        Response both = patch(taken, "{\"paused\":false,\"label\":\"Again\"}");
        assertThat(both.<Boolean>path("paused")).isFalse();
        assertThat(both.<String>path("label")).isEqualTo("Again");

        house.events()
                .await(
                        "key.paused",
                        seen ->
                                taken.connection().toString().equals(seen.key())
                                        && !EventJson.read(seen.value(), KeyPaused.class).paused());
        List<KeyPaused> said = topic.heard("key.paused", taken.connection(), KeyPaused.class);
        assertThat(said).extracting(KeyPaused::act).containsExactly(1L, 2L);
        assertThat(said).extracting(KeyPaused::paused).containsExactly(true, false);
        assertThat(said.getFirst().about().revision()).isEqualTo(1);
        assertThat(patch(ada.submit(), "{\"paused\":true}").statusCode()).isEqualTo(404);
    }

    @Test
    void saysHowSoonTroubleWasNoticed() {
        Taken taken = ada.connected(topic);
        Facts facts = Facts.of(ada, taken);
        assertThat(ada.connection(taken.connection()).<Object>path("noticed_within_seconds"))
                .isNull();
        topic.tell(
                new KeyHealth(
                        facts.about(1),
                        HealthState.REAUTH_NEEDED,
                        HealthState.CONNECTED,
                        Facts.KEY_GONE,
                        Facts.AT.minusSeconds(10),
                        Facts.AT.minusSeconds(38),
                        Facts.AT,
                        null,
                        null));
        topic.settle(house);
        assertThat(ada.connection(taken.connection()).<Integer>path("noticed_within_seconds"))
                .isEqualTo(38);
    }

    private Response patch(Taken taken, String body) {
        return ada.request()
                .contentType("application/json")
                .body(body)
                .patch("/v1/connections/" + taken.connection());
    }

    @Test
    void erasesWhatIsDisconnected() {
        Taken taken = ada.connected(topic);
        Taken next = ada.connected(topic);
        Taken waiting = ada.refresh(taken.connection());

        assertThat(ada.disconnect(taken.connection()).statusCode()).isEqualTo(204);

        assertThat(
                        rows.count(
                                "vault.credential where connection_id = ?",
                                taken.connection().value()))
                .isZero();
        topic.await("key.disconnected", taken.connection());
        KeyDisconnected said =
                topic.heard("key.disconnected", taken.connection(), KeyDisconnected.class)
                        .getFirst();
        assertThat(said.about().revision()).isEqualTo(3);
        assertThat(said.about().credentialVersion().value()).isEqualTo(2);
        assertThat(said.recipient().email()).isEqualTo(ada.email());
        assertThat(ada.submission(waiting.submission()).<String>path("status"))
                .isEqualTo("rejected");
        assertThat(ada.submission(waiting.submission()).<String>path("reason.code"))
                .isEqualTo("DISCONNECTED");
        assertThat(ada.submission(taken.submission()).<String>path("status")).isEqualTo("accepted");
        assertThat(ada.connection(taken.connection()).statusCode()).isEqualTo(404);
        assertThat(ada.disconnect(taken.connection()).statusCode()).isEqualTo(404);
        assertThat(ada.submit(ada.refreshForm(taken.connection())).statusCode()).isEqualTo(404);
        assertThat(active()).containsExactly(next.connection().toString());

        topic.tell(Facts.of(ada, taken).validated(waiting.submission(), 2));
        topic.settle(house);
        assertThat(ada.connection(taken.connection()).statusCode()).isEqualTo(404);
        assertThat(ada.submission(waiting.submission()).<String>path("status"))
                .isEqualTo("rejected");
    }

    @Test
    void disconnectsOnceHoweverManyAsk() throws Exception {
        Taken taken = ada.connected(topic);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(many.submit(() -> ada.disconnect(taken.connection()).statusCode()));
            }
            for (Future<Integer> one : running) {
                statuses.add(one.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
    }

    @Test
    void endsConnectionsWhileTheirVerdictsComeIn() throws Exception {
        for (int round = 0; round < 3; round++) {
            List<Taken> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(ada.submit());
            }
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> running = new ArrayList<>();
                for (Taken one : all) {
                    Facts facts = Facts.of(ada, one);
                    topic.tell(facts.validated(one.submission(), 1));
                    topic.tell(facts.proven(1, null, Facts.AT, "1"));
                    topic.tell(facts.health(1, HealthState.ERROR));
                    running.add(many.submit(() -> ada.disconnect(one.connection()).statusCode()));
                }
                for (Future<Integer> one : running) {
                    statuses.add(one.get());
                }
            }
            assertThat(statuses).containsOnly(204);
        }
        topic.settle(house);
        assertThat(ada.connections().<List<?>>path("connections")).isEmpty();
        assertThat(rows.count("vault.credential where account_id = ?", ada.account().value()))
                .isZero();
        assertThat(
                        rows.count(
                                "credential_intake.submission where account_id = ? and status in"
                                        + " ('received', 'validating')",
                                ada.account().value()))
                .isZero();
    }

    private List<String> active() {
        return ada.connections().path("connections.findAll { it.active }.connection_id");
    }
}
