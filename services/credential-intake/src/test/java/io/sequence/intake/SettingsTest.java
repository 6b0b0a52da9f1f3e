package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sequence.access.AccessTokens;
import io.sequence.intake.outbound.account.AccountNews;
import io.sequence.testing.EventProbe;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.AccountId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
class SettingsTest {
    EventProbe events;
    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject AccountNews news;

    private Visitor ada;
    private String token;

    @BeforeEach
    void arrive() {
        ada = Visitor.fresh(events);
        token = ada.arrive().path("access_token");
    }

    @Test
    void tellsOfANewAccount() {
        JsonNode told = ada.changed(any -> true);

        assertThat(told.at("/recipient/name").asText()).isEqualTo("Ada Lovelace");
        assertThat(told.at("/unwanted_mails").size()).isZero();
        assertThat(told.at("/unsubscribe_path").asText())
                .matches("/v1/mails/unsubscribe/[0-9a-f]{64}");
        assertThat(told.at("/account_id").asText())
                .isEqualTo(as().get("/v1/me").<String>path("account_id"));
    }

    @Test
    void tellsOfAccountsThatAreOlderThanTheEvent() {
        Trader old = Trader.fresh(house, tokens);
        new House(house)
                .run(
                        "update credential_intake.account set told = false where id = ?",
                        old.account().value());

        news.catchUp();
        news.catchUp();

        Visitor seen = new Visitor(events, old.email());
        seen.changed(told -> told.at("/unsubscribe_path").asText().length() > 64);
        assertThat(seen.news()).hasSize(1);
    }

