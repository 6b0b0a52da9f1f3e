package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sequence.access.AccessTokens;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class BadSupportInputTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    @ParameterizedTest
    @CsvSource({
        "operator/accounts, waiting, perhaps",
        "operator/accounts, email, a%00b",
        "operator/support-requests, state, half",
        "operator/support-requests, state, OPEN",
        "operator/support-requests, account_id, 7",
        "operator/submissions, status, done",
        "operator/submissions, status, rejected'--",
        "operator/submissions, venue, atlantis",
        "operator/submissions, venue, BYBIT!",
        "operator/submissions, account_id, x%00",
        "operator/mails, delivery, lost",
        "operator/mails, account_id, me",
        "mails, limit, ten",
    })
    void namesTheFilterThatIsNotAcceptable(String path, String field, String value) {
        Response answer = operator().get("/v1/" + path + "?" + field + "=" + value);
        assertBadParameter(answer, field);
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                        "operator/accounts",
                        "operator/support-requests",
                        "operator/submissions",
                        "operator/mails",
                        "mails")
                .flatMap(
                        path ->
                                Stream.of(
                                        Arguments.of(path, "limit", "0"),
                                        Arguments.of(path, "limit", "201"),
                                        Arguments.of(path, "limit", "-1"),
                                        Arguments.of(path, "limit", "99999999999999999999"),
                                        Arguments.of(path, "after", "1"),
                                        Arguments.of(path, "after", "%00"),
                                        // 999999999999999999.x and 1.<NUL>
                                        Arguments.of(path, "after", "OTk5OTk5OTk5OTk5OTk5OTk5Lng"),
                                        Arguments.of(path, "after", "MS4A")));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void namesThePartThatIsNotThere(String path, String field, String value) {
        assertBadParameter(operator().get("/v1/" + path + "?" + field + "=" + value), field);
    }

    @Test
    void namesEverythingAtOnce() {
        Response answer =
                operator().get("/v1/operator/submissions?status=x&venue=x&account_id=x&limit=x");
        assertThat(answer.<List<String>>path("error.details.field"))
                .containsExactly("status", "venue", "account_id", "limit");
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("subject", "{\"text\":\"Hello\"}"),
                Arguments.of("subject", "{\"subject\":\" \",\"text\":\"Hello\"}"),
                Arguments.of("subject", "{\"subject\":\"two\\nlines\",\"text\":\"Hello\"}"),
                Arguments.of("subject", "{\"subject\":\"a\\r\\nBcc: b@c.de\",\"text\":\"Hello\"}"),
                Arguments.of("subject", "{\"subject\":\"a\\u0000\",\"text\":\"Hello\"}"),
                Arguments.of("subject", "{\"subject\":\"a\\u202eb\",\"text\":\"Hello\"}"),
                Arguments.of(
                        "subject", "{\"subject\":\"" + "a".repeat(121) + "\",\"text\":\"Hello\"}"),
                Arguments.of("text", "{\"subject\":\"Hello\"}"),
                Arguments.of("text", "{\"subject\":\"Hello\",\"text\":\"\\n \\n\"}"),
                Arguments.of("text", "{\"subject\":\"Hello\",\"text\":\"a\\tb\"}"),
                Arguments.of("text", "{\"subject\":\"Hello\",\"text\":\"a\\u0007b\"}"),
                Arguments.of("text", "{\"subject\":\"Hello\",\"text\":\"a\\rb\"}"),
                Arguments.of("text", "{\"subject\":\"Hello\",\"text\":\"a\\ud800b\"}"),
                Arguments.of("text", "{\"subject\":\"Hello\",\"text\":\"a\\u2028b\"}"),
                Arguments.of(
                        "text", "{\"subject\":\"Hello\",\"text\":\"" + "a".repeat(4001) + "\"}"),
                Arguments.of("text", "{\"subject\":\"Hello\",\"text\":7}"),
                Arguments.of("html", "{\"subject\":\"a\",\"text\":\"b\",\"html\":\"c\"}"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void namesWhatIsNoMessage(String field, String body) {
        Trader ada = Trader.fresh(house, tokens);
        Operator grace = Operator.fresh(house, tokens);
        assertInvalid(grace.write(ada.account(), body), field);
        assertThat(grace.get("accounts/" + ada.account() + "/messages").<List<?>>path("messages"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "venue | {\"venue\":\"atlantis\"}",
                "venue | {\"venue\":\"\"}",
                "market | {\"market\":\"margin\"}",
                "strategy_id | {\"strategy_id\":\"get_rich\"}",
                "message | {\"message\":\"a\\u0000b\"}",
                "message | {\"message\":\"a\\u001bb\"}",
                "message | {\"message\":7}",
                "email | {\"email\":\"a@b.cd\"}",
            })
    void namesWhatIsNoRequestForSupport(String field, String body) {
        assertInvalid(ask(body), field);
        assertInvalid(ask("{\"message\":\"" + "a".repeat(2001) + "\"}"), "message");
    }

    @ParameterizedTest
    @CsvSource({"''", "null", "[]", "7", "{", "'{} trailing'"})
    void refusesWhatIsNoBody(String body) {
        assertThat(ask(body).statusCode()).isBetween(400, 422);
        Operator grace = Operator.fresh(house, tokens);
        assertThat(grace.patch("support-requests/" + UUID.randomUUID(), body).statusCode())
                .isBetween(400, 422);
    }

    @Test
    void knowsNoRequestThatIsNotThere() {
        Operator grace = Operator.fresh(house, tokens);
        for (String id : List.of(UUID.randomUUID().toString(), "1", "null")) {
            assertThat(grace.patch("support-requests/" + id, "{\"state\":\"closed\"}").statusCode())
                    .isEqualTo(404);
        }
        assertInvalid(
                grace.patch("support-requests/" + UUID.randomUUID(), "{\"state\":\"x\"}"), "state");
        assertInvalid(grace.patch("support-requests/" + UUID.randomUUID(), "{}"), "state");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, operator/accounts",
        "GET, operator/accounts?waiting=true",
        "GET, operator/support-requests",
        "PATCH, operator/support-requests/{id}",
        "GET, operator/submissions",
        "GET, operator/mails",
        "GET, operator/accounts/{id}/messages",
        "POST, operator/accounts/{id}/messages",
    })
    void letsNobodyElseIn(String method, String path) {
        Trader ada = Trader.fresh(house, tokens);
        String url = "/v1/" + path.replace("{id}", ada.account().toString());

        Response refused = call(ada.request(), method, url);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<String>path("error.code")).isEqualTo("FORBIDDEN");
        assertThat(call(given(), method, url).statusCode()).isEqualTo(401);
    }

    @Test
    void asksWhoAsks() {
        assertThat(given().get("/v1/mails").statusCode()).isEqualTo(401);
        assertThat(call(given(), "POST", "/v1/support-requests").statusCode()).isEqualTo(401);
        assertThat(call(operator(), "POST", "/v1/support-requests").statusCode()).isEqualTo(403);
    }

    @Test
    void slowsDownWhoAsksAllTheTime() {
        Trader ada = Trader.fresh(house, tokens);
        Response answer = null;
        for (int i = 0; i < 14; i++) {
            answer = call(ada.request(), "POST", "/v1/support-requests");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    private RequestSpecification operator() {
        return Operator.fresh(house, tokens).request().urlEncodingEnabled(false);
    }

    private Response ask(String body) {
        return Trader.fresh(house, tokens)
                .request()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/support-requests");
    }

    private static Response call(RequestSpecification request, String method, String path) {
        return method.equals("GET")
                ? request.get(path)
                : request.contentType(ContentType.JSON).body("{}").request(method, path);
    }

    private static void assertBadParameter(Response answer, String field) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("error.code")).isEqualTo("INVALID_PARAMS");
        assertThat(answer.<List<String>>path("error.details.field")).contains(field);
    }

    private static void assertInvalid(Response answer, String field) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.<String>path("error.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.<List<String>>path("error.details.field")).contains(field);
    }
}
