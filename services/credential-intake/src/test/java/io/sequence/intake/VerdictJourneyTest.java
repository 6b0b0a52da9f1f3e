package io.sequence.intake;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.KeySubmitted;
import io.sequence.events.SubmissionType;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class VerdictJourneyTest {
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
    void showsWhatTheVerdictFound() {
        Taken taken = ada.connected(topic);

        Response submission = ada.submission(taken.submission());
        assertThat(submission.<Object>path("reason")).isNull();
        assertThat(submission.<List<String>>path("warnings")).containsExactly(Facts.WARNING);
        assertThat(submission.<String>path("decided_at")).isEqualTo("2027-01-01T00:00:01Z");
        Response connection = ada.connection(taken.connection());
        assertThat(connection.<String>path("status")).isEqualTo("connected");
        assertThat(connection.<Boolean>path("active")).isTrue();
        assertThat(connection.<String>path("rights.read")).isEqualTo("granted");
        assertThat(connection.<String>path("rights.withdraw")).isEqualTo("denied");
        assertThat(connection.<String>path("rights.transfer")).isEqualTo("unknown");
        assertThat(connection.<List<String>>path("warnings")).containsExactly(Facts.WARNING);
        assertThat(connection.<List<String>>path("ip_allow_list")).containsExactly("203.0.113.7");
        assertThat(connection.<Boolean>path("sub_account")).isTrue();
        assertThat(connection.<String>path("expires_at")).isEqualTo("2027-03-01T00:00:01Z");
        assertThat(connection.<Boolean>path("expiry_reported")).isTrue();
        assertThat(connection.<String>path("balances[0].asset")).isEqualTo("USDT");
        assertThat(connection.<Object>path("balances[0].total").toString()).isEqualTo("1500.25");
        assertThat(connection.<String>path("last_sync_at")).isEqualTo("2027-01-01T00:00:01Z");
        assertThat(connection.<Integer>path("credential_version")).isEqualTo(1);
        assertThat(connection.<String>path("key_hint")).isEqualTo("key1");
    }

    @Test
    void saysWhyAKeyWasRefusedAndForgetsTheConnection() {
        Taken taken = ada.submit();
        topic.tell(Facts.of(ada, taken).rejected(taken.submission(), 1));
        ada.awaitStatus(taken.submission(), "rejected");

        Response submission = ada.submission(taken.submission());
        assertThat(submission.<String>path("reason.code")).isEqualTo("INVALID_KEY");
        assertThat(submission.<String>path("reason.venue_code")).isEqualTo("10003");
        assertThat(submission.<String>path("reason.venue_words")).isEqualTo("API key is invalid.");
        assertThat(submission.<String>path("reason.fix")).isNotBlank();
        assertThat(ada.connection(taken.connection()).statusCode()).isEqualTo(404);
        assertThat(ada.connections().<List<?>>path("connections")).isEmpty();
        assertThat(ada.submit(ada.refreshForm(taken.connection())).statusCode()).isEqualTo(404);
        assertThat(ada.post(taken.connection(), "activate").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatTryingGoesOnWhileTheVenueIsAway() {
        Taken taken = ada.submit();
        Facts facts = Facts.of(ada, taken);
        topic.tell(facts.delayed(taken.submission(), 1));
        ada.awaitStatus(taken.submission(), "validating");
        assertThat(ada.submission(taken.submission()).<String>path("reason.code"))
                .isEqualTo("VENUE_UNAVAILABLE");

        topic.tell(facts.validated(taken.submission(), 1));
        ada.awaitStatus(taken.submission(), "accepted");
        assertThat(ada.submission(taken.submission()).<Object>path("reason")).isNull();

        topic.tell(facts.delayed(taken.submission(), 1));
        topic.settle(house);
        assertThat(ada.submission(taken.submission()).<String>path("status")).isEqualTo("accepted");
    }

    @Test
    void refreshesBesideTheKeyThatWorks() {
        Taken taken = ada.connected(topic);
        Facts facts = Facts.of(ada, taken);

        Taken second = ada.refresh(taken.connection());

        assertThat(second.connection()).isEqualTo(taken.connection());
        await().untilAsserted(
                        () ->
                                assertThat(
                                                topic.heard(
                                                        "key.submitted",
                                                        taken.connection(),
                                                        KeySubmitted.class))
                                        .hasSize(2));
        KeySubmitted event =
                topic.heard("key.submitted", taken.connection(), KeySubmitted.class).get(1);
        assertThat(event.type()).isEqualTo(SubmissionType.REFRESH);
        assertThat(event.about()).isEqualTo(facts.about(2));
        assertThat(event.minimumBalance()).isNull();
        assertThat(event.recipient().antiPhishingCode()).isEqualTo("teapot");
        assertThat(ada.connection(taken.connection()).<String>path("status"))
                .isEqualTo("connected");
        assertThat(ada.connection(taken.connection()).<Integer>path("credential_version"))
                .isEqualTo(1);

        topic.tell(facts.validated(second.submission(), 2));
        ada.awaitStatus(second.submission(), "accepted");
        Response connection = ada.connection(taken.connection());
        assertThat(connection.<Integer>path("credential_version")).isEqualTo(2);
        assertThat(connection.<String>path("key_hint")).isEqualTo("key2");
        assertThat(connection.<Boolean>path("active")).isTrue();
    }

    @Test
    void keepsTheOldKeyWhenARefreshIsRefused() {
        Taken taken = ada.connected(topic);
        Taken second = ada.refresh(taken.connection());
        topic.tell(Facts.of(ada, taken).rejected(second.submission(), 2));
        ada.awaitStatus(second.submission(), "rejected");

        Response connection = ada.connection(taken.connection());
        assertThat(connection.<String>path("status")).isEqualTo("connected");
        assertThat(connection.<Integer>path("credential_version")).isEqualTo(1);
        assertThat(connection.<Object>path("reason")).isNull();
    }

    @Test
    void ignoresAnOlderVerdictThatComesAfterANewerOne() {
        Taken taken = ada.connected(topic);
        Facts facts = Facts.of(ada, taken);
        Taken second = ada.refresh(taken.connection());
        Taken third = ada.refresh(taken.connection());

        topic.tell(facts.validated(third.submission(), 3));
        ada.awaitStatus(third.submission(), "accepted");
        ada.awaitStatus(second.submission(), "rejected");
        topic.tell(facts.validated(second.submission(), 2));
        ada.awaitStatus(second.submission(), "accepted");
        assertThat(ada.connection(taken.connection()).<Integer>path("credential_version"))
                .isEqualTo(3);

        Taken fourth = ada.refresh(taken.connection());
        Taken fifth = ada.refresh(taken.connection());
        topic.tell(facts.validated(fifth.submission(), 5));
        ada.awaitStatus(fifth.submission(), "accepted");
        topic.tell(facts.rejected(fourth.submission(), 4));
        ada.awaitStatus(fourth.submission(), "rejected");
        assertThat(ada.connection(taken.connection()).<String>path("status"))
                .isEqualTo("connected");
        assertThat(ada.connection(taken.connection()).<Integer>path("credential_version"))
                .isEqualTo(5);
    }

    @Test
    void takesAVerdictInOnceHoweverOftenItIsTold() {
        Taken taken = ada.submit();
        Facts facts = Facts.of(ada, taken);
        UUID id = UUID.randomUUID();
        topic.tell(facts.validated(taken.submission(), 1), id);
        topic.tell(facts.validated(taken.submission(), 1), id);
        topic.tell(facts.validated(taken.submission(), 1));
        topic.tell(facts.rejected(taken.submission(), 1));
        topic.settle(house);

        assertThat(ada.submission(taken.submission()).<String>path("status"))
                .isIn("accepted", "rejected");
        assertThat(
                        rows.count(
                                "credential_intake.account_event where account_id = ? and data ->>"
                                        + " 'submission_id' = ?",
                                ada.account().value(),
                                taken.submission().toString()))
                .isEqualTo(1);
    }
}
