package io.sequence.simulator.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits of the documents, switched on. */
@QuarkusTest
class LimitsTest {
    @AfterEach
    void switchOff() {
        for (String venue : new String[] {"binance", "bybit", "kucoin", "hyperliquid"}) {
            given().delete("/_sim/" + venue + "/limits").then().statusCode(204);
        }
    }

    @Test
    void refusesAnAddressThatWeighsTooMuchAndTellsItsWeightBefore() {
        limits("binance", "{\"scale\":0.01}");
        int asked = 0;
        Response last = ask("/binance/api/v3/exchangeInfo?symbol=BTCUSDT", "203.0.113.50");
        while (last.statusCode() == 200 && asked++ < 10) {
            assertThat(Integer.parseInt(last.header("X-MBX-USED-WEIGHT-1M"))).isBetween(20, 60);
            last = ask("/binance/api/v3/exchangeInfo?symbol=BTCUSDT", "203.0.113.50");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.jsonPath().getInt("code")).isEqualTo(-1003);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        assertThat(ask("/binance/api/v3/time", "203.0.113.51").statusCode()).isEqualTo(200);

        given().delete("/_sim/binance/limits").then().statusCode(204);
        assertThat(ask("/binance/api/v3/time", "203.0.113.50").statusCode()).isEqualTo(200);
    }

    @Test
    void bansAnAddressInBybitsWords() {
        limits("bybit", "{\"scale\":0.01}");
        Response over = ask("/bybit/v5/market/time", "203.0.113.52");
        int before = 0;
        // The window of five seconds may begin anew once while they are asked.
        while (over.statusCode() == 200 && before < 12) {
            before++;
            over = ask("/bybit/v5/market/time", "203.0.113.52");
        }
        assertThat(before).isGreaterThanOrEqualTo(6);
        assertThat(over.statusCode()).isEqualTo(403);
        assertThat(over.asString()).contains("access too frequent");
    }

    @Test
    void countsWhatOthersSpendFromTheSameAddress() {
        limits("binance", "{\"elsewhere\":5000}");
        assertThat(ask("/binance/api/v3/time", "203.0.113.53").header("X-MBX-USED-WEIGHT-1M"))
                .isEqualTo("5001");
    }

    @Test
    void weighsQuestionsByTheirKind() {
        limits("hyperliquid", "{\"scale\":0.02}");
        for (int i = 0; i < 12; i++) {
            assertThat(mids().statusCode()).isEqualTo(200);
        }
        assertThat(mids().statusCode()).isEqualTo(429);
    }

    private static Response mids() {
        return given().header("X-Sim-Client-Ip", "203.0.113.54")
                .contentType("application/json")
                .body("{\"type\":\"allMids\"}")
                .post("/hyperliquid/info");
    }

    @Test
    void tellsKucoinsUserWhatIsLeft() {
        limits("kucoin", "{}");
        Client client = Client.open("kucoin", "");
        int first = Integer.parseInt(client.inspectRaw().header("gw-ratelimit-remaining"));
        assertThat(Integer.parseInt(client.inspectRaw().header("gw-ratelimit-remaining")))
                .isLessThan(first);
    }

    @Test
    void saysHowItIsSwitched() {
        assertThat(given().get("/_sim/kucoin/limits").jsonPath().getBoolean("on")).isFalse();
        limits("kucoin", "{\"scale\":0.5}");
        assertThat(given().get("/_sim/kucoin/limits").jsonPath().getDouble("scale")).isEqualTo(0.5);
        given().body("{\"scale\":2}").put("/_sim/kucoin/limits").then().statusCode(422);
    }

    private static void limits(String venue, String body) {
        given().body(body).put("/_sim/" + venue + "/limits").then().statusCode(200);
    }

    private static Response ask(String path, String from) {
        return given().header("X-Sim-Client-Ip", from).get(path);
    }
}
