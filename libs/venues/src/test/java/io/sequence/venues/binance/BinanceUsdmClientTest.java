package io.sequence.venues.binance;

import static io.sequence.venues.binance.BinanceBench.ACCOUNT;
import static io.sequence.venues.binance.BinanceBench.AMBIGUOUS;
import static io.sequence.venues.binance.BinanceBench.no;
import static io.sequence.venues.binance.BinanceBench.order;
import static io.sequence.venues.binance.BinanceBench.restrictions;
import static io.sequence.venues.binance.BinanceBench.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Futures answers as the documents print them. */
class BinanceUsdmClientTest {
    private static final String FUTURES =
            restrictions("").replace("Futures\":false", "Futures\":true");
    private static final String CONFIG =
            "{\"feeTier\":%d,\"canTrade\":true,\"canWithdraw\":true,\"dualSidePosition\":%b,"
                    + "\"multiAssetsMargin\":false,\"tradeGroupId\":-1}";
    private static final String BALANCE =
            """
            [{"accountAlias":"SgsR","asset":"USDT","balance":"122607.35137903",
              "crossWalletBalance":"23.72469206","availableBalance":"23.72469206"},
             {"accountAlias":"SgsR","asset":"BNB","balance":"0","availableBalance":"0"}]
            """;
    private static final String TAKEN =
            """
            {"clientOrderId":"testOrder","cumQty":"0","executedQty":"0","orderId":22542179,
             "origQty":"10","price":"0","side":"SELL","positionSide":"SHORT","status":"NEW",
             "symbol":"BTCUSDT","type":"LIMIT","updateTime":1566818724722}
            """;

    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client = BinanceBench.client(new BinanceUsdm(), "futures", transport);

