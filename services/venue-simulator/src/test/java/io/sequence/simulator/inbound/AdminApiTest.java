package io.sequence.simulator.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AdminApiTest {

    @Test
    void givesCredentialsInTheVenuesShape() {
        Map<String, Map<String, String>> shapes =
                Map.of(
                        "bybit",
                                Map.of(
                                        "api_key",
                                        "[A-Za-z0-9]{18}",
                                        "api_secret",
                                        "[A-Za-z0-9]{36}"),
                        "okx",
                                Map.of(
                                        "api_key",
                                        "[0-9a-f-]{36}",
                                        "api_secret",
                                        "[0-9A-F]{32}",
                                        "passphrase",
                                        ".+",
                                        "api_name",
                                        ".+"),
                        "kucoin",
                                Map.of(
                                        "api_key",
                                        "[0-9a-f]{24}",
                                        "api_secret",
                                        "[0-9a-f-]{36}",
                                        "passphrase",
                                        ".+",
                                        "api_name",
                                        ".+"),
                        "kraken",
                                Map.of(
                                        "api_key",
                                        "[A-Za-z0-9+/]{56}",
                                        "api_secret",
                                        "[A-Za-z0-9+/]{86}=="));
        shapes.forEach(
                (venue, fields) -> {
                    Client client = Client.open(venue, "");
                    assertThat(client.credentials.keySet()).as(venue).isEqualTo(fields.keySet());
                    fields.forEach(
                            (field, shape) ->
                                    assertThat(client.credentials.get(field))
                                            .as(venue)
                                            .matches(shape));
                });
    }

    @Test
    void givesAnRsaKeyAsPem() {
        Client client = Client.open("bybit", "{\"key_type\":\"rsa\"}");
        assertThat(client.credentials.get("api_secret")).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|400|BAD_REQUEST",
                "{|400|BAD_REQUEST",
                "{\"a\":1}x|400|BAD_REQUEST",
                "{\"nonsense\":1}|422|VALIDATION_FAILED",
                "{\"permissions\":\"read\"}|422|VALIDATION_FAILED",
                "{\"permissions\":[\"fly\"]}|422|VALIDATION_FAILED",
                "{\"permissions\":[[]]}|422|VALIDATION_FAILED",
                "{\"balances\":{\"BTC\":\"-1\"}}|422|VALIDATION_FAILED",
                "{\"balances\":{\"BTC\":\"1e9\"}}|422|VALIDATION_FAILED",
                "{\"balances\":{\"BTC\":1e999999999}}|422|VALIDATION_FAILED",
                "{\"balances\":{\"\":\"1\"}}|422|VALIDATION_FAILED",
                "{\"ip_whitelist\":[\"example.com\"]}|422|VALIDATION_FAILED",
                "{\"expires_at\":\"tomorrow\"}|422|VALIDATION_FAILED",
                "{\"expires_at\":7}|422|VALIDATION_FAILED",
                "{\"sub_account\":\"yes\"}|422|VALIDATION_FAILED",
                "{\"markets\":[\"options\"]}|422|VALIDATION_FAILED",
                "{\"key_type\":\"ecdsa\"}|422|VALIDATION_FAILED",
                "{\"host\":\"moon\"}|422|VALIDATION_FAILED",
            })
    void refusesBadAccounts(String body, int status, String code) {
        given().body(body)
                .post("/_sim/bybit/accounts")
                .then()
                .statusCode(status)
                .body("error.code", equalTo(code))
                .body("error.request_id", notNullValue())
                .body("error.details", notNullValue());
    }

    @Test
    void refusesAKindOfKeyThatAVenueLacks() {
        given().body("{\"key_type\":\"rsa\"}")
                .post("/_sim/okx/accounts")
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem("key_type"));
    }

    @Test
    void letsAKeyAnswerForAnotherAccount() {
        Client client = Client.open("bybit", "{}");
        String account = "/_sim/bybit/accounts/" + client.accountId;
        given().body("{\"uid\":\"4711\"}")
                .patch(account)
                .then()
                .statusCode(200)
                .body("uid", equalTo("4711"));
        for (String bad : List.of("0", "12a", "-1", "1234567890123456789")) {
            given().body("{\"uid\":\"" + bad + "\"}")
                    .patch(account)
                    .then()
                    .statusCode(422)
                    .body("error.details.field", hasItem("uid"));
        }
        given().get(account).then().body("uid", equalTo("4711"));
    }

    @Test
    void leavesAccountsThatHaveNoNumberAlone() {
        Client client = Client.open("coinbase", "{}");
        given().body("{\"uid\":\"4711\"}")
                .patch("/_sim/coinbase/accounts/" + client.accountId)
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem("uid"));
    }

    @Test
    void answersUnknownThingsWithNotFound() {
        given().post("/_sim/nowhere/accounts")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("NOT_FOUND"));
        given().get("/_sim/bybit/accounts/none").then().statusCode(404);
        given().get("/_sim/bybit/nonsense").then().statusCode(404);
        given().get("/nowhere/v5/market/time").then().statusCode(404);
        given().get("/bybit/v5/nonsense").then().statusCode(404);
        assertThat(given().post("/kraken/0/private/Nonsense").jsonPath().getString("error[0]"))
                .isEqualTo("EGeneral:Unknown method");
    }

    @Test
    void findsAnAccountUnderItsOwnVenueOnly() {
        Client client = Client.open("bybit", "{}");
        given().get("/_sim/okx/accounts/" + client.accountId).then().statusCode(404);
    }

    @Test
    void refusesALargeBody() {
        given().body("{\"name\":\"" + "x".repeat(1_100_000) + "\"}")
                .post("/_sim/bybit/accounts")
                .then()
                .statusCode(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"kind\":\"flood\"}",
                "{\"kind\":\"skew\",\"rate\":2}",
                "{\"kind\":\"skew\",\"rate\":\"1\"}",
                "{\"kind\":\"timeout\",\"millis\":-1}",
                "{\"kind\":\"skew\",\"account_id\":\"none\"}",
            })
    void refusesBadFaults(String body) {
        given().body(body)
                .put("/_sim/bybit/faults")
                .then()
                .statusCode(422)
                .body("error.code", equalTo("VALIDATION_FAILED"));
    }

    @Test
    void changesMoneyAndTermsAndNeverShowsSecrets() {
        Client client =
                Client.open(
                        "kraken",
                        "{\"balances\":{\"XBT\":\"2\",\"ZUSD\":10.5},\"funding_balances\":{\"ETH\":\"1\"}}");
        assertThat(client.ledger().getMap("balances")).isEqualTo(Map.of("BTC", "2", "USD", "10.5"));
        client.patch(
                "{\"balances\":{\"BTC\":\"0.5\"},\"permissions\":[\"read\"],\"expires_at\":\"2100-01-01T00:00:00Z\"}");
        assertThat(client.ledger().getString("balances.BTC")).isEqualTo("0.5");
        assertThat(client.ledger().getString("balances.USD")).isEqualTo("10.5");
        assertThat(client.ledger().getList("keys[0].permissions"))
                .isEqualTo(java.util.List.of("read"));
        assertThat(given().get("/_sim/kraken/accounts/" + client.accountId).asString())
                .doesNotContain(client.credentials.get("api_secret"));
    }

    @Test
    void patchesOneKeyWhenItIsNamed() {
        Client first = Client.open("bybit", "{}");
        Client second = first.furtherKey("{}");
        first.patch("{\"revoked\":true,\"api_key\":\"" + first.credentials.get("api_key") + "\"}");
        assertThat(first.code(first.inspectRaw())).isEqualTo("10003");
        assertThat(second.code(second.inspectRaw())).isEqualTo("0");
    }

    @Test
    void isHealthy() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }
}
