package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class BadSettingsInputTest {
    private static final List<String> CALLS =
            List.of("PATCH /v1/me", "PUT /v1/me/password", "PUT /v1/me/mails");

    TestHouse house;
    @Inject AccessTokens tokens;

    static Stream<Arguments> unreadable() {
        List<String> bodies =
                List.of(
                        "",
                        "null",
                        "[]",
                        "\"text\"",
                        "7",
                        "{",
                        "{} trailing",
                        "{\"unknown\":1}",
                        "{\"name\":[],\"current_password\":[],\"unwanted\":{}}",
                        "{\"name\":\"a\",\"name\":\"b\"}",
                        "{\"unwanted\":[],\"unwanted\":[]}",
                        "{\"role\":\"operator\"}",
                        "{\"unwanted\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                        "{\"name\":\"" + "a".repeat(1_000_000) + "\"}");
        return CALLS.stream()
                .flatMap(call -> bodies.stream().map(body -> Arguments.of(call, body)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("unreadable")
    void refusesWhatIsNoBodyOfTheCall(String call, String body) {
        assertRefused(send(Trader.fresh(house, tokens), call, body));
    }

    static Stream<Arguments> unacceptable() {
        return Stream.of(
                Arguments.of("PATCH /v1/me", "{\"name\":\"\"}", "name"),
                Arguments.of("PATCH /v1/me", "{\"name\":\" Ada\"}", "name"),
                Arguments.of("PATCH /v1/me", "{\"name\":\"Ada\\u0000\"}", "name"),
                Arguments.of("PATCH /v1/me", "{\"name\":\"Ada\\nX: y\"}", "name"),
                Arguments.of("PATCH /v1/me", "{\"name\":\"Ada\\u202E\"}", "name"),
                Arguments.of("PATCH /v1/me", "{\"name\":\"Ada / 7\"}", "name"),
                Arguments.of("PATCH /v1/me", "{\"name\":\"" + "a".repeat(65) + "\"}", "name"),
                Arguments.of("PATCH /v1/me", "{\"name\":5}", "name"),
                Arguments.of(
                        "PATCH /v1/me", "{\"anti_phishing_code\":\"abc\"}", "anti_phishing_code"),
                Arguments.of("PATCH /v1/me", "{\"anti_phishing_code\":\"\"}", "anti_phishing_code"),
                Arguments.of(
                        "PATCH /v1/me",
                        "{\"anti_phishing_code\":\"" + "a".repeat(21) + "\"}",
                        "anti_phishing_code"),
                Arguments.of(
                        "PATCH /v1/me",
                        "{\"anti_phishing_code\":\"tea\\u200Bpot\"}",
                        "anti_phishing_code"),
                Arguments.of(
                        "PATCH /v1/me",
                        "{\"anti_phishing_code\":\"tea\\npot\"}",
                        "anti_phishing_code"),
                Arguments.of("PATCH /v1/me", "{\"anti_phishing_code\":1234}", "anti_phishing_code"),
                Arguments.of("PUT /v1/me/mails", "{}", "unwanted"),
                Arguments.of("PUT /v1/me/mails", "{\"unwanted\":null}", "unwanted"),
                Arguments.of("PUT /v1/me/mails", "{\"unwanted\":\"expiring\"}", "unwanted"),
                Arguments.of("PUT /v1/me/mails", "{\"unwanted\":[null]}", "unwanted[0]"),
                Arguments.of("PUT /v1/me/mails", "{\"unwanted\":[7]}", "unwanted[0]"),
                Arguments.of("PUT /v1/me/mails", "{\"unwanted\":[\"\"]}", "unwanted[0]"),
                Arguments.of(
                        "PUT /v1/me/mails",
                        "{\"unwanted\":[\"expiring\",\"EXPIRING\"]}",
                        "unwanted[1]"),
                Arguments.of(
                        "PUT /v1/me/mails", "{\"unwanted\":[\"sign_in_code\"]}", "unwanted[0]"),
                Arguments.of("PUT /v1/me/mails", "{\"unwanted\":[\"rejected\"]}", "unwanted[0]"),
                Arguments.of("PUT /v1/me/mails", "{\"unwanted\":[\"failing\"]}", "unwanted[0]"),
                Arguments.of("PUT /v1/me/mails", "{\"unwanted\":[\"no\"]}", "unwanted[0]"),
                Arguments.of(
                        "PUT /v1/me/mails",
                        "{\"unwanted\":[\"expiring\"" + ",\"expiring\"".repeat(500) + "]}",
                        "unwanted"),
                Arguments.of(
                        "PUT /v1/me/password",
                        "{\"current_password\":5,\"new_password\":\"quiet-lantern-2718\"}",
                        "current_password"),
                Arguments.of(
                        "PUT /v1/me/password",
                        "{\"current_password\":\""
                                + "a".repeat(20_000)
                                + "\",\"new_password\":\"quiet-lantern-2718\"}",
                        "current_password"),
                Arguments.of(
                        "PUT /v1/me/password",
                        "{\"current_password\":\"x\",\"new_password\":\""
                                + "ab".repeat(129)
                                + "\"}",
                        "new_password"));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("unacceptable")
    void namesTheFieldThatIsNotAcceptable(String call, String body, String field) {
        Trader ada = Trader.fresh(house, tokens);
        String before = state(ada);

        Response refused = send(ada, call, body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("error.details.field")).containsExactly(field);
        assertThat(state(ada)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesBrokenTextOtherMediaTypesAndStrangers(String call) {
        Trader ada = Trader.fresh(house, tokens);
        byte[] broken = "{\"name\":\"a\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        String[] parts = call.split(" ");
        assertRefused(
                ada.request()
                        .contentType("application/json")
                        .body(broken)
                        .request(parts[0], parts[1]));
        assertRefused(
                ada.request().contentType("text/plain").body("{}").request(parts[0], parts[1]));
        assertThat(
                        given().contentType(ContentType.JSON)
                                .body("{}")
                                .request(parts[0], parts[1])
                                .statusCode())
                .isEqualTo(401);
    }

    static Stream<String> calls() {
        return CALLS.stream();
    }

    @Test
    void letsOperatorsChangeTheirOwn() {
        Trader ada = Trader.fresh(house, tokens);
        String operator = tokens.issue(ada.account(), "operator", Instant.now());
        var self = new Trader(ada.account(), ada.email(), operator);
        assertThat(send(self, "PATCH /v1/me", "{\"name\":\"Grace\"}").statusCode()).isEqualTo(200);
        assertThat(send(self, "PUT /v1/me/mails", "{\"unwanted\":[]}").statusCode()).isEqualTo(200);
        assertThat(self.request().get("/v1/sessions").statusCode()).isEqualTo(200);
    }

    private static Response send(Trader trader, String call, String body) {
        String[] parts = call.split(" ");
        return trader.request()
                .contentType(ContentType.JSON)
                .body(body)
                .request(parts[0], parts[1]);
    }

    private static String state(Trader trader) {
        return trader.request().get("/v1/me").asString()
                + trader.request().get("/v1/me/mails").asString();
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.path("error.code").toString()).isNotBlank();
        assertThat(answer.path("error.request_id").toString()).isNotBlank();
    }
}
