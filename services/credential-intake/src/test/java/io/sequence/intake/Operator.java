package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sequence.access.AccessTokens;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An operator who has signed in, at the other end of HTTP. */
record Operator(AccountId account, String token) {
    static Operator fresh(TestHouse house, AccessTokens tokens) {
        AccountId account = AccountId.next();
        new House(house)
                .run(
                        "insert into credential_intake.account (id, client_number, email, name,"
                                + " password_hash, role, support_clearance, registered_at,"
                                + " email_proven_at) values (?,"
                                + " nextval('credential_intake.client_number'), ?, 'Grace Hopper',"
                                + " '-', 'operator', 'not_needed', now(), now())",
                        account.value(),
                        "grace." + UUID.randomUUID() + "@sequence.example");
        return new Operator(account, tokens.issue(account, "operator", Instant.now()));
    }

    RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token);
    }

    Response get(String path) {
        Response answer = request().get("/v1/operator/" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    Response patch(String path, String body) {
        return request().contentType(ContentType.JSON).body(body).patch("/v1/operator/" + path);
    }

    Response write(AccountId to, Object body) {
        return request()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/operator/accounts/" + to + "/messages");
    }

    /** One field of every row of a list, read in parts of two. */
    <T> List<T> walk(String path, String field) {
        List<T> found = new ArrayList<>();
        String next = null;
        do {
            String part = path + (path.contains("?") ? "&" : "?") + "limit=2";
            Response answer = get(next == null ? part : part + "&after=" + next);
            List<T> rows = answer.path(field);
            assertThat(rows.size()).isLessThanOrEqualTo(2);
            found.addAll(rows);
            next = answer.path("next");
        } while (next != null);
        return found;
    }
}
