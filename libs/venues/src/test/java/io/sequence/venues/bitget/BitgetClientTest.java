package io.sequence.venues.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResult;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as Bitget's documents print them. */
class BitgetClientTest {
    private static final String NOT_UNIFIED =
            "{\"code\":\"40084\",\"msg\":\"You are in Classic Account mode\",\"data\":null}";
    private static final String NOT_CLASSIC =
            "{\"code\":\"40085\",\"msg\":\"You are in Unified Account mode\",\"data\":null}";
    private static final String TAKEN =
            "{\"code\":\"00000\",\"data\":{\"orderId\":\"1001\",\"clientOid\":\"ours-1\"}}";
    private static final String RULES =
            """
            {"code":"00000","data":[{"symbol":"BTCUSDT","baseCoin":"BTC","quoteCoin":"USDT",
              "minTradeAmount":"0","pricePrecision":"2","quantityPrecision":"6",
              "minTradeUSDT":"1","status":"online"}]}
            """;
    private static final String PRICES =
            """
            {"code":"00000","data":[{"symbol":"BTCUSDT","lastPr":"100.00","bidPr":"99.99",
              "askPr":"100.07"}]}
            """;

    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client =
            new Bitget()
                    .connect(
                            new Credential(
                                    new VenueId("bitget"),
                                    "global",
                                    Map.of(
                                            "api_key", Secret.of("key"),
                                            "api_secret", Secret.of("secret"),
                                            "passphrase", Secret.of("phrase"))),
                            transport);

