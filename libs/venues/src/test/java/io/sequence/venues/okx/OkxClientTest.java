package io.sequence.venues.okx;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as OKX's documents print them. */
class OkxClientTest {
    private static final String CONFIG =
            """
            {"code":"0","data":[{"acctLv":"%s","acctStpMode":"cancel_maker","autoLoan":false,
              "ip":"%s","type":"0","kycLv":"3","label":"v5 test","level":"Lv1",
              "mainUid":"44705892343619584","perm":"%s","posMode":"long_short_mode",
              "uid":"%s","settleCcyList":["USD","USDC","USDG"]}],"msg":""}
            """;
    private static final String MAIN = "44705892343619584";
    private static final String TAKEN =
            """
            {"code":"0","msg":"","data":[{"clOrdId":"oktswap6","ordId":"312269865356374016","tag":"",
             "ts":"1695190491421","sCode":"0","sMsg":"","subCode":""}],
             "inTime":"1695190491421339","outTime":"1695190491423240"}
            """;

    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client =
            new Okx()
                    .connect(
                            new Credential(
                                    new VenueId("okx"),
                                    "global",
                                    Map.of(
                                            "api_key", Secret.of("key"),
                                            "api_secret", Secret.of("secret"),
                                            "passphrase", Secret.of("words"))),
                            transport);

