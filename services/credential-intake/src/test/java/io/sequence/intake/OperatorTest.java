package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.testing.EventProbe;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class OperatorTest {
    private static final String CLEARED = "{\"support_clearance\":\"cleared\"}";

    EventProbe events;
    TestHouse house;

    @Inject SteppedClock clock;

    @BeforeEach
    void beNow() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void clearsAnAccountOfAMicrosoftDomainAndNotesWhoDid() throws Exception {
        Visitor bill = new Visitor(events, "bill." + UUID.randomUUID() + "@Hotmail.co.uk");
        String trader = bill.arrive().path("access_token");
        Response me = given().auth().oauth2(trader).get("/v1/me");
        assertThat(me.path("support_clearance").toString()).isEqualTo("needed");
        String account = "/v1/operator/accounts/" + me.path("account_id");
        String operator = operator();

        Response found =
                given().auth()
                        .oauth2(operator)
                        .queryParam("email", bill.email)
                        .get("/v1/operator/accounts");
        assertThat(found.path("accounts[0].account_id").toString())
                .isEqualTo(me.path("account_id").toString());
        Response cleared = patch(operator, account, CLEARED);

        assertThat(cleared.statusCode()).isEqualTo(200);
        assertThat(cleared.path("support_clearance").toString()).isEqualTo("cleared");
        try (Connection intake = house.dataSource("credential-intake").getConnection();
                var query =
                        intake.prepareStatement(
                                "select old_value, new_value, changed_by from account_change"
                                        + " where account_id = ?")) {
            query.setObject(1, UUID.fromString(me.path("account_id")));
            ResultSet row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1) + row.getString(2)).isEqualTo("neededcleared");
            assertThat(row.getString(3)).isEqualTo(whoIs(operator));
        }
        assertThat(patch(operator, account, "{\"name\":\"Bill\"}").statusCode()).isEqualTo(422);
        assertThat(patch(operator, account, "{}").statusCode()).isEqualTo(422);
        assertThat(patch(operator, account, "{\"support_clearance\":\"x\"}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void invitesAnAccountAndTakesItBack() {
        Visitor ada = new Visitor(events, "ada." + UUID.randomUUID() + "@example.com");
        String trader = ada.arrive().path("access_token");
        String account = given().auth().oauth2(trader).get("/v1/me").path("account_id");
        String invitations = "/v1/operator/accounts/" + account + "/invitations";
        String operator = operator();

        for (int again = 0; again < 2; again++) {
            Response invited =
                    given().auth().oauth2(operator).put(invitations + "/btc_spot_reserve");
            assertThat(invited.statusCode()).isEqualTo(200);
            assertThat(invited.jsonPath().getList("strategies"))
                    .isEqualTo(java.util.List.of("btc_spot_reserve"));
        }
        assertThat(given().auth().oauth2(trader).get(invitations).statusCode()).isEqualTo(403);
        assertThat(given().auth().oauth2(operator).put(invitations + "/nothing").statusCode())
                .isEqualTo(404);
        Response withdrawn =
                given().auth().oauth2(operator).delete(invitations + "/btc_spot_reserve");
        assertThat(withdrawn.jsonPath().getList("strategies")).isEmpty();
        assertThat(
                        given().auth()
                                .oauth2(operator)
                                .get(invitations)
                                .jsonPath()
                                .getList("strategies"))
                .isEmpty();
    }

    @Test
    void knowsNoAccountThatIsNotThere() {
        String operator = operator();
        String nobody = "/v1/operator/accounts/" + UUID.randomUUID();

        assertThat(given().auth().oauth2(operator).get(nobody).statusCode()).isEqualTo(404);
        assertThat(patch(operator, nobody, CLEARED).statusCode()).isEqualTo(404);
        assertThat(given().auth().oauth2(operator).get(nobody + "x").statusCode()).isEqualTo(404);
    }

    @Test
    void letsNobodyElseIn() {
        Response verified = Visitor.fresh(events).arrive();
        String trader = verified.path("access_token");
        String account = "/v1/operator/accounts/" + whoIs(trader);

        Response refused = patch(trader, account, CLEARED);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.path("error.code").toString()).isEqualTo("FORBIDDEN");
        assertThat(given().auth().oauth2(trader).get(account).statusCode()).isEqualTo(403);
        assertThat(given().get(account).statusCode()).isEqualTo(401);
    }

    private String operator() {
        var operator = new Visitor(events, SigningKeys.OPERATOR);
        int before = Collections.frequency(operator.mails(), "SIGN_IN_CODE");
        String challenge = operator.signIn(SigningKeys.OPERATOR_PASSWORD).path("challenge_id");
        return Visitor.verify(challenge, operator.code("SIGN_IN_CODE", before + 1))
                .path("access_token");
    }

    private static String whoIs(String token) {
        return given().auth().oauth2(token).get("/v1/me").path("account_id");
    }

    private static Response patch(String token, String path, String body) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).body(body).patch(path);
    }
}
