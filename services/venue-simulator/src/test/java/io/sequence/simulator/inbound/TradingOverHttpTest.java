package io.sequence.simulator.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order's life at every venue, over HTTP, with the price pinned where it matters. */
@QuarkusTest
class TradingOverHttpTest {

    private static final String MONEY =
            "{\"balances\":{\"USDT\":\"10000\",\"USD\":\"10000\",\"BTC\":\"1\"}}";

    @AfterEach
    void letPricesWalk() {
        for (String venue : new String[] {"bybit", "okx", "kucoin", "kraken"}) {
            given().delete("/_sim/" + venue + "/prices").then().statusCode(204);
        }
    }

    @Test
    void restsHoldsFillsAtBybit() {
        pin("bybit", "60000");
        Client client = Client.open("bybit", MONEY);
        String body =
                "{\"category\":\"spot\",\"symbol\":\"BTCUSDT\",\"side\":\"Buy\",\"orderType\":\"Limit\",\"qty\":\"0.1\",\"price\":\"50000\",\"orderLinkId\":\"one\"}";
        String id = client.post("/v5/order/create", body).jsonPath().getString("result.orderId");
        assertThat(client.code(client.post("/v5/order/create", body))).isEqualTo("170141");
        assertThat(
                        client.get("/v5/account/wallet-balance?accountType=UNIFIED&coin=USDT")
                                .jsonPath()
                                .getString("result.list[0].coin[0].locked"))
                .isEqualTo("5000");
        pin("bybit", "49000");
        assertThat(
                        client.get("/v5/order/realtime?category=spot&orderId=" + id)
                                .jsonPath()
                                .getString("result.list[0].orderStatus"))
                .isEqualTo("Filled");
        JsonPath ledger = client.ledger();
        assertThat(ledger.getString("balances.USDT")).isEqualTo("5000");
        assertThat(ledger.getString("balances.BTC")).isEqualTo("1.0999");
        assertThat(ledger.getList("fills")).hasSize(1);
    }

    @Test
    void readsABybitSpotMarketBuyAsAQuoteAmount() {
        pin("bybit", "60000");
        Client client = Client.open("bybit", MONEY);
        client.post(
                "/v5/order/create",
                "{\"category\":\"spot\",\"symbol\":\"BTCUSDT\",\"side\":\"Buy\",\"orderType\":\"Market\",\"qty\":\"600\"}");
        assertThat(client.ledger().getString("fills[0].quantity")).isEqualTo("0.009999");
    }

    @Test
    void refusesAnOkxOrderInsideACodeOne() {
        Client client = Client.open("okx", "{\"balances\":{\"USDT\":\"1\"}}");
        JsonPath answer =
                client.post(
                                "/api/v5/trade/order",
                                "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"limit\",\"px\":\"50000\",\"sz\":\"1\"}")
                        .jsonPath();
        assertThat(answer.getString("code")).isEqualTo("1");
        assertThat(answer.getString("data[0].sCode")).isEqualTo("51008");
    }

    @Test
    void placesFindsAndCancelsAtOkx() {
        Client client = Client.open("okx", MONEY);
        String order =
                "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"limit\",\"px\":\"30000\",\"sz\":\"0.1\",\"clOrdId\":\"mine1\"}";
        assertThat(client.code(client.post("/api/v5/trade/order", order))).isEqualTo("0");
        assertThat(
                        client.get("/api/v5/trade/order?instId=BTC-USDT&clOrdId=mine1")
                                .jsonPath()
                                .getString("data[0].state"))
                .isEqualTo("live");
        assertThat(
                        client.get("/api/v5/account/balance?ccy=USDT")
                                .jsonPath()
                                .getString("data[0].details[0].frozenBal"))
                .isEqualTo("3000");
        String name = "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"mine1\"}";
        assertThat(client.code(client.post("/api/v5/trade/cancel-order", name))).isEqualTo("0");
        assertThat(
                        client.post("/api/v5/trade/cancel-order", name)
                                .jsonPath()
                                .getString("data[0].sCode"))
                .isEqualTo("51400");
        assertThat(client.get("/api/v5/trade/orders-pending").jsonPath().getList("data")).isEmpty();
    }