    private static <T> T yes(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<T>) answer).value();
    }

    private static Fault no(VenueAnswer<?> answer) {
        assertThat(answer).isInstanceOf(No.class);
        return ((No<?>) answer).fault();
    }

    private List<String> paths() {
        return transport.asked().stream().map(WireRequest::path).toList();
    }

    private static String data(String data) {
        return "{\"code\":\"00000\",\"msg\":\"success\",\"data\":" + data + "}";
    }

    private static String unified(String permType, String permissions, String parent) {
        return data(
                """
                {"userId":"1234567890","parentId":"%s","ips":"192.168.1.1, 192.168.1.2",
                 "permType":"%s","permissions":%s,"regisTime":"1690000000000"}
                """
                        .formatted(parent, permType, permissions));
    }

    private static String classic(String authorities) {
        return data(
                """
                {"userId":"77","ips":"","authorities":%s,"parentId":1,"traderType":"trader"}
                """
                        .formatted(authorities));
    }

    @Test
    void readsAUnifiedKeyThatTradesBothMarkets() {
        transport.says(unified("read-and-write", "[\"uta_mgt\",\"uta_trade\"]", ""));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants())
                .containsEntry(Right.READ, Grant.GRANTED)
                .containsEntry(Right.TRADE_SPOT, Grant.GRANTED)
                .containsEntry(Right.TRADE_DERIVATIVES, Grant.GRANTED)
                .containsEntry(Right.WITHDRAW, Grant.DENIED)
                .containsEntry(Right.TRANSFER, Grant.UNKNOWN);
        assertThat(facts.accountUid()).isEqualTo("1234567890");
        assertThat(facts.subAccount()).isFalse();
        assertThat(facts.ipAllowList()).containsExactly("192.168.1.1", "192.168.1.2");
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(transport.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "read-only; [\"uta_trade\"]; DENIED; DENIED",
                "read-and-write; [\"uta_mgt\",\"withdraw\"]; DENIED; GRANTED",
                "read-and-write; null; UNKNOWN; UNKNOWN",
                "something-new; [\"uta_trade\"]; UNKNOWN; DENIED"
            })
    void neverGuessesAUnifiedRight(String type, String permissions, Grant trade, Grant withdraw) {
        transport.says(unified(type, permissions, "99"));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(trade);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(withdraw);
        assertThat(facts.parentUid()).isEqualTo("99");
        assertThat(facts.subAccount()).isTrue();
    }

    @Test
    void takesTheDocumentedUidForTheUserId() {
        transport.says(data("{\"uid\":\"5\",\"permType\":\"read-only\",\"permissions\":[]}"));

        assertThat(yes(client.inspectKey()).accountUid()).isEqualTo("5");
    }

    @Test
    void readsAClassicKeyByItsFineWords() {
        transport
                .says(400, Map.of(), NOT_UNIFIED)
                .says(classic("[\"stor\",\"stow\",\"coor\",\"cpor\",\"smow\"]"));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants())
                .containsEntry(Right.READ, Grant.GRANTED)
                .containsEntry(Right.TRADE_SPOT, Grant.GRANTED)
                .containsEntry(Right.TRADE_DERIVATIVES, Grant.DENIED)
                .containsEntry(Right.WITHDRAW, Grant.DENIED)
                .containsEntry(Right.TRANSFER, Grant.DENIED);
        assertThat(facts.parentUid()).isEqualTo("1");
        assertThat(facts.warnings()).anyMatch(one -> one.contains("margin"));
        assertThat(paths()).containsExactly("/api/v3/account/info", "/api/v2/spot/account/info");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[\"trade\",\"readonly\"]; GRANTED; UNKNOWN; UNKNOWN; UNKNOWN",
                "[\"readonly\"]; GRANTED; DENIED; DENIED; DENIED",
                "[\"wwow\",\"wtow\"]; UNKNOWN; DENIED; GRANTED; GRANTED",
                "[]; UNKNOWN; UNKNOWN; UNKNOWN; UNKNOWN",
                "null; UNKNOWN; UNKNOWN; UNKNOWN; UNKNOWN"
            })
    void neverGuessesAClassicRight(
            String words, Grant read, Grant trade, Grant withdraw, Grant transfer) {
        transport.says(NOT_UNIFIED).says(classic(words));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.READ)).isEqualTo(read);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(trade);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(withdraw);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(transfer);
    }

    @Test
    void remembersTheFamilyAndFollowsAnUpgrade() {
        transport
                .says(NOT_UNIFIED)
                .says(data("[]"))
                .says(data("[]"))
                .says(NOT_CLASSIC)
                .says(unified("read-only", "[]", ""));

        assertThat(yes(client.ping()).facts()).isNull();
        yes(client.ping());
        assertThat(yes(client.ping()).facts()).isNotNull();

        assertThat(paths())
                .containsExactly(
                        "/api/v3/account/info",
                        "/api/v2/spot/account/assets",
                        "/api/v2/spot/account/assets",
                        "/api/v2/spot/account/assets",
                        "/api/v3/account/info");
    }

    @Test
    void waitsWhileAnAccountIsBetweenTheFamilies() {
        transport.says(NOT_UNIFIED).says(NOT_CLASSIC);

        assertThat(no(client.inspectKey())).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void tellsADemoKeyFromADeletedOne() {
        transport
                .says(400, Map.of(), "{\"code\":\"40037\",\"msg\":\"Apikey does not exist\"}")
                .says(unified("read-only", "[]", ""));

        assertThat(no(client.inspectKey())).isEqualTo(Fault.ENVIRONMENT_MISMATCH);
        assertThat(transport.asked().getFirst().headers()).doesNotContainKey("PAPTRADING");
        assertThat(transport.lastAsked().headers()).containsEntry("PAPTRADING", "1");
    }

    @Test
    void saysThatADeletedKeyIsUnknown() {
        transport.says(400, Map.of(), "{\"code\":\"40037\",\"msg\":\"Apikey does not exist\"}");

        assertThat(no(client.inspectKey())).isEqualTo(Fault.INVALID_KEY);
    }

    @Test
    void readsTheUnifiedWallet() {
        transport.says(
                data(
                        """
                        {"accountEquity":"10","assets":[
                          {"coin":"USDT","equity":"11","balance":"10","available":"7.5","locked":"2"},
                          {"coin":"BTC","equity":"0","balance":"0","available":"0"}]}
                        """));

        assertThat(yes(client.balances(Market.DERIVATIVES)))
                .containsExactly(balance("unified", true, "USDT", "10", "7.5"));
    }

    @Test
    void addsUpAClassicSpotWallet() {
        transport
                .says(NOT_UNIFIED)
                .says(
                        data(
                                "[{\"coin\":\"usdt\",\"available\":\"1\",\"frozen\":\"0.5\",\"locked\":\"0.25\"}]"));

        assertThat(yes(client.balances(Market.SPOT)))
                .containsExactly(balance("spot", true, "USDT", "1.75", "1"));
    }

    @Test
    void asksAClassicAccountForEachKindOfFutures() {
        transport
                .says(NOT_UNIFIED)
                .says(
                        data(
                                "[{\"marginCoin\":\"USDT\",\"locked\":\"0\",\"available\":\"5\",\"accountEquity\":\"6\"}]"))
                .says(data("[]"))
                .says(data("[]"))
                .says(data("[{\"coin\":\"BTC\",\"available\":\"2\"}]"));

        assertThat(yes(client.balances(Market.DERIVATIVES)))
                .containsExactly(
                        balance("futures", true, "USDT", "6", "5"),
                        balance("spot", false, "BTC", "2", "2"));
        assertThat(transport.asked().stream().map(WireRequest::query))
                .containsExactly(
                        "",
                        "productType=USDT-FUTURES",
                        "productType=USDC-FUTURES",
                        "productType=COIN-FUTURES",
                        "");
    }

    private static Balance balance(
            String wallet, boolean trades, String asset, String total, String available) {
        return new Balance(
                wallet, trades, new Asset(asset), new BigDecimal(total), new BigDecimal(available));
    }

    @Test
    void readsPositionsOfBothFamilies() {
        transport
                .says(
                        data(
                                """
                                {"list":[{"symbol":"BTCUSDT","posSide":"short","total":"0.5",
                                  "avgPrice":"60000","unrealisedPnl":"-3","leverage":"10"}]}
                                """))
                .says(data("{\"list\":null}"))
                .says(data("{\"list\":[]}"));

        assertThat(yes(client.positions()))
                .containsExactly(
                        new Position(
                                "BTCUSDT",
                                new BigDecimal("-0.5"),
                                new BigDecimal("60000"),
                                null,
                                new BigDecimal("-3"),
                                new BigDecimal("10")));
    }

    @Test
    void readsClassicPositions() {
        transport
                .says(NOT_UNIFIED)
                .says(
                        data(
                                """
                                [{"symbol":"BTCUSDT","holdSide":"long","total":"1","openPriceAvg":"2",
                                  "unrealizedPL":"3","leverage":"4","markPrice":"5"},
                                 {"symbol":"ETHUSDT","holdSide":"long","total":"0"}]
                                """))
                .says(data("[]"));

        assertThat(yes(client.positions()))
                .extracting(Position::size)
                .containsExactly(BigDecimal.ONE);
    }

    @Test
    void readsTheRates() {
        transport.says(data("{\"makerFeeRate\":\"0.0002\",\"takerFeeRate\":\"0.0006\"}"));

        assertThat(yes(client.feeTier(Market.DERIVATIVES)))
                .isEqualTo(new FeeTier(null, new BigDecimal("0.0002"), new BigDecimal("0.0006")));
        assertThat(transport.lastAsked().query()).isEqualTo("category=USDT-FUTURES&symbol=BTCUSDT");
    }

    private static OrderRequest order(
            Market market, String symbol, Side side, String price, boolean reduceOnly) {
        return new OrderRequest(
                market,
                symbol,
                side,
                new BigDecimal("1E-2"),
                price == null ? null : new BigDecimal(price),
                "ours-1",
                reduceOnly);
    }

    @Test
    void placesAUnifiedOrder() {
        transport.says(TAKEN);

        assertThat(
                        yes(
                                client.place(
                                        order(
                                                Market.DERIVATIVES,
                                                "BTCUSDT",
                                                Side.SELL,
                                                "65000",
                                                true))))
                .isEqualTo(new OrderReceipt("1001", "ours-1"));
        assertThat(transport.lastAsked().body())
                .isEqualTo(
                        "{\"category\":\"USDT-FUTURES\",\"symbol\":\"BTCUSDT\",\"qty\":\"0.01\","
                                + "\"side\":\"sell\",\"orderType\":\"limit\","
                                + "\"timeInForce\":\"gtc\",\"price\":\"65000\","
                                + "\"reduceOnly\":\"yes\",\"clientOid\":\"ours-1\"}");
    }

    @Test
    void placesAClassicSpotOrder() {
        transport.says(NOT_UNIFIED).says(TAKEN);

        yes(client.place(order(Market.SPOT, "BTCUSDT", Side.SELL, null, false)));

        assertThat(transport.lastAsked().path()).isEqualTo("/api/v2/spot/trade/place-order");
        assertThat(transport.lastAsked().body())
                .isEqualTo(
                        "{\"symbol\":\"BTCUSDT\",\"side\":\"sell\",\"orderType\":\"market\","
                                + "\"size\":\"0.01\",\"clientOid\":\"ours-1\"}");
    }

    @Test
    void buysExactlyTheQuantityAtMarket() {
        transport.says(RULES).says(PRICES).says(TAKEN);

        yes(client.place(order(Market.SPOT, "BTCUSDT", Side.BUY, null, false)));

        // 100.07 and one percent, down to the cent
        assertThat(transport.lastAsked().body())
                .contains("\"qty\":\"0.01\"")
                .contains("\"timeInForce\":\"ioc\",\"price\":\"101.07\"");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, false, buy, open", "BUY, true, sell, close",
        "SELL, false, sell, open", "SELL, true, buy, close"
    })
    void saysWhichPositionInHedgeMode(Side side, boolean reduceOnly, String said, String trade) {
        transport
                .says(NOT_UNIFIED)
                .says(400, Map.of(), "{\"code\":\"40774\",\"msg\":\"unilateral position\"}")
                .says(TAKEN);

        yes(client.place(order(Market.DERIVATIVES, "BTCUSD", side, null, reduceOnly)));

        assertThat(transport.lastAsked().body())
                .contains("\"productType\":\"COIN-FUTURES\"")
                .contains("\"marginCoin\":\"BTC\"")
                .contains("\"side\":\"" + said + "\",\"tradeSide\":\"" + trade + "\"")
                .doesNotContain("reduceOnly");
    }

    @Test
    void refusesAClientIdOutsideBitgetsAlphabetWithoutSendingIt() {
        var order =
                new OrderRequest(
                        Market.SPOT, "BTCUSDT", Side.SELL, BigDecimal.ONE, null, "a b", false);

        assertThat(no(client.place(order))).isEqualTo(Fault.BAD_REQUEST);
        assertThat(transport.asked()).isEmpty();
    }

    @Test
    void neverTakesALostOrderForARefusedOne() {
        transport.comesTo(new WireResult.Lost("no answer: time-out"));

        assertThat(client.place(order(Market.SPOT, "BTCUSDT", Side.SELL, "1", false)))
                .isInstanceOf(Unknown.class);
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void cancelsByOurId() {
        transport.says(NOT_UNIFIED).says(TAKEN);

        yes(client.cancel(new OrderRef(Market.DERIVATIVES, "BTCPERP", null, "ours-1")));

        assertThat(transport.lastAsked().path()).isEqualTo("/api/v2/mix/order/cancel-order");
        assertThat(transport.lastAsked().body())
                .isEqualTo(
                        "{\"symbol\":\"BTCPERP\",\"productType\":\"USDC-FUTURES\",\"clientOid\":\"ours-1\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "live, OPEN",
        "new, OPEN",
        "partially_filled, OPEN",
        "filled, FILLED",
        "cancelled, CANCELLED",
        "canceled, CANCELLED",
        "teleported, UNKNOWN"
    })
    void readsEveryStatus(String word, Phase phase) {
        transport.says(
                data(
                        """
                        {"orderId":"13","clientOid":"ours-1","symbol":"BTCUSDT","qty":"0.2",
                         "cumExecQty":"0.1","avgPrice":"61000","orderStatus":"%s"}
                        """
                                .formatted(word)));

        OrderState state = yes(client.order(new OrderRef(Market.SPOT, "BTCUSDT", null, "ours-1")));

        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.quantity()).isEqualByComparingTo("0.2");
        assertThat(state.averagePrice()).isEqualByComparingTo("61000");
        assertThat(transport.lastAsked().query()).isEqualTo("clientOid=ours-1");
    }

    @Test
    void saysThatAClassicOrderIsUnknownWhenTheListIsEmpty() {
        transport.says(NOT_UNIFIED).says(data("[]"));

        assertThat(no(client.order(new OrderRef(Market.SPOT, "BTCUSDT", "1", null))))
                .isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void doesNotTakeAnAmountOfTheQuoteCoinForAQuantity() {
        transport
                .says(NOT_UNIFIED)
                .says(
                        data(
                                """
                                [{"orderId":"1","symbol":"BTCUSDT","size":"100","orderType":"market",
                                  "side":"buy","status":"filled","baseVolume":"0.002","priceAvg":"50000"}]
                                """));

        OrderState state = yes(client.order(new OrderRef(Market.SPOT, "BTCUSDT", "1", null)));

        assertThat(state.quantity()).isEqualByComparingTo("0.002");
    }

    @Test
    void listsClassicFuturesOrdersWhoseListMayBeNull() {
        transport.says(NOT_UNIFIED).says(data("{\"entrustedList\":null,\"endId\":null}"));

        assertThat(yes(client.openOrders(Market.DERIVATIVES, "BTCUSDT"))).isEmpty();
        assertThat(transport.lastAsked().query())
                .isEqualTo("productType=USDT-FUTURES&symbol=BTCUSDT&limit=100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "true;"
                    + " {\"list\":[{\"execId\":\"9\",\"orderId\":\"8\",\"symbol\":\"BTCUSDT\",\"side\":\"sell\",\"execPrice\":\"3\",\"execQty\":\"2\",\"feeDetail\":[{\"feeCoin\":\"USDT\",\"fee\":\"0.5\"}],\"createdTime\":\"1751020520451\"}],\"cursor\":\"9\"}",
                "false;"
                    + " {\"fillList\":[{\"tradeId\":\"9\",\"orderId\":\"8\",\"symbol\":\"BTCUSDT\",\"side\":\"sell\",\"price\":\"3\",\"baseVolume\":\"2\",\"feeDetail\":[{\"deduction\":\"no\",\"feeCoin\":\"USDT\",\"totalFee\":\"-0.5\"}],\"cTime\":\"1751020520451\"}]}"
            })
    void readsExecutionsOfBothFamilies(boolean unified, String rows) {
        if (!unified) {
            transport.says(NOT_UNIFIED);
        }
        transport.says(data(rows));

        assertThat(yes(client.recentFills(Market.DERIVATIVES, "BTCUSDT")))
                .containsExactly(
                        new Fill(
                                "9",
                                "8",
                                null,
                                "BTCUSDT",
                                Side.SELL,
                                new BigDecimal("3"),
                                new BigDecimal("2"),
                                new BigDecimal("0.5"),
                                new Asset("USDT"),
                                Instant.ofEpochMilli(1751020520451L)));
    }

    @Test
    void asksForPricesAndRulesWithoutSigning() {
        transport.says(PRICES).says(RULES);

        assertThat(yes(client.ticker(Market.SPOT, "BTCUSDT")))
                .isEqualTo(
                        new Ticker(
                                "BTCUSDT",
                                new BigDecimal("100.00"),
                                new BigDecimal("99.99"),
                                new BigDecimal("100.07")));
        assertThat(yes(client.instrument(Market.SPOT, "BTCUSDT")))
                .isEqualTo(
                        new Instrument(
                                "BTCUSDT",
                                new BigDecimal("0.01"),
                                new BigDecimal("0.000001"),
                                BigDecimal.ZERO,
                                BigDecimal.ONE));
        assertThat(transport.asked()).allMatch(asked -> asked.headers().isEmpty());
    }

    @Test
    void readsTheStepsOfAContract() {
        transport.says(
                data(
                        """
                        [{"symbol":"BTCUSDT","minTradeNum":"0.0001","priceEndStep":"5",
                          "pricePlace":"1","sizeMultiplier":"0.0001","minTradeUSDT":"5"}]
                        """));

        Instrument rules = yes(client.instrument(Market.DERIVATIVES, "BTCUSDT"));

        assertThat(rules.priceStep()).isEqualByComparingTo("0.5");
        assertThat(rules.quantityStep()).isEqualByComparingTo("0.0001");
    }

    @Test
    void saysThatASymbolIsNotListed() {
        transport.says(data("[]"));

        assertThat(no(client.ticker(Market.SPOT, "NOPE"))).isEqualTo(Fault.BAD_SYMBOL);
    }
}
