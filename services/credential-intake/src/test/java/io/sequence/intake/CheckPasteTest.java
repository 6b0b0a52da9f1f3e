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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class CheckPasteTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
    }

    private Response check(String venue, Object body) {
        return ada.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/venues/" + venue + "/check-paste");
    }

    private Response check(Map<String, String> credentials) {
        return check("bybit", Json.text(Map.of("credentials", credentials)));
    }

    @Test
    void findsNothingWrongWithAGoodPaste() {
        Response good = check(Map.of("api_key", Trader.KEY, "api_secret", Trader.SECRET));

        assertThat(good.statusCode()).as(good.asString()).isEqualTo(200);
        assertThat(good.<Boolean>path("ok")).isTrue();
        assertThat(good.<List<?>>path("findings")).isEmpty();
    }

    @Test
    void tellsWhatWasPastedAndKeepsNothing() {
        Response found =
                check(
                        Map.of(
                                "api_key",
                                " " + Trader.KEY + "\u200b\n",
                                "api_secret",
                                "trader@example.org"));

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.<Boolean>path("ok")).isFalse();
        assertThat(found.<List<String>>path("findings.code"))
                .containsExactly("invisible_characters", "blanks_around", "login_email");
        assertThat(found.<List<String>>path("findings.severity"))
                .containsExactly("repaired", "repaired", "refused");
        assertThat(found.<List<String>>path("findings.field"))
                .containsExactly("api_key", "api_key", "api_secret");
        assertThat(found.<List<String>>path("findings.fix")).doesNotContain("");
        assertThat(found.asString()).doesNotContain(Trader.KEY, "trader@example.org");
        assertThat(ada.connections().<List<?>>path("connections")).isEmpty();
    }

    @Test
    void aSubmissionSaysTheSameAsACode() {
        Map<String, Object> form = ada.form();
        form.put("credentials", Map.of("api_key", Trader.KEY, "api_secret", "trader@example.org"));

        Response refused = ada.submit(Json.text(form));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("error.details.code")).containsExactly("login_email");
    }

    @Test
    void namesFieldsThatTheVenueDoesNotHave() {
        Response found = check(Map.of("passphrase", "x"));

        assertThat(found.<List<String>>path("findings.code"))
                .containsExactly("unknown_field", "missing", "missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtgox", "BYBIT", "by%20bit", "%00"})
    void knowsNoOtherVenues(String venue) {
        Response refused =
                ada.request()
                        .urlEncodingEnabled(false)
                        .contentType(ContentType.JSON)
                        .body("{\"credentials\":{}}")
                        .post("/v1/venues/" + venue + "/check-paste");

        assertThat(refused.statusCode()).isIn(400, 404);
        assertThat(refused.<String>path("error.code")).isIn("NOT_FOUND", "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{\"credentials\":null}",
                "{\"credentials\":[]}",
                "{\"credentials\":\"x\"}",
                "{\"credentials\":{\"api_key\":7}}",
                "{\"credentials\":{\"api_key\":{\"a\":1}}}",
                "{\"credentials\":{\"api_key\":\"a\",\"api_key\":\"b\"}}",
                "{\"credentials\":{},\"label\":\"x\"}"
            })
    void refusesBodiesThatAreNoCredentials(String body) {
        Response refused = check("bybit", body);

        assertThat(refused.statusCode()).as(refused.asString()).isIn(400, 422);
        assertThat(refused.<String>path("error.code")).isIn("BAD_REQUEST", "VALIDATION_ERROR");
    }

    @Test
    void holdsToTheLimitsOfASubmission() {
        assertThat(check(Map.of("api_key", "k".repeat(1 << 20))).statusCode()).isEqualTo(413);
        Response anonymous =
                given().contentType(ContentType.JSON)
                        .body("{\"credentials\":{}}")
                        .post("/v1/venues/bybit/check-paste");
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(ada.request().get("/v1/venues/bybit/check-paste").statusCode()).isEqualTo(405);
        assertThat(given().get("/v1/venues/bybit").statusCode()).isEqualTo(200);
    }
}