    @Test
    void tellsAKucoinCancellationByFlagsAndAnUnknownOrderByText() {
        Client client = Client.open("kucoin", MONEY);
        String order =
                "{\"clientOid\":\"c1\",\"symbol\":\"BTC-USDT\",\"side\":\"buy\",\"type\":\"limit\",\"price\":\"30000\",\"size\":\"0.1\"}";
        String id = client.post("/api/v1/hf/orders", order).jsonPath().getString("data.orderId");
        assertThat(
                        client.get("/api/v1/hf/orders/active?symbol=BTC-USDT")
                                .jsonPath()
                                .getList("data"))
                .hasSize(1);
        assertThat(client.code(client.delete("/api/v1/hf/orders/" + id + "?symbol=BTC-USDT")))
                .isEqualTo("200000");
        JsonPath row = client.get("/api/v1/hf/orders/" + id + "?symbol=BTC-USDT").jsonPath();
        assertThat(row.getBoolean("data.active")).isFalse();
        assertThat(row.getBoolean("data.cancelExist")).isTrue();
        assertThat(
                        client.code(
                                client.get(
                                        "/api/v1/hf/orders/670fd33bf9406e0007ab3945?symbol=BTC-USDT")))
                .isEqualTo("order_not_exist");
    }

    @Test
    void tradesKucoinFuturesOnTheirOwnHostAndWallet() {
        Client client =
                Client.open(
                        "kucoin",
                        "{\"balances\":{\"USDT\":\"1000\"},\"futures_balances\":{\"USDT\":\"500\"}}");
        client.prefix = "/kucoin/futures";
        assertThat(
                        client.get("/api/v1/account-overview?currency=USDT")
                                .jsonPath()
                                .getFloat("data.availableBalance"))
                .isEqualTo(500f);
        String order =
                "{\"clientOid\":\"f1\",\"symbol\":\"XBTUSDTM\",\"side\":\"buy\",\"type\":\"market\",\"size\":3,\"leverage\":5}";
        assertThat(client.code(client.post("/api/v1/orders", order))).isEqualTo("200000");
        assertThat(
                        client.get("/api/v1/positions?currency=USDT")
                                .jsonPath()
                                .getInt("data[0].currentQty"))
                .isEqualTo(3);
        assertThat(client.ledger().getString("balances.USDT")).isEqualTo("1000");
    }

    @Test
    void validatesWithoutPlacingAtKraken() {
        Client client = Client.open("kraken", MONEY);
        String order = "pair=XBTUSD&type=buy&ordertype=limit&price=30000&volume=0.1";
        JsonPath checked = client.kraken("AddOrder", order + "&validate=true").jsonPath();
        assertThat(checked.getString("result.descr.order"))
                .isEqualTo("buy 0.10000000 XBTUSD @ limit 30000");
        assertThat((Object) checked.get("result.txid")).isNull();
        assertThat(client.ledger().getList("orders")).isEmpty();
        String id =
                client.kraken("AddOrder", order + "&cl_ord_id=mine")
                        .jsonPath()
                        .getString("result.txid[0]");
        assertThat(
                        client.kraken("OpenOrders", "")
                                .jsonPath()
                                .getString("result.open.'" + id + "'.status"))
                .isEqualTo("open");
        assertThat(client.kraken("BalanceEx", "").jsonPath().getString("result.ZUSD.hold_trade"))
                .isEqualTo("3012.0000");
        assertThat(client.kraken("CancelOrder", "cl_ord_id=mine").jsonPath().getInt("result.count"))
                .isEqualTo(1);
        assertThat(client.code(client.kraken("CancelOrder", "txid=" + id)))
                .isEqualTo("EOrder:Unknown order");
        assertThat(
                        client.kraken("QueryOrders", "txid=" + id)
                                .jsonPath()
                                .getString("result.'" + id + "'.status"))
                .isEqualTo("canceled");
    }

    @Test
    void answersNumbersThatAreNoneInTheVenuesWords() {
        Client bybit = Client.open("bybit", MONEY);
        for (String quantity : new String[] {"x", "1e999999", "NaN", "-1", ""}) {
            String body =
                    "{\"category\":\"spot\",\"symbol\":\"BTCUSDT\",\"side\":\"Buy\",\"orderType\":\"Limit\",\"qty\":\""
                            + quantity
                            + "\",\"price\":\"50000\"}";
            assertThat(bybit.post("/v5/order/create", body).statusCode()).isEqualTo(200);
            assertThat(bybit.code(bybit.post("/v5/order/create", body))).isNotEqualTo("0");
        }
        Client kraken = Client.open("kraken", MONEY);
        assertThat(
                        kraken.code(
                                kraken.kraken(
                                        "AddOrder",
                                        "pair=XBTUSD&type=buy&ordertype=limit&price=1&volume=x")))
                .isEqualTo("EGeneral:Invalid arguments");
    }

    private static void pin(String venue, String price) {
        given().body("{\"BTC\":\"" + price + "\"}")
                .put("/_sim/" + venue + "/prices")
                .then()
                .statusCode(200);
    }
}
