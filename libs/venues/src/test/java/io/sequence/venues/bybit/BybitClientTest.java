package io.sequence.venues.bybit;

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
import io.sequence.venues.api.WireResult;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as Bybit's documents print them. */
class BybitClientTest {
    private static final String KEY =
            """
            {"retCode":0,"retMsg":"","result":{
              "id":"2208369","note":"testnet","apiKey":"XXXXXXXX","readOnly":%s,"secret":"",
              "permissions":{"ContractTrade":["Order","Position"],"Spot":["SpotTrade"],
                "Wallet":[%s],"Options":[],"Derivatives":["DerivativesTrade"],
                "CopyTrading":[],"BlockTrade":[],"Exchange":["ExchangeHistory"],"NFT":[],
                "Affiliate":[],"Earn":["Earn"],"SomethingNew":["Power"]},
              "ips":%s,"type":1,"deadlineDay":-2,"expiredAt":"%s",
              "createdAt":"2025-10-13T03:20:45Z","unified":0,"uta":1,"userID":1448939,"inviterID":0,
              "vipLevel":"PRO-1","isMaster":%s,"parentUid":"%s"},"retExtInfo":{},"time":1776149990532}
            """;
    private static final String NEVER = "1970-01-01T00:00:00Z";
    private static final String TAKEN =
            """
            {"retCode":0,"retMsg":"OK","result":{"orderId":"1321003749386327552",
             "orderLinkId":"spot-test-postonly"},"retExtInfo":{},"time":1672211918471}
            """;

    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client =
            new Bybit()
                    .connect(
                            new Credential(
                                    new VenueId("bybit"),
                                    "global",
                                    Map.of(
                                            "api_key", Secret.of("key"),
                                            "api_secret", Secret.of("secret"))),
                            transport);

