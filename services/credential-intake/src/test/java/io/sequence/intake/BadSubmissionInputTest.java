package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class BadSubmissionInputTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("email", 7, "email"),
                Arguments.of("email", List.of("a@b.c"), "email"),
                Arguments.of("email", "somebody@example.org", "email"),
                Arguments.of("email", "\u0000", "email"),
                Arguments.of("type", "remove", "type"),
                Arguments.of("type", true, "type"),
                Arguments.of("market", "futures", "market"),
                Arguments.of("market", "derivatives", "market"),
                Arguments.of("venue", "mtgox", "venue"),
                Arguments.of("venue", "By bit\u0000", "venue"),
                Arguments.of("venue", 1.5, "venue"),
                Arguments.of("strategy_id", "\u0000", "strategy_id"),
                Arguments.of("strategy_id", null, "strategy_id"),
                Arguments.of("connection_id", "x", "connection_id"),
                Arguments.of("label", "l".repeat(65), "label"),
                Arguments.of("label", "a\u0000b", "label"),
                Arguments.of("label", "a\r\nBcc: x", "label"),
                Arguments.of("label", "a\u202Eb", "label"),
                Arguments.of("label", "a\u0085b", "label"),
                Arguments.of("label", Map.of("a", 1), "label"),
                Arguments.of("credentials", "key", "credentials"),
                Arguments.of("credentials", List.of(), "credentials"),
                Arguments.of("credentials", null, "credentials"),
                Arguments.of("credentials", Map.of("api_key", 12), "credentials.api_key"),
                Arguments.of(
                        "credentials",
                        Map.of("api_key", Map.of("api_key", "x")),
                        "credentials.api_key"),
                Arguments.of(
                        "credentials",
                        Map.of(
                                "api_key",
                                Trader.KEY,
                                "api_secret",
                                Trader.SECRET,
                                "passphrase",
                                "p"),
                        "credentials.passphrase"),
                Arguments.of(
                        "credentials",
                        Map.of("api_key", "k\u0000ey0000000", "api_secret", Trader.SECRET),
                        "credentials.api_key"),
                Arguments.of(
                        "credentials",
                        Map.of("api_key", Trader.KEY, "api_secret", Trader.KEY),
                        "credentials.api_secret"),
                Arguments.of(
                        "credentials",
                        Map.of("api_key", "k".repeat(30_000), "api_secret", Trader.SECRET),
                        "credentials.api_key"),
                Arguments.of("anti_phishing_code", "tea", "anti_phishing_code"),
                Arguments.of("anti_phishing_code", "t".repeat(21), "anti_phishing_code"),
                Arguments.of("anti_phishing_code", "tea\u0007pot", "anti_phishing_code"),
                Arguments.of("anti_phishing_code", "tea\u200Bpot", "anti_phishing_code"),
                Arguments.of("anti_phishing_code", 123456, "anti_phishing_code"),
                Arguments.of("funded_confirmed", "true", "funded_confirmed"),
                Arguments.of("funded_confirmed", 1, "funded_confirmed"),
                Arguments.of("terms_accepted", null, "terms_accepted"),
                Arguments.of("something_else", "x", "something_else"),
                Arguments.of("accountId", "x", "accountId"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void namesTheField(String field, Object value, String named) {
        Map<String, Object> form = ada.form();
        form.put(field, value);

        Response refused = ada.submit(Json.text(form));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<String>path("error.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(refused.<List<String>>path("error.details.field")).contains(named);
        assertThat(refused.<String>path("error.request_id"))
                .isEqualTo(refused.header("X-Request-Id"));
        assertThat(refused.asString()).doesNotContain(Trader.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "7",
                "true",
                "{",
                "{}}",
                "{\"email\":}",
                "{'email':'x'}",
                "{\"email\":\"x\"} trailing",
                "{\"type\":\"add\",\"type\":\"refresh\"}",
                "{\"credentials\":{\"api_key\":\"a\",\"api_key\":\"b\"}}",
                "{\"label\":\"a\nb\"}",
                "NaN",
            })
    void refusesWhatIsNoJsonObject(String body) {
        assertRefused(ada.submit(body));
    }

    @Test
    void refusesDeepNesting() throws Exception {
        for (String body :
                List.of(
                        "[".repeat(20_000),
                        "{\"credentials\":".repeat(2_000),
                        "{\"credentials\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                        "{\"x\":".repeat(3_000) + "1" + "}".repeat(3_000))) {
            // REST-assured would lay the body out for its log and run out of memory.
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:"
                                                    + RestAssured.port
                                                    + "/v1/submissions"))
                            .header("Authorization", "Bearer " + ada.token())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isIn(400, 422);
                assertThat(answer.body()).matches("\\{\"error\":\\{\"code\":\"[A-Z_]+\".*");
            }
        }
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] form = Json.text(ada.form()).getBytes(StandardCharsets.UTF_8);
        String text = new String(form, StandardCharsets.ISO_8859_1);
        for (String broken : List.of("\u00C3(", "\u00FF", "\u00ED\u00A0\u0080", "\u00C0\u00AF")) {
            assertRefused(
                    ada.submit(
                            text.replace("Main account", broken)
                                    .getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Test
    void refusesHalfCharacters() {
        Response refused =
                ada.submit(Json.text(ada.form()).replace("Main account", "half \\ud83d one"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("error.details.field")).containsExactly("label");
    }

    @Test
    void refusesAMegabyte() {
        Map<String, Object> form = ada.form();
        form.put("label", "l".repeat(1 << 20));
        Response refused = ada.submit(Json.text(form));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.<String>path("error.code")).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/octet-stream",
                "multipart/form-data; boundary=x",
            })
    void takesJsonOnly(String type) {
        Response refused =
                ada.request()
                        .header("Content-Type", type)
                        .body(Json.text(ada.form()).getBytes(StandardCharsets.UTF_8))
                        .post("/v1/submissions");
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.<String>path("error.code")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"label\":null}",
                "{\"label\":7}",
                "{\"label\":\"\"}",
                "{\"label\":\"   \"}",
                "{\"label\":\"a\\u0000\"}",
                "{\"label\":\"a\\ud83d\"}",
                "{\"label\":\"x\",\"active\":true}",
                "{\"label\":\"x\",\"label\":\"y\"}",
                "{\"label\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}",
            })
    void refusesABadNewName(String body) {
        var taken = ada.submit();
        Response refused =
                ada.request()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .patch("/v1/connections/" + taken.connection());
        assertRefused(refused);
        assertThat(ada.connection(taken.connection()).<String>path("label"))
                .isEqualTo("Main account");
    }

    @Test
    void saysWhichMethodsAPathTakes() {
        Response refused = ada.request().put("/v1/submissions");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.<String>path("error.code")).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void namesNoConnectionForABadRefresh() {
        Map<String, Object> form = new HashMap<>(ada.refreshForm(ada.submit().connection()));
        for (Object odd : new Object[] {"", "no-id", "\u0000"}) {
            form.put("connection_id", odd);
            assertThat(ada.submit(Json.text(form)).statusCode()).isIn(404, 422);
        }
        form.remove("connection_id");
        assertThat(ada.submit(Json.text(form)).<List<String>>path("error.details.field"))
                .contains("connection_id");
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
        assertThat(answer.<String>path("error.code")).isIn("BAD_REQUEST", "VALIDATION_ERROR");
        assertThat(answer.<String>path("error.request_id")).isNotBlank();
        assertThat(answer.<Object>path("error.details")).isInstanceOf(List.class);
    }
}
