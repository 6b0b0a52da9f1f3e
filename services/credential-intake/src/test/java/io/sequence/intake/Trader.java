package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sequence.access.AccessTokens;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.SubmissionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A trader who has signed in, at the other end of HTTP. */
record Trader(AccountId account, String email, String token) {
    static final String KEY = "madeUpKey000000wxyz";
    static final String SECRET = "madeUpSecret0000000000000000000000001";

    /** An account that may submit. */
    static Trader fresh(TestHouse house, AccessTokens tokens) {
        return fresh(house, tokens, "not_needed");
    }

    static Trader fresh(TestHouse house, AccessTokens tokens, String clearance) {
        AccountId account = AccountId.next();
        String email = "Ada." + UUID.randomUUID() + "@example.org";
        new House(house)
                .run(
                        "insert into credential_intake.account (id, client_number, email, name,"
                            + " password_hash, role, support_clearance, registered_at,"
                            + " email_proven_at, told) values (?,"
                            + " nextval('credential_intake.client_number'), ?, 'Ada Lovelace', '-',"
                            + " 'trader', ?, now(), now(), true)",
                        account.value(),
                        email,
                        clearance);
        return new Trader(account, email, tokens.issue(account, "trader", Instant.now()));
    }

    /** The same trader with a token that works until then. */
    Trader signedInUntil(Instant end, AccessTokens tokens) {
        return new Trader(
                account, email, tokens.issue(account, "trader", end.minus(tokens.lifetime())));
    }

    /** What a submission took in. */
    record Taken(SubmissionId submission, ConnectionId connection) {
        static Taken of(Response answer) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
            return new Taken(
                    SubmissionId.parse(answer.path("submission_id")),
                    ConnectionId.parse(answer.path("connection_id")));
        }
    }

    /** A form that is in order: a spot key of Bybit. */
    Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        form.put("email", email);
        form.put("type", "add");
        form.put("market", "spot");
        form.put("venue", "bybit");
        form.put("strategy_id", "usdt_dca");
        form.put("label", "Main account");
        form.put("credentials", new HashMap<>(Map.of("api_key", KEY, "api_secret", SECRET)));
        form.put("anti_phishing_code", "teapot");
        form.put("funded_confirmed", true);
        form.put("terms_accepted", true);
        return form;
    }

    /** A form that brings a new key for a connection. */
    Map<String, Object> refreshForm(ConnectionId connection) {
        Map<String, Object> form = new HashMap<>();
        form.put("email", email);
        form.put("type", "refresh");
        form.put("connection_id", connection.toString());
        form.put(
                "credentials",
                Map.of("api_key", "madeUpKey000000new2", "api_secret", SECRET + "2"));
        return form;
    }

    RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token);
    }

    Response submit(Object body) {
        return request().contentType(ContentType.JSON).body(body).post("/v1/submissions");
    }

    Response submit(Object body, String idempotencyKey) {
        return request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/v1/submissions");
    }

    Taken submit() {
        return Taken.of(submit(form()));
    }

    Taken refresh(ConnectionId connection) {
        return Taken.of(submit(refreshForm(connection)));
    }

    /** Submits a key and waits until a verdict has accepted it. */
    Taken connected(Topic topic) {
        Taken taken = submit();
        topic.tell(Facts.of(this, taken).validated(taken.submission(), 1));
        awaitStatus(taken.submission(), "accepted");
        return taken;
    }

    Response submission(SubmissionId id) {
        return request().get("/v1/submissions/" + id);
    }

    Response connection(ConnectionId id) {
        return request().get("/v1/connections/" + id);
    }

    Response connections() {
        return request().get("/v1/connections");
    }

    Response post(ConnectionId id, String act) {
        return request().post("/v1/connections/" + id + "/" + act);
    }

    Response disconnect(ConnectionId id) {
        return request().delete("/v1/connections/" + id);
    }

    void awaitStatus(SubmissionId id, String status) {
        await().untilAsserted(
                        () -> assertThat(submission(id).<String>path("status")).isEqualTo(status));
    }
}