    @Test
    void changesTheNameAndTellsMailerAndOpenPages() {
        try (EventStream page = EventStream.fromNow(trader())) {
            await().until(() -> page.comment() != null);

            Response changed = patch(Map.of("name", "Countess King"));

            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.<String>path("name")).isEqualTo("Countess King");
            assertThat(changed.<String>path("client_id")).endsWith(" / Countess King");
            JsonNode told =
                    ada.changed(one -> one.at("/recipient/name").asText().equals("Countess King"));
            assertThat(told.at("/recipient/client_id").asText()).endsWith("Countess King");
            await().until(() -> page.types().contains("account.changed"));
            assertThat(page.heard().getFirst().data()).contains("\"name\"");
        }
        assertThat(as().get("/v1/me").<String>path("name")).isEqualTo("Countess King");
    }

    @Test
    void changesTheAntiPhishingCodeAndMailsWithTheNewOne() {
        assertThat(patch(Map.of("anti_phishing_code", "teapot")).statusCode()).isEqualTo(200);
        ada.notice("ANTI_PHISHING_CODE_CHANGED");
        assertThat(patch(Map.of("anti_phishing_code", "kettle")).statusCode()).isEqualTo(200);
        ada.notice("ANTI_PHISHING_CODE_CHANGED", 2);

        ada.changed(one -> one.at("/recipient/anti_phishing_code").asText().equals("kettle"));
        Response me = as().get("/v1/me");
        assertThat(me.<Boolean>path("anti_phishing_code_set")).isTrue();
        assertThat(me.asString()).doesNotContain("kettle");
    }

    @Test
    void leavesAsItIsWhatIsLeftOutAndTellsNothing() {
        patch(Map.of("anti_phishing_code", "teapot"));
        ada.notice("ANTI_PHISHING_CODE_CHANGED");
        Map<String, Object> nulls = new HashMap<>();
        nulls.put("name", null);
        nulls.put("anti_phishing_code", null);

        for (Object body : List.of(nulls, Map.of(), Map.of("anti_phishing_code", "teapot"))) {
            assertThat(patch(body).statusCode()).isEqualTo(200);
        }
        patch(Map.of("name", "The Last"));

        ada.changed(one -> one.at("/recipient/name").asText().equals("The Last"));
        // At registration, with the code, with the name.
        assertThat(ada.news()).hasSize(3);
        assertThat(ada.mails()).containsOnlyOnce("ANTI_PHISHING_CODE_CHANGED");
    }

    @Test
    void tellsOfACodeThatCameWithASubmission() {
        Trader trader = trader();
        trader.submit();
        ada.changed(one -> one.at("/recipient/anti_phishing_code").asText().equals("teapot"));
        assertThat(ada.mails()).doesNotContain("ANTI_PHISHING_CODE_CHANGED");
        Map<String, Object> form = trader.form();
        form.put("anti_phishing_code", "kettle");

        assertThat(trader.submit(form).statusCode()).isEqualTo(202);

        ada.changed(one -> one.at("/recipient/anti_phishing_code").asText().equals("kettle"));
        ada.notice("ANTI_PHISHING_CODE_CHANGED");
    }

    @Test
    void letsOptionalMailsBeUnwanted() {
        Response before = as().get("/v1/me/mails");
        assertThat(before.jsonPath().getList("mails.wanted")).containsOnly(true);
        assertThat(before.jsonPath().getList("mails.findAll { it.optional }.mail"))
                .containsExactlyInAnyOrder(
                        "received",
                        "delayed",
                        "resumed",
                        "recovered",
                        "expiring",
                        "launched",
                        "paused",
                        "refreshed");

        Response after = unwanted("expiring", "paused", "expiring");

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.jsonPath().getList("mails.findAll { !it.wanted }.mail"))
                .containsExactlyInAnyOrder("expiring", "paused");
        assertThat(as().get("/v1/me/mails").asString()).isEqualTo(after.asString());
        JsonNode told = ada.changed(one -> one.at("/unwanted_mails").size() == 2);
        assertThat(told.at("/unwanted_mails").toString()).isEqualTo("[\"expiring\",\"paused\"]");
        unwanted("paused", "expiring");
        assertThat(unwanted().jsonPath().getList("mails.wanted")).containsOnly(true);
        await().until(() -> ada.news().size() == 3);
        assertThat(ada.news().getLast().at("/unwanted_mails").size()).isZero();
    }

    @Test
    void unsubscribesByThePathOfTheMailAndNotByFollowingIt() {
        String path = ada.changed(any -> true).at("/unsubscribe_path").asText();
        unwanted("paused");

        Response followed = given().accept("text/html").redirects().follow(false).get(path);
        assertThat(followed.statusCode()).isEqualTo(303);
        assertThat(followed.header("Location"))
                .endsWith(path.replace("/v1/mails/unsubscribe/", "/unsubscribe/"));
        assertThat(wanted("expiring")).isTrue();

        Response clicked =
                given().contentType("application/x-www-form-urlencoded")
                        .body("List-Unsubscribe=One-Click")
                        .post(path);
        assertThat(clicked.statusCode()).isEqualTo(200);
        assertThat(clicked.<String>path("mail")).isEqualTo("expiring");
        assertThat(clicked.<Boolean>path("wanted")).isFalse();
        assertThat(wanted("expiring")).isFalse();
        ada.changed(
                one -> one.at("/unwanted_mails").toString().equals("[\"expiring\",\"paused\"]"));
    }

    @Test
    void takesOneClickInWhateverForm() {
        String path = ada.changed(any -> true).at("/unsubscribe_path").asText();
        assertThat(given().post(path).statusCode()).isEqualTo(200);
        assertThat(given().contentType(ContentType.JSON).body("{}").post(path).statusCode())
                .isEqualTo(200);
        assertThat(given().multiPart("List-Unsubscribe", "One-Click").post(path).statusCode())
                .isEqualTo(200);
        assertThat(
                        given().contentType("text/plain")
                                .accept("text/html")
                                .body("?")
                                .post(path)
                                .statusCode())
                .isEqualTo(200);
        await().until(() -> ada.news().size() == 2);
    }

    @Test
    void knowsNoOtherUnsubscribeTokens() {
        for (String none :
                List.of("x", "0".repeat(64), "A".repeat(64), "a".repeat(2_000), "%27%20or%201")) {
            String path = "/v1/mails/unsubscribe/" + none;
            assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(404);
            assertThat(given().urlEncodingEnabled(false).post(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void losesNothingOfChangesThatComeAtOnce() throws Exception {
        String path = ada.changed(any -> true).at("/unsubscribe_path").asText();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> running = new ArrayList<>();
            running.add(pool.submit(() -> patch(Map.of("name", "Countess King"))));
            running.add(pool.submit(() -> patch(Map.of("anti_phishing_code", "kettle"))));
            running.add(pool.submit(() -> given().post(path)));
            running.add(pool.submit(() -> given().post(path)));
            for (Future<Response> one : running) {
                assertThat(one.get().statusCode()).isEqualTo(200);
            }
        }

        await().until(() -> ada.news().size() == 4);
        JsonNode last = ada.news().getLast();
        assertThat(last.at("/recipient/name").asText()).isEqualTo("Countess King");
        assertThat(last.at("/recipient/anti_phishing_code").asText()).isEqualTo("kettle");
        assertThat(last.at("/unwanted_mails").toString()).isEqualTo("[\"expiring\"]");
    }

    private boolean wanted(String mail) {
        return as().get("/v1/me/mails")
                .jsonPath()
                .getBoolean("mails.find { it.mail == '" + mail + "' }.wanted");
    }

    private Response unwanted(String... mails) {
        return as().contentType(ContentType.JSON)
                .body(Map.of("unwanted", List.of(mails)))
                .put("/v1/me/mails");
    }

    private Response patch(Object body) {
        return as().contentType(ContentType.JSON).body(body).patch("/v1/me");
    }

    private RequestSpecification as() {
        return given().auth().oauth2(token);
    }

    private Trader trader() {
        return new Trader(AccountId.parse(as().get("/v1/me").path("account_id")), ada.email, token);
    }
}