    @Test
    void asksTheSpotHostWhatTheKeyMayDo() {
        transport.says(FUTURES).says(ACCOUNT).says(CONFIG.formatted(0, false));

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.GRANTED);
        assertThat(facts.accountUid()).isEqualTo("354937868");
        assertThat(facts.warnings()).noneMatch(one -> one.contains("Hedge"));
        assertThat(transport.asked())
                .extracting(request -> request.host() + request.path())
                .containsExactly(
                        "spot/sapi/v1/account/apiRestrictions",
                        "spot/api/v3/account",
                        "futures/fapi/v1/accountConfig");
    }

    @Test
    void seesAKeyThatIsForSpotAlone() {
        transport.says(restrictions("")).says(ACCOUNT);

        assertThat(yes(client.inspectKey()).rights().of(Right.TRADE_DERIVATIVES))
                .isEqualTo(Grant.DENIED);
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void explainsAKeyThatIsOlderThanTheFuturesAccount() {
        transport.says(FUTURES).says(ACCOUNT).says(401, Map.of(), AMBIGUOUS);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.DENIED);
        assertThat(facts.warnings())
                .anyMatch(one -> one.contains("before the futures account was opened"));
    }

    @Test
    void warnsOfHedgeMode() {
        transport.says(FUTURES).says(ACCOUNT).says(CONFIG.formatted(0, true));

        assertThat(yes(client.inspectKey()).warnings())
                .anyMatch(one -> one.contains("Hedge Mode") && one.contains("One-way"));
    }

    @Test
    void doesNotJudgeFuturesWhileTheirHostIsAway() {
        transport.says(FUTURES).says(ACCOUNT).says(503, Map.of(), "Service Unavailable.");

        assertThat(no(client.inspectKey()).fault()).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void findsOutWhyAKeyMayNotEvenBeRead() {
        transport.says(401, Map.of(), AMBIGUOUS).says("{}");
        assertThat(no(client.inspectKey()).fault()).isEqualTo(Fault.READ_MISSING);
        assertThat(transport.lastAsked().path()).isEqualTo("/fapi/v1/order/test");

        var demo = new ScriptedTransport();
        demo.says(401, Map.of(), AMBIGUOUS).says(401, Map.of(), AMBIGUOUS).says(BALANCE);
        assertThat(no(BinanceBench.client(new BinanceUsdm(), "futures", demo).inspectKey()).fault())
                .isEqualTo(Fault.ENVIRONMENT_MISMATCH);
        assertThat(demo.lastAsked().host()).isEqualTo("testnet");
    }

    @Test
    void showsTheAddressThatTheFuturesHostSaw() {
        transport.says(
                401,
                Map.of(),
                "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action, request"
                        + " ip: 203.0.113.9\"}");

        var no = no(client.inspectKey());

        assertThat(no.fault()).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(no.venueWords()).contains("request ip: 203.0.113.9");
    }

    @Test
    void judgesADemoKeyByWhatItCanDo() {
        transport
                .says(BALANCE)
                .says(401, Map.of(), AMBIGUOUS)
                .says(400, Map.of(), "{\"code\":-4164,\"msg\":\"Order's notional must be …\"}");

        KeyFacts facts =
                yes(BinanceBench.client(new BinanceUsdm(), "testnet", transport).inspectKey());

        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.GRANTED);
        assertThat(facts.accountUid()).isEqualTo("SgsR");
        assertThat(transport.asked())
                .extracting(request -> request.host() + request.path())
                .containsExactly(
                        "testnet/fapi/v3/balance",
                        "testnet_spot/api/v3/account",
                        "testnet/fapi/v1/order/test");
    }

    @Test
    void pingsWhereThereIsRoom() {
        transport.says(FUTURES);
        yes(client.ping());
        assertThat(transport.lastAsked().host()).isEqualTo("spot");

        yes(BinanceBench.client(new BinanceUsdm(), "testnet", transport).ping());
        assertThat(transport.lastAsked().path()).isEqualTo("/fapi/v1/rateLimit/order");
    }

    @Test
    void addsTheSpotWalletToTheFuturesWallet() {
        transport.says(BALANCE).says(ACCOUNT);

        assertThat(yes(client.balances(Market.DERIVATIVES)))
                .containsExactly(
                        new Balance(
                                "futures",
                                true,
                                new Asset("USDT"),
                                new BigDecimal("122607.35137903"),
                                new BigDecimal("23.72469206")),
                        new Balance(
                                "spot",
                                false,
                                new Asset("BTC"),
                                new BigDecimal("4723846.99208129"),
                                new BigDecimal("4723846.89208129")));
    }

    @Test
    void tellsTheFuturesWalletWhenTheSpotWalletCannotBeRead() {
        transport.says(BALANCE).says(401, Map.of(), AMBIGUOUS);

        assertThat(yes(client.balances(Market.DERIVATIVES))).hasSize(1);
    }

    @Test
    void readsPositionsOfBothModes() {
        String row =
                "{\"symbol\":\"ADAUSDT\",\"positionSide\":\"%s\",\"positionAmt\":\"%s\","
                        + "\"entryPrice\":\"0.385\",\"markPrice\":\"0.41047590\","
                        + "\"unRealizedProfit\":\"0.76427700\"}";
        transport.says(
                "["
                        + row.formatted("BOTH", "-30")
                        + ","
                        + row.formatted("LONG", "2")
                        + ","
                        + row.formatted("SHORT", "-5")
                        + ","
                        + row.formatted("SHORT", "5")
                        + ","
                        + row.formatted("BOTH", "0")
                        + "]");

        assertThat(yes(client.positions()))
                .extracting(Position::size)
                .extracting(BigDecimal::intValueExact)
                .containsExactly(-30, 2, -5, -5);
    }

    @Test
    void namesTheFeeTier() {
        transport
                .says(
                        "{\"symbol\":\"BTCUSDT\",\"makerCommissionRate\":\"0.0002\","
                                + "\"takerCommissionRate\":\"0.0004\"}")
                .says(CONFIG.formatted(3, false));

        assertThat(yes(client.feeTier(Market.DERIVATIVES)))
                .isEqualTo(
                        new FeeTier("VIP 3", new BigDecimal("0.0002"), new BigDecimal("0.0004")));
    }

    @Test
    void placesInOneWayMode() {
        transport.says(TAKEN);

        assertThat(yes(client.place(order(Market.DERIVATIVES, Side.SELL, "9000", true))))
                .isEqualTo(new OrderReceipt("22542179", "testOrder"));
        assertThat(transport.lastAsked().host()).isEqualTo("futures");
        assertThat(transport.lastAsked().body())
                .startsWith("symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=")
                .contains("&reduceOnly=true&timestamp=");
    }

    @ParameterizedTest
    @CsvSource({"BUY, false, LONG", "BUY, true, SHORT", "SELL, false, SHORT", "SELL, true, LONG"})
    void saysWhichPositionInHedgeMode(Side side, boolean reduceOnly, String position) {
        transport
                .says(
                        400,
                        Map.of(),
                        "{\"code\":-4061,\"msg\":\"Order's position side does not match user's"
                                + " setting.\"}")
                .says(TAKEN);

        yes(client.place(order(Market.DERIVATIVES, side, null, reduceOnly)));

        assertThat(transport.lastAsked().body())
                .contains("&side=" + side + "&positionSide=" + position + "&type=MARKET")
                .doesNotContain("reduceOnly");
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void readsTheAveragePriceThatFuturesTell() {
        transport.says(
                """
                {"avgPrice":"60123.40","clientOrderId":"abc","cumQuote":"0","executedQty":"0.010",
                 "orderId":1917641,"origQty":"0.010","status":"FILLED","symbol":"BTCUSDT",
                 "time":1579276756075,"updateTime":1579276756075}
                """);

        assertThat(
                        yes(client.order(new OrderRef(Market.DERIVATIVES, "BTCUSDT", null, "abc")))
                                .averagePrice())
                .isEqualByComparingTo("60123.4");
    }

    @Test
    void findsTheSymbolAmongAll() {
        transport.says(
                """
                {"symbols":[{"symbol":"ETHUSDT","filters":[]},{"symbol":"BTCUSDT","filters":[
                  {"filterType":"PRICE_FILTER","tickSize":"0.10"},
                  {"filterType":"LOT_SIZE","minQty":"0.001","stepSize":"0.001"},
                  {"filterType":"MIN_NOTIONAL","notional":"100"}]}]}
                """);

        assertThat(yes(client.instrument(Market.DERIVATIVES, "BTCUSDT")))
                .isEqualTo(
                        new Instrument(
                                "BTCUSDT",
                                new BigDecimal("0.1"),
                                new BigDecimal("0.001"),
                                new BigDecimal("0.001"),
                                new BigDecimal("100")));
    }

    @Test
    void readsFillsByTheirSide() {
        transport.says(
                """
                [{"buyer":false,"commission":"-0.07819010","commissionAsset":"USDT","id":698759,
                  "maker":false,"orderId":25851813,"price":"7819.01","qty":"0.002",
                  "realizedPnl":"-0.91539999","side":"SELL","positionSide":"SHORT",
                  "symbol":"BTCUSDT","time":1569514978020}]
                """);

        assertThat(yes(client.recentFills(Market.DERIVATIVES, "BTCUSDT")))
                .singleElement()
                .satisfies(fill -> assertThat(fill.side()).isEqualTo(Side.SELL));
        assertThat(transport.lastAsked().path()).isEqualTo("/fapi/v1/userTrades");
    }
}
