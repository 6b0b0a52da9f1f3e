package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.MailReported;
import io.sequence.events.MailReported.Delivery;
import io.sequence.events.NoticeRequested.NoticeTemplate;
import io.sequence.testing.Eventually;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.AccountId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class MessageJourneyTest {
    private static final Map<String, String> HELLO =
            Map.of(
                    "subject",
                    "  Your account ",
                    "text",
                    "Hello Ada,\r\n\r\nall is well. \u00e9\ud83d\ude00\n");

    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject SteppedClock clock;

    private Operator grace;
    private Trader ada;

    @BeforeEach
    void arrive() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        grace = Operator.fresh(house, tokens);
        ada = Trader.fresh(house, tokens);
    }

    @Test
    void goesOutAsAMailAndIsWrittenDown() {
        Response sent = grace.write(ada.account(), HELLO);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(202);

        List<JsonNode> mails = mails(1);
        assertThat(mails.getFirst().at("/template").asText()).isEqualTo("support_message");
        assertThat(mails.getFirst().at("/notice_id").asText()).isEqualTo(sent.path("message_id"));
        assertThat(mails.getFirst().at("/subject").asText()).isEqualTo("Your account");
        assertThat(mails.getFirst().at("/text").asText())
                .isEqualTo("Hello Ada,\n\nall is well. \u00e9\ud83d\ude00");
        assertThat(
                        mails.getFirst().at("/recipient/client_id").asText()
                                + mails.getFirst().at("/recipient/clientId").asText())
                .endsWith("/ Ada Lovelace");
        assertThat(house.events().eachOnce("mail.requested"))
                .noneMatch(seen -> ada.account().toString().equals(seen.key()));
        Response kept = grace.get("accounts/" + ada.account() + "/messages");
        assertThat(kept.<Object>path("messages[0].mail_id")).isNull();
        assertThat(kept.<Object>path("messages[0].delivery")).isNull();
        assertThat(kept.<String>path("messages[0].message_id")).isEqualTo(sent.path("message_id"));
        assertThat(kept.<String>path("messages[0].subject")).isEqualTo("Your account");
        assertThat(kept.<String>path("messages[0].written_by"))
                .isEqualTo(grace.account().toString());
        assertThat(kept.<String>path("messages[0].written_by_name")).isEqualTo("Grace Hopper");
        assertThat(
                        new House(house)
                                .column(
                                        String.class,
                                        "select new_value from credential_intake.account_change"
                                            + " where account_id = ? and changed_by = ? and field ="
                                            + " 'message'",
                                        ada.account().value(),
                                        grace.account().value()))
                .containsExactly(sent.<String>path("message_id"));
    }

    @Test
    void tellsHowTheMailOfEachMessageStands() {
        String first = write("first", HELLO).path("message_id");
        String second = write("second", HELLO).path("message_id");
        report(second, Delivery.FAILED, "The mail server refused the address.");
        report(first, Delivery.SENT, null);
        Eventually.await()
                .untilAsserted(
                        () -> {
                            JsonPath kept =
                                    grace.get("accounts/" + ada.account() + "/messages").jsonPath();
                            assertThat(kept.<String>getList("messages.delivery"))
                                    .containsExactly("failed", "sent");
                            assertThat(kept.<String>getList("messages.mail_id"))
                                    .containsExactly(
                                            "support_message." + second,
                                            "support_message." + first);
                            assertThat(kept.<String>getList("messages.reason"))
                                    .containsExactly("The mail server refused the address.", null);
                        });
    }

    @Test
    void refusesTheSameWordsWithinAMinute() {
        assertThat(grace.write(ada.account(), HELLO).statusCode()).isEqualTo(202);
        Response twice = Operator.fresh(house, tokens).write(ada.account(), HELLO);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.<String>path("error.code")).isEqualTo("CONFLICT");
        assertThat(
                        grace.write(ada.account(), Map.of("subject", "Other", "text", "words"))
                                .statusCode())
                .isEqualTo(202);
        clock.step(Duration.ofSeconds(61));
        assertThat(grace.write(ada.account(), HELLO).statusCode()).isEqualTo(202);
        assertThat(mails(3)).hasSize(3);
        assertThat(
                        grace.<String>walk(
                                "accounts/" + ada.account() + "/messages", "messages.subject"))
                .containsExactly("Your account", "Other", "Your account");
    }

    @Test
    void sendsARepeatedRequestOnce() {
        Response first = write("once", HELLO);
        Response again = write("once", HELLO);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.asString()).isEqualTo(first.asString());
        Response other = write("once", Map.of("subject", "Other", "text", "words"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("error.code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(write("twice", HELLO).statusCode()).isEqualTo(202);
        assertThat(write("bad key", HELLO).statusCode()).isEqualTo(422);
        assertThat(mails(2)).hasSize(2);
    }

    @Test
    void knowsNoAccountThatIsNotThere() {
        for (String id : List.of(AccountId.next().toString(), "me", "0")) {
            Response answer =
                    grace.request()
                            .contentType(ContentType.JSON)
                            .body(HELLO)
                            .post("/v1/operator/accounts/" + id + "/messages");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(
                            grace.request()
                                    .get("/v1/operator/accounts/" + id + "/messages")
                                    .statusCode())
                    .isEqualTo(404);
        }
    }

    private Response write(String key, Object body) {
        return grace.request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/operator/accounts/" + ada.account() + "/messages");
    }

    private void report(String message, Delivery delivery, String reason) {
        new Topic(house.events())
                .tell(
                        new MailReported(
                                NoticeTemplate.SUPPORT_MESSAGE.mailId(UUID.fromString(message)),
                                ada.account(),
                                null,
                                NoticeTemplate.SUPPORT_MESSAGE.wireName(),
                                delivery,
                                1,
                                reason,
                                clock.instant(),
                                clock.instant()));
    }

    private List<JsonNode> mails(int many) {
        var found = new java.util.concurrent.CopyOnWriteArrayList<JsonNode>();
        house.events()
                .await(
                        "notice.requested",
                        seen -> {
                            if (ada.account().toString().equals(seen.key())) {
                                found.add(Visitor.json(String.valueOf(seen.value())));
                            }
                            return found.size() >= many;
                        });
        return found;
    }
}