    private static <T> T yes(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<T>) answer).value();
    }

    @Test
    void readsTheKeyOfTheDocuments() {
        transport.says(CONFIG.formatted("2", "", "read_only,withdraw,trade", MAIN));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants())
                .containsEntry(Right.READ, Grant.GRANTED)
                .containsEntry(Right.TRADE_SPOT, Grant.GRANTED)
                .containsEntry(Right.TRADE_DERIVATIVES, Grant.GRANTED)
                .containsEntry(Right.WITHDRAW, Grant.GRANTED)
                .containsEntry(Right.TRANSFER, Grant.UNKNOWN);
        assertThat(facts.accountUid()).isEqualTo(MAIN);
        assertThat(facts.parentUid()).isNull();
        assertThat(facts.subAccount()).isFalse();
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(facts.createdAt()).isNull();
        assertThat(facts.keyName()).isEqualTo("v5 test");
        assertThat(facts.warnings()).singleElement().asString().contains("14 days");
    }

    @Test
    void readsASubAccountKeyOfASpotAccount() {
        transport.says(
                CONFIG.formatted("1", "203.0.113.7, 2001:db8::/32", "trade , read_only", "5"));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.DENIED);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        assertThat(facts.parentUid()).isEqualTo(MAIN);
        assertThat(facts.subAccount()).isTrue();
        assertThat(facts.ipAllowList()).containsExactly("203.0.113.7", "2001:db8::/32");
        assertThat(facts.warnings()).isEmpty();
    }

    @Test
    void neverTakesMissingPermissionsForARight() {
        transport.says("{\"code\":\"0\",\"data\":[{\"uid\":\"5\"}]}");

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants().values()).containsOnly(Grant.UNKNOWN);
        assertThat(facts.subAccount()).isNull();
    }

    @Test
    void provesTheKeyAndInspectsItInOneCall() {
        transport.says(CONFIG.formatted("2", "", "read_only", MAIN));

        assertThat(yes(client.ping()).facts()).isNotNull();
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void saysThatTransfersCannotBeToldApart() {
        assertThat(OkxProfile.PROFILE.rightsNotReported()).containsOnlyKeys(Right.TRANSFER);
    }

    @ParameterizedTest
    @CsvSource({"SPOT, 4834.317093622894", "DERIVATIVES, 4834.3170936228935"})
    void addsTheFundingAccountToTheTradingAccount(Market market, BigDecimal available) {
        transport
                .says(
                        """
                        {"code":"0","msg":"","data":[{"uTime":"1705474164160","totalEq":"55837.43",
                          "details":[{"ccy":"USDT","eq":"4992.890093622894",
                            "cashBal":"4850.435693622894","availBal":"4834.317093622894",
                            "availEq":"4834.3170936228935","frozenBal":"158.573","ordFrozen":"0",
                            "upl":"0","liab":"0","eqUsd":"4991.54","uTime":"1705449605015"}]}]}
                        """)
                .says(
                        """
                        {"code":"0","msg":"","data":[
                          {"ccy":"BTC","bal":"0.5","availBal":"0.4","frozenBal":"0.1"}]}
                        """);

        assertThat(yes(client.balances(market)))
                .containsExactly(
                        new Balance(
                                "trading",
                                true,
                                new Asset("USDT"),
                                new BigDecimal("4850.435693622894"),
                                available),
                        new Balance(
                                "funding",
                                false,
                                new Asset("BTC"),
                                new BigDecimal("0.5"),
                                new BigDecimal("0.4")));
    }

    @Test
    void tellsTheTradingAccountWhenTheFundingAccountCannotBeRead() {
        transport
                .says("{\"code\":\"0\",\"data\":[{\"details\":[]}]}")
                .says(401, Map.of(), "{\"code\":\"50120\",\"msg\":\"no permission\"}");

        assertThat(yes(client.balances(Market.SPOT))).isEmpty();
    }

    @Test
    void readsPositionsOfBothModes() {
        transport.says(
                """
                {"code":"0","msg":"","data":[
                 {"instType":"SWAP","instId":"BTC-USDT-SWAP","posSide":"net","pos":"-3",
                  "avgPx":"60000","markPx":"61000","upl":"-30","lever":"10"},
                 {"instId":"ETH-USDT-SWAP","posSide":"short","pos":"2","avgPx":"3000","upl":""},
                 {"instId":"SOL-USDT-SWAP","posSide":"long","pos":"4","avgPx":"150"},
                 {"instId":"XRP-USDT-SWAP","posSide":"net","pos":"0","avgPx":""}]}
                """);

        List<Position> positions = yes(client.positions());

        assertThat(positions)
                .extracting(one -> one.size().intValueExact())
                .containsExactly(-3, -2, 4);
        assertThat(positions.get(1).unrealisedProfit()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"feeGroup\":[{\"groupId\":\"1\",\"maker\":\"-0.0008\",\"taker\":\"-0.001\"}],'",
        "'\"maker\":\"-0.0008\",\"taker\":\"-0.001\",'",
        "'\"maker\":\"\",\"taker\":\"\",\"makerU\":\"-0.0008\",\"takerU\":\"-0.001\",'"
    })
    void turnsTheSignOfFeesAround(String rates) {
        transport.says(
                "{\"code\":\"0\",\"data\":[{"
                        + rates
                        + "\"instType\":\"SPOT\",\"level\":\"Lv1\"}]}");

        assertThat(yes(client.feeTier(Market.SPOT)))
                .isEqualTo(new FeeTier("Lv1", new BigDecimal("0.0008"), new BigDecimal("0.001")));
    }

    @Test
    void countsASpotMarketBuyInTheBaseCoin() {
        transport.says(TAKEN);

        assertThat(yes(client.place(order(Market.SPOT, "BTC-USDT", Side.BUY, null, false))))
                .isEqualTo(new OrderReceipt("312269865356374016", "oktswap6"));
        assertThat(transport.lastAsked().body())
                .isEqualTo(
                        "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"clOrdId\":\"ours1\","
                                + "\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"2\","
                                + "\"tgtCcy\":\"base_ccy\"}");
    }

    @Test
    void countsDerivativesInContracts() {
        transport.says(TAKEN);

        yes(
                client.place(
                        order(
                                Market.DERIVATIVES,
                                "BTC-USDT-SWAP",
                                Side.SELL,
                                new BigDecimal("61000.5"),
                                true)));

        assertThat(transport.lastAsked().body())
                .isEqualTo(
                        "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"clOrdId\":\"ours1\","
                                + "\"side\":\"sell\",\"ordType\":\"limit\",\"sz\":\"2\","
                                + "\"px\":\"61000.5\",\"reduceOnly\":true}");
    }

    @ParameterizedTest
    @CsvSource({"BUY, false, long", "SELL, false, short", "SELL, true, long", "BUY, true, short"})
    void namesThePositionWhenTheAccountKeepsThemApart(Side side, boolean closes, String position) {
        transport
                .says(
                        "{\"code\":\"1\",\"data\":[{\"ordId\":\"\",\"sCode\":\"51000\","
                                + "\"sMsg\":\"Parameter posSide error\"}],\"msg\":\"\"}")
                .says(TAKEN);

        yes(client.place(order(Market.DERIVATIVES, "BTC-USDT-SWAP", side, null, closes)));

        assertThat(transport.asked()).hasSize(2);
        assertThat(transport.lastAsked().body())
                .contains("\"posSide\":\"" + position + "\"")
                .doesNotContain("reduceOnly");
    }

    private static OrderRequest order(
            Market market, String symbol, Side side, BigDecimal price, boolean reduceOnly) {
        return new OrderRequest(
                market, symbol, side, new BigDecimal("2"), price, "ours1", reduceOnly);
    }

    @ParameterizedTest
    @CsvSource({"with-dash", "with_underscore", "123456789012345678901234567890123", "''"})
    void refusesAClientIdOutsideOkxsAlphabetWithoutSendingIt(String id) {
        var order =
                new OrderRequest(
                        Market.SPOT, "BTC-USDT", Side.BUY, BigDecimal.ONE, null, id, false);

        assertThat(client.place(order))
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.BAD_REQUEST));
        assertThat(transport.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 51008, ORDER_FUNDS", "2, 51020, MIN_SIZE", "0, 51008_1000, ORDER_FUNDS"})
    void findsTheReasonInsideTheOrder(String code, String reason, Fault fault) {
        transport.says(
                "{\"code\":\"%s\",\"msg\":\"All failed\",\"data\":[{\"ordId\":\"\",\"sCode\":\"%s\",\"sMsg\":\"Insufficient balance\"}]}"
                        .formatted(code, reason));

        assertThat(client.place(order(Market.SPOT, "BTC-USDT", Side.BUY, null, false)))
                .isEqualTo(new No<OrderReceipt>(fault, reason, "Insufficient balance", null));
    }

    @Test
    void neverTakesALostOrderForARefusedOne() {
        transport.comesTo(new WireResult.Lost("no answer: time-out"));

        assertThat(client.place(order(Market.SPOT, "BTC-USDT", Side.BUY, null, false)))
                .isInstanceOf(Unknown.class);
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void doesNotKnowTheFateOfAnOrderThatTimedOutAtOkx() {
        transport.says(400, Map.of(), "{\"code\":\"50004\",\"msg\":\"Endpoint request timeout\"}");

        assertThat(client.cancel(new OrderRef(Market.SPOT, "BTC-USDT", null, "ours1")))
                .isInstanceOf(Unknown.class);
        assertThat(transport.lastAsked().body())
                .isEqualTo("{\"instId\":\"BTC-USDT\",\"clOrdId\":\"ours1\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "live, OPEN",
        "partially_filled, OPEN",
        "filled, FILLED",
        "canceled, CANCELLED",
        "mmp_canceled, CANCELLED",
        "teleported, UNKNOWN"
    })
    void readsEveryState(String word, Phase phase) {
        transport.says("{\"code\":\"0\",\"data\":[" + row("7", word) + "]}");

        OrderState state = yes(client.order(new OrderRef(Market.SPOT, "BTC-USDT", "7", null)));

        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.averagePrice()).isNull();
        assertThat(state.ref().clientOrderId()).isNull();
        assertThat(transport.lastAsked().query()).isEqualTo("instId=BTC-USDT&ordId=7");
    }

    private static String row(String id, String state) {
        return """
        {"instType":"SPOT","instId":"BTC-USDT","ordId":"%s","clOrdId":"","sz":"2",
         "accFillSz":"0","avgPx":"","state":"%s"}
        """
                .formatted(id, state);
    }

    @Test
    void walksThroughPagesOfOpenOrders() {
        String full = (row("7", "live") + ",").repeat(99) + row("8", "live");
        transport
                .says("{\"code\":\"0\",\"data\":[" + full + "]}")
                .says("{\"code\":\"0\",\"data\":[" + row("9", "live") + "]}");

        assertThat(yes(client.openOrders(Market.DERIVATIVES, "BTC-USDT-SWAP"))).hasSize(101);
        assertThat(transport.lastAsked().query())
                .isEqualTo("instType=SWAP&instId=BTC-USDT-SWAP&limit=100&after=8");
    }

    @Test
    void writesAPaidFeeAsAPositiveNumber() {
        transport.says(
                """
                {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP",
                  "tradeId":"9","ordId":"8","clOrdId":"","billId":"1","fillPx":"3","fillSz":"2",
                  "side":"buy","posSide":"long","fee":"-0.5","feeCcy":"USDT","ts":"1597026383085"}]}
                """);

        assertThat(yes(client.recentFills(Market.DERIVATIVES, "BTC-USDT-SWAP")))
                .containsExactly(
                        new Fill(
                                "9",
                                "8",
                                null,
                                "BTC-USDT-SWAP",
                                Side.BUY,
                                new BigDecimal("3"),
                                new BigDecimal("2"),
                                new BigDecimal("0.5"),
                                new Asset("USDT"),
                                Instant.ofEpochMilli(1597026383085L)));
        assertThat(transport.lastAsked().query())
                .isEqualTo("instType=SWAP&instId=BTC-USDT-SWAP&limit=100");
    }

    @Test
    void readsAPriceWithoutSigning() {
        transport.says(
                """
                {"code":"0","msg":"","data":[{"instType":"SPOT","instId":"BTC-USDT","last":"9999.99",
                  "askPx":"9999.99","bidPx":"8888.88","ts":"1597026383085"}]}
                """);

        assertThat(yes(client.ticker(Market.SPOT, "BTC-USDT")))
                .isEqualTo(
                        new Ticker(
                                "BTC-USDT",
                                new BigDecimal("9999.99"),
                                new BigDecimal("8888.88"),
                                new BigDecimal("9999.99")));
        assertThat(transport.lastAsked().headers()).isEmpty();
    }

    @Test
    void readsTheStepsOfAContract() {
        transport.says(
                """
                {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP",
                  "ctVal":"0.01","lotSz":"0.1","minSz":"0.1","tickSz":"0.5"}]}
                """);

        assertThat(yes(client.instrument(Market.DERIVATIVES, "BTC-USDT-SWAP")))
                .isEqualTo(
                        new Instrument(
                                "BTC-USDT-SWAP",
                                new BigDecimal("0.5"),
                                new BigDecimal("0.1"),
                                new BigDecimal("0.1"),
                                BigDecimal.ZERO));
    }

    @Test
    void saysThatASymbolIsNotListed() {
        transport.says("{\"code\":\"0\",\"msg\":\"\",\"data\":[]}");

        assertThat(client.instrument(Market.SPOT, "NO-PE"))
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.BAD_SYMBOL));
    }
}
