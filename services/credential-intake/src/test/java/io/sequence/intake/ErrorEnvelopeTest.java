package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sequence.testing.RealHouse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** libs/service-base in a service: whatever goes wrong is told in the one envelope. */
@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class ErrorEnvelopeTest {
    private static final String REGISTER = "/v1/accounts";

    static Stream<Arguments> trouble() {
        return Stream.of(
                Arguments.of("GET", "/v1/no-such-thing", null, 404, "NOT_FOUND"),
                Arguments.of("GET", "/v1/venues/no-such-venue", null, 404, "NOT_FOUND"),
                Arguments.of("GET", "/no-such-thing", null, 404, "NOT_FOUND"),
                Arguments.of("DELETE", "/v1/venues", null, 405, "METHOD_NOT_ALLOWED"),
                Arguments.of("GET", REGISTER, null, 405, "METHOD_NOT_ALLOWED"),
                Arguments.of("GET", "/v1/me", null, 401, "UNAUTHORIZED"),
                Arguments.of("GET", "/v1/connections", null, 401, "UNAUTHORIZED"),
                Arguments.of("GET", "/v1/events", null, 401, "UNAUTHORIZED"),
                Arguments.of("POST", REGISTER, "{\"email\":", 400, "BAD_REQUEST"),
                Arguments.of("POST", REGISTER, "", 400, "BAD_REQUEST"),
                Arguments.of("POST", REGISTER, "null", 400, "BAD_REQUEST"),
                Arguments.of("POST", REGISTER, "{} {}", 400, "BAD_REQUEST"),
                Arguments.of("POST", REGISTER, "{\"name\":\"a\",\"name\":\"b\"}", 400, null),
                Arguments.of("POST", REGISTER, "[]", 400, null),
                Arguments.of("POST", REGISTER, "{\"nam\":\"a\"}", 422, "VALIDATION_ERROR"),
                Arguments.of("POST", REGISTER, "{\"name\":5}", 422, "VALIDATION_ERROR"),
                Arguments.of("POST", REGISTER, "{\"name\":{}}", 422, "VALIDATION_ERROR"),
                Arguments.of("POST", REGISTER, "{}", 422, "VALIDATION_ERROR"));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void answersInTheEnvelope(String method, String path, String body, int status, String code) {
        RequestSpecification request = given();
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        Response answer = request.request(method, path);
        if (code == null) {
            assertThat(answer.statusCode()).isIn(400, 422);
        } else {
            assertThat(answer.statusCode()).isEqualTo(status);
        }
        holdsTheEnvelope(answer, code);
    }

    @Test
    void namesTheFieldThatIsUnknownOrOfAnotherType() {
        holdsOneDetail("{\"nam\":\"a\"}", "nam");
        holdsOneDetail("{\"name\":5}", "name");
    }

    @Test
    void refusesOtherThanJson() {
        Response answer = given().contentType("text/plain").body("hello").post(REGISTER);
        assertThat(answer.statusCode()).isEqualTo(415);
        holdsTheEnvelope(answer, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesABodyOverTheLimit() {
        Response answer =
                given().contentType("application/json")
                        .body("{\"name\":\"" + "a".repeat(100_000) + "\"}")
                        .post(REGISTER);
        assertThat(answer.statusCode()).isEqualTo(413);
        holdsTheEnvelope(answer, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void refusesATokenThatIsNone() {
        for (String token : List.of("abc", "a.b.c", "seq_live_nothing", "seq_test_nothing")) {
            Response answer = given().header("Authorization", "Bearer " + token).get("/v1/me");
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            holdsTheEnvelope(answer, "UNAUTHORIZED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"r-1", "4bf92f35:77b3/4da6+a3=", "0199a000-0000-7000-8000-000000000001"})
    void takesAndEchoesARequestId(String id) {
        Response answer = given().header("X-Request-Id", id).get("/v1/no-such-thing");
        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        assertThat(answer.jsonPath().getString("error.request_id")).isEqualTo(id);
        assertThat(given().header("X-Request-Id", id).get("/v1/venues").header("X-Request-Id"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has blank", "quote\"", "<script>", "{}"})
    void replacesARequestIdThatCannotStandInALog(String id) {
        Response answer = given().header("X-Request-Id", id).get("/v1/no-such-thing");
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void replacesARequestIdThatIsTooLong() {
        Response answer = given().header("X-Request-Id", "a".repeat(129)).get("/v1/venues");
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    private static void holdsOneDetail(String body, String field) {
        Response answer = given().contentType("application/json").body(body).post(REGISTER);
        assertThat(answer.jsonPath().getList("error.details.field")).containsExactly(field);
        assertThat(answer.jsonPath().getString("error.details[0].message")).isNotBlank();
    }

    private static void holdsTheEnvelope(Response answer, String code) {
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getMap("")).containsOnlyKeys("error");
        assertThat(answer.jsonPath().getMap("error"))
                .containsOnlyKeys("code", "message", "request_id", "details");
        if (code != null) {
            assertThat(answer.jsonPath().getString("error.code")).isEqualTo(code);
        }
        assertThat(answer.jsonPath().getString("error.message")).isNotBlank();
        assertThat(answer.jsonPath().getString("error.request_id"))
                .isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.jsonPath().getList("error.details")).isNotNull();
    }
}
