package io.sequence.intake;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.HealthState;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class HealthFactsTest {
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
    void remembersAHealthFactThatCameBeforeTheVerdict() {
        Taken taken = ada.submit();
        Facts facts = Facts.of(ada, taken);
        topic.tell(facts.health(1, HealthState.REAUTH_NEEDED));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                rows.column(
                                                        String.class,
                                                        "select status from"
                                                            + " credential_intake.connection where"
                                                            + " id = ?",
                                                        taken.connection().value()))
                                        .containsExactly("reauth_needed"));
        assertThat(ada.connection(taken.connection()).<String>path("status"))
                .isEqualTo("validating");

        topic.tell(facts.validated(taken.submission(), 1));
        ada.awaitStatus(taken.submission(), "accepted");

        Response connection = ada.connection(taken.connection());
        assertThat(connection.<String>path("status")).isEqualTo("reauth_needed");
        assertThat(connection.<String>path("reason.code")).isEqualTo("INVALID_KEY");
    }

    @Test
    void showsHealthAndForgetsItWhenANewKeyTakesOver() {
        Taken taken = ada.connected(topic);
        Facts facts = Facts.of(ada, taken);
        topic.tell(facts.health(1, HealthState.ERROR));
        awaitConnection(taken, "error");
        assertThat(ada.connection(taken.connection()).<String>path("reason.code"))
                .isEqualTo("INVALID_KEY");
        topic.tell(facts.health(1, HealthState.CONNECTED));
        awaitConnection(taken, "connected");
        assertThat(ada.connection(taken.connection()).<Object>path("reason")).isNull();
        topic.tell(facts.health(1, HealthState.REAUTH_NEEDED));
        awaitConnection(taken, "reauth_needed");

        Taken second = ada.refresh(taken.connection());
        topic.tell(facts.validated(second.submission(), 2));
        awaitConnection(taken, "connected");
        topic.tell(facts.health(1, HealthState.ERROR));
        topic.settle(house);
        assertThat(ada.connection(taken.connection()).<String>path("status"))
                .isEqualTo("connected");
    }

    @Test
    void showsTheBotAsItIsWhateverTheOrderOfFacts() {
        Taken taken = ada.connected(topic);
        Facts facts = Facts.of(ada, taken);
        topic.tell(facts.paused(Facts.AT.plusSeconds(20), false));
        awaitBot(taken, "paused");
        topic.tell(facts.launched(Facts.AT.plusSeconds(10)));
        topic.tell(facts.resumed(Facts.AT.plusSeconds(15)));
        topic.settle(house);
        assertThat(ada.connection(taken.connection()).<String>path("bot.state"))
                .isEqualTo("paused");
        assertThat(ada.connection(taken.connection()).<String>path("bot.reason.code"))
                .isEqualTo("INVALID_KEY");

        topic.tell(facts.resumed(Facts.AT.plusSeconds(30)));
        awaitBot(taken, "running");
        assertThat(ada.connection(taken.connection()).<Object>path("bot.reason")).isNull();
        topic.tell(facts.paused(Facts.AT.plusSeconds(40), true));
        awaitBot(taken, "ended");
        topic.tell(facts.resumed(Facts.AT.plusSeconds(50)));
        topic.settle(house);
        Response connection = ada.connection(taken.connection());
        assertThat(connection.<String>path("bot.state")).isEqualTo("ended");
        assertThat(connection.<String>path("bot.bot_id")).isEqualTo("0x3E9 / Ada Lovelace / 1");
        assertThat(
                        rows.column(
                                String.class,
                                "select type from credential_intake.account_event where account_id"
                                        + " = ? and type like 'bot.%' order by sequence",
                                ada.account().value()))
                .containsExactly("bot.paused", "bot.resumed", "bot.ended");
    }

    @Test
    void tellsNothingOfAKeyThatWasReplacedOrEnded() {
        Taken taken = ada.connected(topic);
        Facts facts = Facts.of(ada, taken);
        topic.tell(facts.expiring(1));
        topic.settle(house);
        Taken second = ada.refresh(taken.connection());
        topic.tell(facts.validated(second.submission(), 2));
        ada.awaitStatus(second.submission(), "accepted");
        topic.tell(facts.expired(1));
        topic.tell(facts.refreshed(2));
        topic.settle(house);
        ada.disconnect(taken.connection());
        topic.tell(facts.expiring(2));
        topic.tell(facts.health(2, HealthState.ERROR));
        topic.settle(house);
        assertThat(told())
                .containsExactly(
                        "submission.accepted",
                        "connection.expiring",
                        "submission.accepted",
                        "connection.refreshed",
                        "connection.disconnected");
    }

    @Test
    void movesTheLastProofForwardOnly() {
        Taken taken = ada.connected(topic);
        Facts facts = Facts.of(ada, taken);
        topic.tell(facts.proven(1, null, Instant.parse("2027-01-03T00:00:00Z"), "1800"));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                ada.connection(taken.connection())
                                                        .<String>path("last_sync_at"))
                                        .isEqualTo("2027-01-03T00:00:00Z"));
        topic.tell(facts.proven(1, null, Instant.parse("2027-01-02T00:00:00Z"), "1"));
        topic.tell(facts.proven(2, null, Instant.parse("2027-01-09T00:00:00Z"), "2"));
        topic.settle(house);
        Response connection = ada.connection(taken.connection());
        assertThat(connection.<String>path("last_sync_at")).isEqualTo("2027-01-03T00:00:00Z");
        assertThat(connection.<Object>path("balances[0].total").toString()).isEqualTo("1800");
    }

    private List<String> told() {
        return rows.column(
                String.class,
                "select type from credential_intake.account_event where account_id = ? order by"
                        + " sequence",
                ada.account().value());
    }

    private void awaitConnection(Taken taken, String status) {
        await().untilAsserted(
                        () ->
                                assertThat(
                                                ada.connection(taken.connection())
                                                        .<String>path("status"))
                                        .isEqualTo(status));
    }

    private void awaitBot(Taken taken, String state) {
        await().untilAsserted(
                        () ->
                                assertThat(
                                                ada.connection(taken.connection())
                                                        .<String>path("bot.state"))
                                        .isEqualTo(state));
    }
}