    private static <T> T yes(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<T>) answer).value();
    }

    @Test
    void readsAReadOnlyMasterKeyAsOneThatCannotTrade() {
        transport.says(
                KEY.formatted(
                        1,
                        "\"AccountTransfer\",\"SubMemberTransfer\"",
                        "[\"18.181.170.164\",\"13.212.45.47\"]",
                        NEVER,
                        true,
                        "0"));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants())
                .containsEntry(Right.READ, Grant.GRANTED)
                .containsEntry(Right.TRADE_SPOT, Grant.DENIED)
                .containsEntry(Right.TRADE_DERIVATIVES, Grant.DENIED)
                .containsEntry(Right.WITHDRAW, Grant.DENIED)
                .containsEntry(Right.TRANSFER, Grant.GRANTED);
        assertThat(facts.accountUid()).isEqualTo("1448939");
        assertThat(facts.parentUid()).isNull();
        assertThat(facts.subAccount()).isFalse();
        assertThat(facts.ipAllowList()).containsExactly("18.181.170.164", "13.212.45.47");
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.Never());
        assertThat(facts.createdAt()).isEqualTo(Instant.parse("2025-10-13T03:20:45Z"));
        assertThat(facts.keyName()).isEqualTo("testnet");
        assertThat(facts.warnings()).anyMatch(one -> one.contains("Earn"));
    }

    @Test
    void readsASubAccountKeyWithoutIpThatExpires() {
        transport.says(
                KEY.formatted(0, "\"Withdraw\"", "[\"*\"]", "2027-01-01T00:00:00Z", false, "99"));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().has(Right.TRADE_SPOT)).isTrue();
        assertThat(facts.rights().has(Right.TRADE_DERIVATIVES)).isTrue();
        assertThat(facts.rights().has(Right.WITHDRAW)).isTrue();
        assertThat(facts.parentUid()).isEqualTo("99");
        assertThat(facts.subAccount()).isTrue();
        assertThat(facts.ipAllowList()).isEmpty();
        assertThat(facts.expiry())
                .isEqualTo(new KeyExpiry.At(Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(facts.warnings()).anyMatch(one -> one.contains("90 days"));
    }

    @Test
    void neverTakesMissingPermissionsForARight() {
        transport.says("{\"retCode\":0,\"result\":{\"userID\":7}}");

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(facts.subAccount()).isNull();
    }

    @Test
    void provesTheKeyAndInspectsItInOneCall() {
        transport.says(KEY.formatted(0, "", "[]", NEVER, true, "0"));

        var pulse = yes(client.ping());

        assertThat(pulse.took()).isEqualTo(Duration.ofMillis(7));
        assertThat(pulse.facts()).isNotNull();
        assertThat(transport.asked()).hasSize(1);
        assertThat(transport.lastAsked().path()).isEqualTo("/v5/user/query-api");
    }

    @Test
    void addsTheFundingWalletToTheUnifiedOne() {
        transport
                .says(
                        """
                        {"retCode":0,"result":{"list":[{"accountType":"UNIFIED","coin":[
                          {"coin":"BTC","walletBalance":"2.5","locked":"0.5","spotBorrow":"",
                           "totalOrderIM":"0.25","totalPositionIM":"0.25","availableToWithdraw":""},
                          {"coin":"USDT","walletBalance":"1","locked":"3","spotBorrow":"0"}]}]}}
                        """)
                .says(
                        """
                        {"retCode":0,"result":{"accountType":"FUND","balance":[
                          {"coin":"ETH","transferBalance":"1.5","walletBalance":"1.5","bonus":""},
                          {"coin":"BTC","transferBalance":"0","walletBalance":"0","bonus":""}]}}
                        """);

        assertThat(yes(client.balances(Market.DERIVATIVES)))
                .containsExactly(
                        balance("unified", true, "BTC", "2.5", "1.50"),
                        new Balance(
                                "unified",
                                true,
                                new Asset("USDT"),
                                new BigDecimal("1"),
                                BigDecimal.ZERO),
                        balance("funding", false, "ETH", "1.5", "1.5"));
        assertThat(transport.lastAsked().query())
                .isEqualTo("accountType=FUND&coin=BTC,ETH,USDT,USDC,SOL,XRP");
    }

    @Test
    void tellsTheUnifiedWalletWhenTheFundingWalletCannotBeRead() {
        transport
                .says(
                        """
                        {"retCode":0,"result":{"list":[{"coin":[
                          {"coin":"BTC","walletBalance":"2","locked":"0","spotBorrow":"0"}]}]}}
                        """)
                .says("{\"retCode\":10005,\"retMsg\":\"Permission denied\"}");

        assertThat(yes(client.balances(Market.SPOT)))
                .containsExactly(balance("unified", true, "BTC", "2", "2"));
    }

    private static Balance balance(
            String wallet, boolean trades, String asset, String total, String available) {
        return new Balance(
                wallet, trades, new Asset(asset), new BigDecimal(total), new BigDecimal(available));
    }

    @Test
    void joinsPositionsOfAllKindsAndPages() {
        transport
                .says(
                        positions(
                                "p2%3A1",
                                "{\"symbol\":\"BTCUSDT\",\"side\":\"Sell\",\"size\":\"0.5\","
                                    + "\"avgPrice\":\"60000\",\"markPrice\":\"61000\",\"unrealisedPnl\":\"-500\","
                                    + "\"leverage\":\"10\"}"))
                .says(positions("", "{\"symbol\":\"ETHUSDT\",\"side\":\"\",\"size\":\"0\"}"))
                .says(positions("", ""))
                .says(
                        positions(
                                "",
                                "{\"symbol\":\"BTCUSD\",\"side\":\"Buy\",\"size\":\"100\","
                                        + "\"avgPrice\":\"59000\",\"unrealisedPnl\":\"\"}"));

        List<Position> positions = yes(client.positions());

        assertThat(positions).extracting(Position::symbol).containsExactly("BTCUSDT", "BTCUSD");
        assertThat(positions.getFirst().size()).isEqualByComparingTo("-0.5");
        assertThat(positions.getLast().unrealisedProfit()).isNull();
        assertThat(transport.asked().get(1).query()).endsWith("&cursor=p2%3A1");
    }

    private static String positions(String cursor, String row) {
        return "{\"retCode\":0,\"result\":{\"nextPageCursor\":\""
                + cursor
                + "\",\"list\":["
                + row
                + "]}}";
    }

    @Test
    void namesTheFeeTier() {
        transport
                .says(
                        """
                        {"retCode":0,"result":{"list":[
                          {"symbol":"BTCUSDT","takerFeeRate":"0.0006","makerFeeRate":"0.0001"}]}}
                        """)
                .says(KEY.formatted(0, "", "[]", NEVER, true, "0"));

        assertThat(yes(client.feeTier(Market.DERIVATIVES)))
                .isEqualTo(
                        new FeeTier("PRO-1", new BigDecimal("0.0001"), new BigDecimal("0.0006")));
    }

    @Test
    void countsASpotMarketBuyInTheBaseCoin() {
        transport.says(TAKEN);

        assertThat(yes(client.place(buy(Market.SPOT, "BTCUSDT", null))))
                .isEqualTo(new OrderReceipt("1321003749386327552", "spot-test-postonly"));
        assertThat(transport.lastAsked().body())
                .isEqualTo(
                        "{\"category\":\"spot\",\"symbol\":\"BTCUSDT\",\"side\":\"Buy\","
                                + "\"orderType\":\"Market\",\"qty\":\"0.00000001\","
                                + "\"orderLinkId\":\"ours-1\",\"isLeverage\":0,"
                                + "\"marketUnit\":\"baseCoin\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, linear",
        "BTCPERP, linear",
        "BTCUSDT-25DEC26, linear",
        "BTCUSD, inverse",
        "BTCUSDZ26, inverse"
    })
    void knowsCoinMarginedContractsByTheirSymbol(String symbol, String category) {
        transport.says(TAKEN);

        yes(client.place(buy(Market.DERIVATIVES, symbol, new BigDecimal("25000"))));

        assertThat(transport.lastAsked().body())
                .startsWith("{\"category\":\"" + category + "\"")
                .contains("\"price\":\"25000\",\"timeInForce\":\"GTC\"")
                .doesNotContain("marketUnit");
    }

    private static OrderRequest buy(Market market, String symbol, BigDecimal price) {
        return new OrderRequest(
                market, symbol, Side.BUY, new BigDecimal("1E-8"), price, "ours-1", false);
    }

    @Test
    void refusesAClientIdOutsideBybitsAlphabetWithoutSendingIt() {
        var order =
                new OrderRequest(
                        Market.SPOT, "BTCUSDT", Side.BUY, BigDecimal.ONE, null, "a b", false);

        assertThat(client.place(order))
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.BAD_REQUEST));
        assertThat(transport.asked()).isEmpty();
    }

    @Test
    void neverTakesALostOrderForARefusedOne() {
        transport.comesTo(new WireResult.Lost("no answer: time-out"));

        assertThat(client.place(buy(Market.SPOT, "BTCUSDT", null))).isInstanceOf(Unknown.class);
        assertThat(transport.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"10016, 200", "10000, 200", "170007, 200", "99999, 502"})
    void doesNotKnowTheFateOfAnOrderWhenBybitFailed(String code, int status) {
        transport.says(status, Map.of(), "{\"retCode\":" + code + ",\"retMsg\":\"Server error\"}");

        assertThat(client.cancel(new OrderRef(Market.SPOT, "BTCUSDT", "1", null)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void doesNotKnowTheFateOfAnOrderWhoseReceiptCannotBeRead() {
        transport.says("{\"retCode\":0,\"result\":{}}");

        assertThat(client.place(buy(Market.SPOT, "BTCUSDT", null))).isInstanceOf(Unknown.class);
    }

    @Test
    void looksAFinishedOrderUpInTheHistory() {
        transport
                .says("{\"retCode\":0,\"result\":{\"list\":[]}}")
                .says("{\"retCode\":0,\"result\":{\"list\":[" + order("Filled", "0.2") + "]}}");

        OrderState state =
                yes(client.order(new OrderRef(Market.SPOT, "BTCUSDT", null, "spot-test")));

        assertThat(state.phase()).isEqualTo(Phase.FILLED);
        assertThat(state.filled()).isEqualByComparingTo("0.2");
        assertThat(state.averagePrice()).isEqualByComparingTo("61000");
        assertThat(transport.asked().get(0).path()).isEqualTo("/v5/order/realtime");
        assertThat(transport.lastAsked().path()).isEqualTo("/v5/order/history");
        assertThat(transport.lastAsked().query()).contains("orderLinkId=spot-test");
    }

    @Test
    void saysThatAnOrderIsUnknownWhenNoListHasIt() {
        transport.says("{\"retCode\":0,\"result\":{\"list\":[]}}");

        assertThat(client.order(new OrderRef(Market.SPOT, "BTCUSDT", "1", null)))
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.ORDER_NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({
        "New, OPEN",
        "PartiallyFilled, OPEN",
        "Untriggered, OPEN",
        "Triggered, OPEN",
        "Rejected, REJECTED",
        "PartiallyFilledCanceled, CANCELLED",
        "Filled, FILLED",
        "Cancelled, CANCELLED",
        "Deactivated, CANCELLED",
        "Teleported, UNKNOWN"
    })
    void readsEveryStatus(String word, Phase phase) {
        transport.says("{\"retCode\":0,\"result\":{\"list\":[" + order(word, "0") + "]}}");

        OrderState state = yes(client.order(new OrderRef(Market.SPOT, "BTCUSDT", "13", null)));

        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.venuePhase()).isEqualTo(word);
        assertThat(state.averagePrice()).isNull();
    }

    private static String order(String status, String filled) {
        return """
        {"orderId":"13","orderLinkId":"","symbol":"BTCUSDT","price":"0","qty":"0.2",
         "side":"Buy","orderStatus":"%s","avgPrice":"61000","cumExecQty":"%s"}
        """
                .formatted(status, filled);
    }

    @Test
    void listsOnlyOrdersThatRest() {
        transport.says(
                "{\"retCode\":0,\"result\":{\"nextPageCursor\":\"\",\"list\":["
                        + order("New", "0")
                        + ","
                        + order("Cancelled", "0")
                        + "]}}");

        assertThat(yes(client.openOrders(Market.SPOT, "BTCUSDT")))
                .extracting(OrderState::venuePhase)
                .containsExactly("New");
    }

    @Test
    void tellsExecutionsOfOrdersAndNoFunding() {
        transport.says(
                """
                {"retCode":0,"result":{"nextPageCursor":"x","category":"linear","list":[
                  {"symbol":"BTCUSDT","orderId":"8","orderLinkId":"","side":"Sell","execId":"9",
                   "execPrice":"3","execQty":"2","execFee":"-0.5","feeCurrency":"","execType":"Trade",
                   "execTime":"1672282722429"},
                  {"symbol":"BTCUSDT","orderId":"7","side":"Sell","execId":"f","execPrice":"3",
                   "execQty":"2","execFee":"1","execType":"Funding","execTime":"1672282722428"}]}}
                """);

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
                                new BigDecimal("-0.5"),
                                null,
                                Instant.ofEpochMilli(1672282722429L)));
        assertThat(transport.lastAsked().toString()).isEqualTo("GET global /v5/execution/list");
        assertThat(transport.lastAsked().query())
                .isEqualTo("category=linear&symbol=BTCUSDT&limit=100");
    }

    @Test
    void readsAPriceWithoutSigning() {
        transport.says(
                """
                {"retCode":0,"result":{"category":"spot","list":[{"symbol":"BTCUSDT",
                  "bid1Price":"20517.96","ask1Price":"","lastPrice":"20533.13"}]}}
                """);

        assertThat(yes(client.ticker(Market.SPOT, "BTCUSDT")))
                .isEqualTo(
                        new Ticker(
                                "BTCUSDT",
                                new BigDecimal("20533.13"),
                                new BigDecimal("20517.96"),
                                null));
        assertThat(transport.lastAsked().headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SPOT;"
                    + " \"basePrecision\":\"0.000001\",\"minOrderQty\":\"0.0001\",\"minOrderAmt\":\"5\"",
                "DERIVATIVES;"
                    + " \"qtyStep\":\"0.000001\",\"minOrderQty\":\"0.0001\",\"minNotionalValue\":\"5\""
            })
    void readsTheStepsOfBothMarkets(Market market, String lots) {
        transport.says(
                "{\"retCode\":0,\"result\":{\"list\":[{\"symbol\":\"BTCUSDT\",\"priceFilter\":"
                        + "{\"tickSize\":\"0.01\"},\"lotSizeFilter\":{"
                        + lots
                        + "}}]}}");

        assertThat(yes(client.instrument(market, "BTCUSDT")))
                .isEqualTo(
                        new Instrument(
                                "BTCUSDT",
                                new BigDecimal("0.01"),
                                new BigDecimal("0.000001"),
                                new BigDecimal("0.0001"),
                                new BigDecimal("5")));
    }

    @Test
    void saysThatASymbolIsNotListed() {
        transport.says("{\"retCode\":0,\"result\":{\"list\":[]}}");

        assertThat(client.ticker(Market.SPOT, "NOPE"))
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.BAD_SYMBOL));
    }
}
