package io.sequence.simulator.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, at every venue, over HTTP. */
@QuarkusTest
class DoorTest {

    private static final Map<String, String> FINE =
            Map.of("bybit", "0", "okx", "0", "kucoin", "200000", "kraken", "ok");

    @AfterEach
    void calm() {
        FINE.keySet().forEach(venue -> given().delete("/_sim/" + venue + "/faults"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bybit", "okx", "kucoin", "kraken"})
    void letsAGoodKeyIn(String venue) {
        Client client = Client.open(venue, "{}");
        assertThat(client.code(client.inspectRaw())).isEqualTo(FINE.get(venue));
        assertThat(client.ledger().getMap("calls")).hasSize(1);
    }

    @Test
    void tellsAWrongSecretByEachVenuesCode() {
        Map<String, String> codes =
                Map.of(
                        "bybit",
                        "10004",
                        "okx",
                        "50113",
                        "kucoin",
                        "400005",
                        "kraken",
                        "EAPI:Invalid signature");
        codes.forEach(
                (venue, code) -> {
                    Client client = Client.open(venue, "{}");
                    client.secretOverride = Base64.getEncoder().encodeToString(new byte[64]);
                    assertThat(client.code(client.inspectRaw())).as(venue).isEqualTo(code);
                });
    }

    @Test
    void tellsAWrongPassphrase() {
        Map.of("okx", "50105", "kucoin", "400004")
                .forEach(
                        (venue, code) -> {
                            Client client = Client.open(venue, "{}");
                            client.credentials.put("passphrase", "another");
                            assertThat(client.code(client.inspectRaw())).as(venue).isEqualTo(code);
                        });
    }

    @Test
    void tellsARevokedKeyAndTakesItBack() {
        Map<String, String> codes =
                Map.of(
                        "bybit",
                        "10003",
                        "okx",
                        "50119",
                        "kucoin",
                        "400003",
                        "kraken",
                        "EAPI:Invalid key");
        codes.forEach(
                (venue, code) -> {
                    Client client = Client.open(venue, "{}");
                    client.patch("{\"revoked\":true}");
                    assertThat(client.code(client.inspectRaw())).as(venue).isEqualTo(code);
                    client.patch("{\"revoked\":false}");
                    assertThat(client.code(client.inspectRaw()))
                            .as(venue)
                            .isEqualTo(FINE.get(venue));
                });
    }

    @Test
    void tellsAnExpiredKey() {
        Map<String, String> codes =
                Map.of(
                        "bybit",
                        "33004",
                        "okx",
                        "50119",
                        "kucoin",
                        "400003",
                        "kraken",
                        "EAPI:Invalid key");
        codes.forEach(
                (venue, code) -> {
                    Client client = Client.open(venue, "{\"expires_at\":\"2020-01-01T00:00:00Z\"}");
                    assertThat(client.code(client.inspectRaw())).as(venue).isEqualTo(code);
                });
    }

    @Test
    void tellsAnAddressOffTheListAndAdmitsOneOnIt() {
        Map<String, String> codes =
                Map.of(
                        "bybit",
                        "10010",
                        "okx",
                        "50110",
                        "kucoin",
                        "400006",
                        "kraken",
                        "EAPI:Invalid key");
        codes.forEach(
                (venue, code) -> {
                    Client client = Client.open(venue, "{\"ip_whitelist\":[\"203.0.113.7\"]}");
                    assertThat(client.code(client.inspectRaw())).as(venue).isEqualTo(code);
                    client.ip = "203.0.113.7";
                    assertThat(client.code(client.inspectRaw()))
                            .as(venue)
                            .isEqualTo(FINE.get(venue));
                });
    }

    @Test
    void tellsAClockThatIsOff() {
        Map.of("bybit", "10002", "okx", "50102", "kucoin", "400002")
                .forEach(
                        (venue, code) -> {
                            Client client = Client.open(venue, "{}");
                            for (long shift : List.of(-60_000L, 60_000L)) {
                                client.shift = shift;
                                assertThat(client.code(client.inspectRaw()))
                                        .as(venue)
                                        .isEqualTo(code);
                            }
                        });
    }

    @Test
    void refusesAKrakenNonceThatDoesNotRise() {
        Client client = Client.open("kraken", "{}");
        assertThat(client.code(client.kraken("Balance", "", 5_000_000))).isEqualTo("ok");
        assertThat(client.code(client.kraken("Balance", "", 5_000_000)))
                .isEqualTo("EAPI:Invalid nonce");
        assertThat(client.code(client.kraken("Balance", "", 4_999_999)))
                .isEqualTo("EAPI:Invalid nonce");
        client.patch("{\"nonce_window\":100}");
        assertThat(client.code(client.kraken("Balance", "", 4_999_999))).isEqualTo("ok");
    }

    @Test
    void knowsAKeyOnItsOwnHostOnly() {
        Client okx = Client.open("okx", "{\"host\":\"eea\"}");
        assertThat(okx.code(okx.inspectRaw())).isEqualTo("50119");
        okx.prefix = "/okx/eea";
        assertThat(okx.code(okx.inspectRaw())).isEqualTo("0");
        Client bybit = Client.open("bybit", "{\"host\":\"testnet\"}");
        assertThat(bybit.code(bybit.inspectRaw())).isEqualTo("10003");
        bybit.prefix = "/bybit/testnet";
        assertThat(bybit.code(bybit.inspectRaw())).isEqualTo("0");
    }

    @Test
    void tellsDemoFromLiveAtOkx() {
        Client client = Client.open("okx", "{\"demo\":true}");
        assertThat(client.code(client.inspectRaw())).isEqualTo("50101");
    }

    @Test
    void showsRightsInEachVenuesWords() {
        String all = "{\"permissions\":[\"read\",\"trade\",\"withdraw\",\"transfer\"]}";
        assertThat(Client.open("bybit", all).inspect().getList("result.permissions.Wallet"))
                .containsExactly("AccountTransfer", "SubMemberTransfer", "Withdraw");
        assertThat(Client.open("okx", all).inspect().getString("data[0].perm"))
                .isEqualTo("read_only,withdraw,trade");
        assertThat(Client.open("kucoin", all).inspect().getString("data.permission"))
                .isEqualTo("General,Futures,Spot,InnerTransfer,Transfer");
        assertThat(Client.open("kraken", all).inspect().getList("result.permissions"))
                .contains("query-funds", "modify-trades", "close-trades", "withdraw-funds");
        String read = "{\"permissions\":[\"read\"]}";
        assertThat(Client.open("bybit", read).inspect().getInt("result.readOnly")).isEqualTo(1);
        assertThat(Client.open("kraken", read).inspect().getList("result.permissions"))
                .doesNotContain("modify-trades");
    }

    @Test
    void tellsAMissingRightByEachVenuesCode() {
        String read = "{\"permissions\":[\"read\"]}";
        Client bybit = Client.open("bybit", read);
        assertThat(bybit.code(bybit.post("/v5/order/create", "{\"category\":\"spot\"}")))
                .isEqualTo("10005");
        Client okx = Client.open("okx", read);
        assertThat(okx.code(okx.post("/api/v5/trade/order", "{}"))).isEqualTo("50120");
        Client kucoin = Client.open("kucoin", read);
        assertThat(kucoin.code(kucoin.post("/api/v1/hf/orders", "{}"))).isEqualTo("400007");
        Client kraken = Client.open("kraken", read);
        assertThat(kraken.code(kraken.kraken("AddOrder", "pair=XBTUSD")))
                .isEqualTo("EGeneral:Permission denied");
        assertThat(kraken.code(kraken.kraken("WithdrawMethods", "asset=XBT")))
                .isEqualTo("EGeneral:Permission denied");
    }

    @Test
    void saysNoExpiryAndAnExpiryAsTheVenuesDo() {
        assertThat(Client.open("bybit", "{}").inspect().getString("result.expiredAt"))
                .isEqualTo("1970-01-01T00:00:00Z");
        assertThat(Client.open("bybit", "{}").inspect().getInt("result.deadlineDay")).isEqualTo(-2);
        assertThat(Client.open("kraken", "{}").inspect().getString("result.validUntil"))
                .isEqualTo("0");
        String soon = "{\"expires_at\":\"2100-01-01T00:00:00Z\"}";
        assertThat(Client.open("bybit", soon).inspect().getString("result.expiredAt"))
                .isEqualTo("2100-01-01T00:00:00Z");
        assertThat(Client.open("kraken", soon).inspect().getString("result.validUntil"))
                .isEqualTo("4102444800");
    }

    @Test
    void showsTheSameAccountBehindTwoKeysAndTheParentOfASubAccount() {
        Client first = Client.open("bybit", "{\"sub_account\":true}");
        Client second = first.furtherKey("{\"key_type\":\"hmac\"}");
        assertThat(second.uid).isEqualTo(first.uid);
        assertThat(second.inspect().getString("result.userID")).isEqualTo(first.uid);
        assertThat(second.inspect().getBoolean("result.isMaster")).isFalse();
        assertThat(second.inspect().getString("result.parentUid")).isNotEqualTo("0");
        Client okx = Client.open("okx", "{\"sub_account\":true}");
        assertThat(okx.inspect().getString("data[0].mainUid")).isNotEqualTo(okx.uid);
    }

    @Test
    void failsAsToldUntilToldOtherwise() {
        Map<String, String> limits =
                Map.of(
                        "bybit",
                        "10006",
                        "okx",
                        "50011",
                        "kucoin",
                        "429000",
                        "kraken",
                        "EAPI:Rate limit exceeded");
        limits.forEach(
                (venue, code) -> {
                    Client client = Client.open(venue, "{}");
                    put(venue, "{\"kind\":\"rate_limit\"}");
                    assertThat(client.code(client.inspectRaw())).as(venue).isEqualTo(code);
                    given().delete("/_sim/" + venue + "/faults").then().statusCode(204);
                    put(
                            venue,
                            "{\"kind\":\"html_403\",\"account_id\":\"" + client.accountId + "\"}");
                    assertThat(client.inspectRaw().statusCode()).isEqualTo(403);
                    Client other = Client.open(venue, "{}");
                    assertThat(other.code(other.inspectRaw())).as(venue).isEqualTo(FINE.get(venue));
                    given().delete("/_sim/" + venue + "/faults");
                });
    }

    @Test
    void skewsTheClockAndTellsItByTheTimeEndpoint() {
        Client client = Client.open("bybit", "{}");
        put("bybit", "{\"kind\":\"skew\",\"millis\":90000}");
        assertThat(client.code(client.inspectRaw())).isEqualTo("10002");
        long server = given().get("/bybit/v5/market/time").jsonPath().getLong("time");
        assertThat(server - System.currentTimeMillis()).isBetween(80_000L, 95_000L);
        client.shift = server - System.currentTimeMillis();
        assertThat(client.code(client.inspectRaw())).isEqualTo("0");
    }

    @Test
    void losesTheAnswerOfAnOrderThatWasCarriedOut() {
        Client client = Client.open("bybit", "{\"balances\":{\"USDT\":\"1000\"}}");
        put("bybit", "{\"kind\":\"timeout\",\"millis\":50}");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () ->
                                client.post(
                                        "/v5/order/create",
                                        "{\"category\":\"spot\",\"symbol\":\"BTCUSDT\",\"side\":\"Buy\",\"orderType\":\"Limit\",\"qty\":\"0.001\",\"price\":\"10000\",\"orderLinkId\":\"lost\"}"))
                .hasMessageContaining("respond");
        given().delete("/_sim/bybit/faults");
        assertThat(
                        client.get("/v5/order/realtime?category=spot&orderLinkId=lost")
                                .jsonPath()
                                .getString("result.list[0].orderStatus"))
                .isEqualTo("New");
    }

    private static void put(String venue, String fault) {
        given().body(fault).put("/_sim/" + venue + "/faults").then().statusCode(200);
    }
}
