package io.sequence.venues.kucoin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.Credential;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** KuCoin's answers as its documents print them. */
class KuCoinClientTest {
    private static final Asset USDT = new Asset("USDT");

    private static final Credential CREDENTIAL =
            new Credential(
                    KuCoinProfile.VENUE,
                    "spot",
                    Map.of(
                            "api_key", Secret.of("6705f5c311545b000157d3eb"),
                            "api_secret", Secret.of("bWFkZS11cC1zZWNyZXQtZm9yLXRlc3Rz"),
                            "passphrase", Secret.of("made-up passphrase")));

    private final ScriptedTransport venue = new ScriptedTransport();
    private final VenueClient client = new KuCoin().connect(CREDENTIAL, venue);

    @Test
    void readsTheKeyOfTheDocuments() {
        venue.says(
                """
                {"code":"200000","data":{"remark":"account1","apiKey":"6705f5c311545b000157d3eb",
                 "apiVersion":3,"permission":"General,Futures,Spot,Earn,InnerTransfer,Transfer,Margin",
                 "ipWhitelist":"203.**.154,103.**.34","createdAt":1728443843000,"uid":165111215,
                 "isMaster":true}}\
                """);
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.rights().grants().values()).containsOnly(Grant.GRANTED);
        assertThat(facts.accountUid()).isEqualTo("165111215");
        assertThat(facts.subAccount()).isFalse();
        assertThat(facts.ipAllowList()).containsExactly("203.**.154", "103.**.34");
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(facts.createdAt()).isEqualTo(Instant.ofEpochMilli(1728443843000L));
        assertThat(facts.keyName()).isEqualTo("account1");
        assertThat(venue.lastAsked()).hasToString("GET spot /api/v1/user/api-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"ipWhitelist\":\"\"", ",\"ipWhitelist\":null", ""})
    void takesEveryWayOfSayingThatThereIsNoIpList(String whitelist) {
        venue.says(keyWith("General,Spot", whitelist));
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.ipAllowList()).isEmpty();
        assertThat(facts.warnings()).anyMatch(warning -> warning.contains("30 days"));
    }

    @Test
    void tellsRightsApart() {
        venue.says(keyWith("General,Trade", ""));
        var rights = value(client.inspectKey()).rights();
        assertThat(rights.of(Right.READ)).isEqualTo(Grant.GRANTED);
        assertThat(rights.of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(rights.of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.DENIED);
        assertThat(rights.of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        assertThat(rights.of(Right.TRANSFER)).isEqualTo(Grant.DENIED);
    }

    @Test
    void seesATransferRightThatIsNoWithdrawal() {
        venue.says(keyWith("General,Futures,InnerTransfer,Unified", ""));
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        assertThat(facts.warnings()).anyMatch(warning -> warning.contains("Unified"));
    }

    @Test
    void knowsNoRightsWhenTheVenueIsSilentAboutThem() {
        venue.says("{\"code\":\"200000\",\"data\":{\"uid\":1,\"isMaster\":false}}");
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.rights().grants().values()).containsOnly(Grant.UNKNOWN);
        assertThat(facts.subAccount()).isTrue();
    }

    @Test
    void tellsTheTradingWalletFromTheFundingOne() {
        venue.says(
                """
                {"code":"200000","data":[
                 {"id":"548674591753","currency":"USDT","type":"trade","balance":"26.66759503","available":"26.66759503","holds":"0"},
                 {"id":"63355cd156298d0001b66e61","currency":"USDT","type":"main","balance":"0.01","available":"0.01","holds":"0"},
                 {"id":"1","currency":"KCS","type":"main","balance":"0","available":"0","holds":"0"}]}\
                """);
        assertThat(value(client.balances(Market.SPOT)))
                .containsExactly(
                        new Balance("trading", true, USDT, dec("26.66759503"), dec("26.66759503")),
                        new Balance("funding", false, USDT, dec("0.01"), dec("0.01")));
    }

    @Test
    void asksTheFuturesHostForBothCurrenciesAndTheSpotHostForTheRest() {
        venue.says(
                        """
                        {"code":"200000","data":{"accountEquity":394.439280806,"unrealisedPNL":20.15278,
                         "availableBalance":290.326799096,"currency":"USDT"}}\
                        """)
                .says(
                        """
                        {"code":"200000","data":{"accountEquity":0.50,"availableBalance":0.5,"currency":"XBT"}}\
                        """)
                .says("{\"code\":\"200000\",\"data\":[]}");
        assertThat(value(client.balances(Market.DERIVATIVES)))
                .containsExactly(
                        new Balance(
                                "futures", true, USDT, dec("394.439280806"), dec("290.326799096")),
                        new Balance("futures", true, new Asset("BTC"), dec("0.50"), dec("0.5")));
        assertThat(venue.asked())
                .extracting(Object::toString)
                .containsExactly(
                        "GET futures /api/v1/account-overview",
                        "GET futures /api/v1/account-overview",
                        "GET spot /api/v1/accounts");
    }

    @Test
    void readsPositionsInLotsWithTheirSign() {
        venue.says(
                """
                {"code":"200000","data":[{"symbol":"XBTUSDTM","currentQty":-3,"avgEntryPrice":67000.1,
                 "markPrice":66900.0,"unrealisedPnl":0.3,"leverage":2,"positionSide":"BOTH"},
                 {"symbol":"ETHUSDTM","currentQty":2,"avgEntryPrice":3000,"positionSide":"SHORT"},
                 {"symbol":"SOLUSDTM","currentQty":0,"avgEntryPrice":0}]}\
                """);
        assertThat(value(client.positions()))
                .containsExactly(
                        new Position(
                                "XBTUSDTM",
                                dec("-3"),
                                dec("67000.1"),
                                dec("66900.0"),
                                dec("0.3"),
                                dec("2")),
                        new Position("ETHUSDTM", dec("-2"), dec("3000"), null, null, null));
    }

    @Test
    void readsRatesOfBothMarkets() {
        venue.says(
                        "{\"code\":\"200000\",\"data\":{\"takerFeeRate\":\"0.001\",\"makerFeeRate\":\"0.0008\"}}")
                .says(
                        "{\"code\":\"200000\",\"data\":{\"symbol\":\"XBTUSDTM\",\"takerFeeRate\":\"0.0006\",\"makerFeeRate\":\"0.0002\"}}");
        assertThat(value(client.feeTier(Market.SPOT)).maker()).isEqualTo("0.0008");
        assertThat(value(client.feeTier(Market.DERIVATIVES)).taker()).isEqualTo("0.0006");
    }

    @Test
    void placesASpotOrder() {
        venue.says(
                "{\"code\":\"200000\",\"data\":{\"orderId\":\"670fd33bf9406e0007ab3945\",\"clientOid\":\"our-1\"}}");
        assertThat(value(client.place(order(Market.SPOT, "BTC-USDT", "0.00100", "30000"))))
                .isEqualTo(new OrderReceipt("670fd33bf9406e0007ab3945", "our-1"));
        assertThat(venue.lastAsked().body())
                .isEqualTo(
                        "{\"clientOid\":\"our-1\",\"side\":\"buy\",\"symbol\":\"BTC-USDT\",\"type\":\"limit\","
                            + "\"price\":\"30000\",\"timeInForce\":\"GTC\",\"size\":\"0.00100\"}");
    }

    @Test
    void ordersFuturesInWholeLotsOnly() {
        venue.says("{\"code\":\"200000\",\"data\":{\"orderId\":\"1\",\"clientOid\":\"our-1\"}}");
        assertThat(fault(client.place(order(Market.DERIVATIVES, "XBTUSDTM", "0.5", null))))
                .isEqualTo(Fault.BAD_REQUEST);
        assertThat(venue.asked()).isEmpty();
        value(client.place(order(Market.DERIVATIVES, "XBTUSDTM", "20.0", null)));
        assertThat(venue.lastAsked()).hasToString("POST futures /api/v1/orders");
        assertThat(venue.lastAsked().body())
                .contains("\"size\":20,", "\"clientOid\":\"our-1\"", "\"type\":\"market\"");
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, 0, OPEN",
        "true, false, 0.4, OPEN",
        "false, false, 1, FILLED",
        "false, true, 0.4, CANCELLED",
        "false, false, 0, UNKNOWN"
    })
    void derivesThePhaseThatTheVenueHasNoWordFor(
            boolean active, boolean cancelled, String dealt, Phase phase) {
        venue.says(
                """
                {"code":"200000","data":{"id":"7","clientOid":"our-1","symbol":"BTC-USDT","size":"1",
                 "dealSize":"%s","dealFunds":"26800","active":%s,"cancelExist":%s}}\
                """
                        .formatted(dealt, active, cancelled));
        OrderState state =
                value(client.order(new OrderRef(Market.SPOT, "BTC-USDT", null, "our-1")));
        assertThat(state.phase()).isEqualTo(phase);
        assertThat(venue.lastAsked().target())
                .isEqualTo("/api/v1/hf/orders/client-order/our-1?symbol=BTC-USDT");
    }

    @Test
    void averagesWhatWasDealt() {
        venue.says(
                """
                {"code":"200000","data":{"id":"7","symbol":"BTC-USDT","size":"0.5","dealSize":"0.4",
                 "dealFunds":"26800","active":false,"cancelExist":true}}\
                """);
        OrderState state = value(client.order(new OrderRef(Market.SPOT, "BTC-USDT", "7", null)));
        assertThat(state.averagePrice()).isEqualByComparingTo("67000");
        assertThat(state.filled()).isEqualByComparingTo("0.4");
    }

    @Test
    void findsNoOrderInAnEmptyAnswer() {
        venue.says("{\"code\":\"200000\",\"data\":null}");
        assertThat(fault(client.order(new OrderRef(Market.SPOT, "BTC-USDT", "7", null))))
                .isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void walksThePagesOfOpenFuturesOrders() {
        String row =
                "{\"id\":\"%s\",\"symbol\":\"XBTUSDTM\",\"size\":5,\"dealSize\":0,\"isActive\":true,\"status\":\"open\"}";
        String page =
                "{\"code\":\"200000\",\"data\":{\"currentPage\":%d,\"pageSize\":1,\"totalNum\":2,\"totalPage\":2,\"items\":[%s]}}";
        venue.says(page.formatted(1, row.formatted("a")))
                .says(page.formatted(2, row.formatted("b")));
        assertThat(value(client.openOrders(Market.DERIVATIVES, "XBTUSDTM")))
                .extracting(state -> state.ref().venueOrderId())
                .containsExactly("a", "b");
    }

    @Test
    void readsTheIdOfACancelledFuturesOrder() {
        venue.says(
                "{\"code\":\"200000\",\"data\":{\"cancelledOrderIds\":[\"235303670076489728\"]}}");
        OrderRef ref = new OrderRef(Market.DERIVATIVES, "XBTUSDTM", "235303670076489728", null);
        assertThat(value(client.cancel(ref)).venueOrderId()).isEqualTo("235303670076489728");
        assertThat(venue.lastAsked().target()).isEqualTo("/api/v1/orders/235303670076489728");
    }

    @ParameterizedTest
    @CsvSource({
        "order_not_exist, '', ORDER_NOT_FOUND",
        "400100, order_not_exist_or_not_allow_to_cancel, ORDER_NOT_FOUND",
        "400100, order not exist or not allow to cancel, ORDER_NOT_FOUND",
        "100001, error.getOrder.orderNotExist, ORDER_NOT_FOUND",
        "400100, order not exist., ORDER_NOT_FOUND",
        "100004, The order cannot be canceled., ORDER_NOT_FOUND",
        "400100, account.available.amount, ORDER_FUNDS",
        "400100, validation.createOrder.clientOidDuplicated, DUPLICATE_CLIENT_ID",
        "300018, clientOid duplicated, DUPLICATE_CLIENT_ID",
        "400100, clientOid is too long, BAD_REQUEST",
        "400100, symbol is wrong, BAD_REQUEST",
        "200000, Unsuccessful! Exceeded the max. funds transfer-out limit, UNRECOGNISED",
        "999999, something new, UNRECOGNISED"
    })
    void understandsCodesByTheirWords(String code, String words, Fault fault) {
        venue.says("{\"code\":\"%s\",\"msg\":\"%s\"}".formatted(code, words));
        assertThat(fault(client.inspectKey())).isEqualTo(fault);
    }

    @Test
    void answersEveryDocumentedCodeWithItsFault() {
        KuCoinFaults.BY_CODE.forEach(
                (code, fault) -> {
                    if (!code.startsWith("http:") && !retriedAtOnce(fault)) {
                        venue.says(
                                401, Map.of(), "{\"code\":\"%s\",\"msg\":\"x\"}".formatted(code));
                        assertThat(client.inspectKey())
                                .as(code)
                                .isEqualTo(new No<KeyFacts>(fault, code, "x", null));
                    }
                });
    }

    @Test
    void waitsUntilTheWindowEnds() {
        venue.says(
                429,
                Map.of("gw-ratelimit-reset", "14500"),
                "{\"code\":\"429000\",\"msg\":\"Too many requests\"}");
        assertThat(client.inspectKey())
                .isEqualTo(
                        new No<KeyFacts>(
                                Fault.RATE_LIMITED,
                                "429000",
                                "Too many requests",
                                Duration.ofMillis(14500)));
    }

    @Test
    void neverBlamesTheKeyForAPage() {
        venue.says(403, Map.of(), "<html><title>Access denied</title></html>")
                .says(403, Map.of(), "<html>error code: 1015</html>")
                .says(200, Map.of(), "<html>hello</html>")
                .says(503, Map.of(), "{\"code\":\"200000\"");
        assertThat(fault(client.inspectKey())).isEqualTo(Fault.VENUE_UNAVAILABLE);
        assertThat(fault(client.inspectKey())).isEqualTo(Fault.IP_BANNED);
        assertThat(fault(client.inspectKey())).isEqualTo(Fault.VENUE_UNAVAILABLE);
        assertThat(fault(client.inspectKey())).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void doesNotKnowWhatBecameOfAnOrderWithoutAnAnswer() {
        venue.says(500, Map.of(), "{\"code\":\"500000\",\"msg\":\"internal\"}")
                .comesTo(new WireResult.Lost("timed out"))
                .says("{\"code\":\"200000\",\"data\":[")
                .comesTo(new WireResult.NotSent("no connection"));
        OrderRequest order = order(Market.SPOT, "BTC-USDT", "1", "1");
        for (int i = 0; i < 3; i++) {
            assertThat(client.place(order)).isInstanceOf(Unknown.class);
        }
        assertThat(fault(client.place(order))).isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    void refusesToGuessAtShapesThatNobodyDocumented() {
        for (String data :
                List.of(
                        "null",
                        "[]",
                        "7",
                        "\"x\"",
                        "{\"uid\":[]}",
                        "[[1]]",
                        "{\"permission\":{}}")) {
            for (int i = 0; i < 8; i++) {
                venue.says("{\"code\":\"200000\",\"data\":%s}".formatted(data));
            }
            assertThat(client.inspectKey()).as(data).isInstanceOf(No.class);
            client.balances(Market.SPOT);
            client.positions();
            client.feeTier(Market.SPOT);
            client.place(order(Market.SPOT, "BTC-USDT", "1", null));
            client.order(new OrderRef(Market.SPOT, "BTC-USDT", "1", null));
            client.openOrders(Market.SPOT, "BTC-USDT");
            client.openOrders(Market.DERIVATIVES, "XBTUSDTM");
        }
    }

    private static boolean retriedAtOnce(Fault fault) {
        return fault == Fault.TIMESTAMP_SKEW;
    }

    private static String keyWith(String permission, String more) {
        return "{\"code\":\"200000\",\"data\":{\"uid\":165111215,\"permission\":\"%s\"%s}}"
                .formatted(permission, more);
    }

    private static OrderRequest order(Market market, String symbol, String size, String price) {
        return new OrderRequest(
                market,
                symbol,
                OrderRequest.Side.BUY,
                dec(size),
                price == null ? null : dec(price),
                "our-1",
                false);
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    private static <T> T value(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<T>) answer).value();
    }

    private static <T> Fault fault(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(No.class);
        return ((No<T>) answer).fault();
    }

    @ParameterizedTest
    @CsvSource({
        "SPOT, BTC-USDT, GET spot /api/v1/hf/fills, symbol=BTC-USDT&limit=100",
        "DERIVATIVES, XBTUSDTM, GET futures /api/v1/fills, symbol=XBTUSDTM&pageSize=100"
    })
    void readsExecutionsOfBothHosts(Market market, String symbol, String call, String query) {
        venue.says(
                """
                {"code":"200000","data":{"items":[{"id":1,"symbol":"%s","tradeId":9,"orderId":"8",
                  "side":"buy","liquidity":"taker","price":"3","size":"2","fee":"0.5",
                  "feeCurrency":"USDT","createdAt":1728207478863}],"lastId":1}}\
                """
                        .formatted(symbol));

        assertThat(value(client.recentFills(market, symbol)))
                .containsExactly(
                        new Fill(
                                "9",
                                "8",
                                null,
                                symbol,
                                Side.BUY,
                                new BigDecimal("3"),
                                new BigDecimal("2"),
                                new BigDecimal("0.5"),
                                new Asset("USDT"),
                                Instant.ofEpochMilli(1728207478863L)));
        assertThat(venue.lastAsked()).hasToString(call);
        assertThat(venue.lastAsked().query()).isEqualTo(query);
    }

    @Test
    void readsPricesOfBothHostsWithoutSigning() {
        venue.says(
                        """
                        {"code":"200000","data":{"time":1729172965609,"sequence":"14609309753",
                         "price":"67269","size":"0.000025","bestBid":"67267.5","bestAsk":"67267.6"}}\
                        """)
                .says(
                        """
                        {"code":"200000","data":{"symbol":"XBTUSDTM","price":"67158.4",
                         "bestBidPrice":"67169.6","bestAskPrice":"67158.4","ts":1729163001780000000}}\
                        """);

        assertThat(value(client.ticker(Market.SPOT, "BTC-USDT")))
                .isEqualTo(
                        new Ticker(
                                "BTC-USDT",
                                new BigDecimal("67269"),
                                new BigDecimal("67267.5"),
                                new BigDecimal("67267.6")));
        assertThat(value(client.ticker(Market.DERIVATIVES, "XBTUSDTM")).last())
                .isEqualByComparingTo("67158.4");
        assertThat(venue.asked()).allMatch(asked -> asked.headers().isEmpty());
    }

    @Test
    void readsTheStepsOfBothHosts() {
        venue.says(
                        """
                        {"code":"200000","data":{"symbol":"BTC-USDT","baseMinSize":"0.00001",
                         "quoteMinSize":"0.1","baseIncrement":"0.00000001","priceIncrement":"0.1",
                         "minFunds":"0.1","enableTrading":true}}\
                        """)
                .says(
                        """
                        {"code":"200000","data":{"symbol":"XBTUSDTM","lotSize":1,"tickSize":0.1,
                         "multiplier":0.001,"status":"Open"}}\
                        """);

        assertThat(value(client.instrument(Market.SPOT, "BTC-USDT")))
                .isEqualTo(
                        new Instrument(
                                "BTC-USDT",
                                new BigDecimal("0.1"),
                                new BigDecimal("0.00000001"),
                                new BigDecimal("0.00001"),
                                new BigDecimal("0.1")));
        assertThat(value(client.instrument(Market.DERIVATIVES, "XBTUSDTM")))
                .isEqualTo(
                        new Instrument(
                                "XBTUSDTM",
                                new BigDecimal("0.1"),
                                BigDecimal.ONE,
                                BigDecimal.ONE,
                                BigDecimal.ZERO));
        assertThat(venue.lastAsked()).hasToString("GET futures /api/v1/contracts/XBTUSDTM");
    }

    @Test
    void saysThatASymbolIsNotListed() {
        venue.says("{\"code\":\"200000\",\"data\":null}");

        assertThat(client.ticker(Market.SPOT, "NO-PE"))
                .isInstanceOfSatisfying(
                        VenueAnswer.No.class,
                        no -> assertThat(no.fault()).isEqualTo(Fault.BAD_SYMBOL));
    }
}
