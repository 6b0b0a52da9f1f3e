package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.testing.RealHouse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class BadAccountInputTest {
    private static final List<String> CALLS =
            List.of("/v1/accounts", "/v1/auth/sign-in", "/v1/auth/verify", "/v1/auth/resend");

    static Stream<Arguments> unreadable() {
        List<String> bodies =
                List.of(
                        "",
                        "null",
                        "[]",
                        "[{\"email\":\"a@b.cd\"}]",
                        "\"text\"",
                        "7",
                        "{",
                        "{\"email\":",
                        "{} trailing",
                        "{}",
                        "{\"email\":null,\"password\":null,\"name\":null,\"challenge_id\":null}",
                        "{\"email\":[],\"challenge_id\":[]}",
                        "{\"email\":{\"a\":1},\"challenge_id\":{\"a\":1}}",
                        "{\"unknown\":1}",
                        "{\"email\":\"a@b.cd\",\"email\":\"b@b.cd\"}",
                        "{\"email\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                        "{\"email\":\"" + "a".repeat(30_000) + "@example.org\"}",
                        "{\"email\":\"" + "a".repeat(1_000_000) + "\"}");
        return CALLS.stream()
                .flatMap(call -> bodies.stream().map(body -> Arguments.of(call, body)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("unreadable")
    void refusesWhatIsNoBodyOfTheCall(String call, String body) {
        assertRefused(given().contentType(ContentType.JSON).body(body).post(call));
    }

    static Stream<String> registrations() {
        return Stream.of(
                form("no address", "tidal-harbour-9461", "Ada"),
                form("a@b", "tidal-harbour-9461", "Ada"),
                form("a..b@example.org", "tidal-harbour-9461", "Ada"),
                form("a@example.org\\r\\nBcc: x@example.org", "tidal-harbour-9461", "Ada"),
                form("a@example.org\\u0000", "tidal-harbour-9461", "Ada"),
                form("a@example.org", "short", "Ada"),
                form("a@example.org", "Password1234!", "Ada"),
                form("a@example.org", "tidal\\u0000harbour-9461", "Ada"),
                form("a@example.org", "tidal-harbour-\\ud800", "Ada"),
                form("a@example.org", "tidal-harbour-9461", ""),
                form("a@example.org", "tidal-harbour-9461", "Ada / 7"),
                form("a@example.org", "tidal-harbour-9461", "Ada\\nLovelace"),
                form("a@example.org", "tidal-harbour-9461", "Ada\\u202E"),
                form("a@example.org", "tidal-harbour-9461", "a".repeat(65)),
                "{\"email\":5,\"password\":\"tidal-harbour-9461\",\"name\":\"Ada\"}",
                "{\"email\":\"a@example.org\",\"password\":\"tidal-harbour-9461\",\"name\":5}",
                "{\"email\":\"a@example.org\",\"password\":123456789123456,\"name\":\"Ada\"}",
                "{\"email\":\"a@example.org\",\"password\":\"tidal-harbour-9461\",\"name\":true}");
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void namesTheFieldThatIsNotAcceptable(String body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post("/v1/accounts");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.path("error.code").toString()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.path("error.details[0].field").toString())
                .isIn("email", "password", "name");
        assertThat(answer.asString()).doesNotContain("tidal", "1234!");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesBrokenTextAndOtherMediaTypes(String call) {
        byte[] broken = "{\"email\":\"a\u00ff@b.cd\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(given().contentType("application/json").body(broken).post(call));
        assertRefused(given().contentType("text/plain").body("{}").post(call));
        assertRefused(given().get(call));
    }

    static Stream<String> calls() {
        return CALLS.stream();
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.path("error.code").toString()).isNotBlank();
        assertThat(answer.path("error.request_id").toString()).isNotBlank();
    }

    private static String form(String email, String password, String name) {
        return "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"%s\"}"
                .formatted(email, password, name);
    }
}
