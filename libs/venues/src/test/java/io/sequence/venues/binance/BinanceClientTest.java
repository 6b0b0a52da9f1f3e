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
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Ticker;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spot answers as the documents print them. */
class BinanceClientTest {
    private static final String TRADED =
            """
            {"symbol":"BTCUSDT","orderId":28,"orderListId":-1,"clientOrderId":"ours-1",
             "transactTime":1507725176595,"price":"0.00000000","origQty":"10.00000000",
             "executedQty":"%s","cummulativeQuoteQty":"%s","status":"%s",
             "timeInForce":"GTC","type":"MARKET","side":"SELL","workingTime":1507725176595}
            """;

    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client = BinanceBench.client(new Binance(), "spot", transport);

    @Test
    void readsWhatTheKeyMayDoAndWhoseItIs() {
        transport.says(restrictions("")).says(ACCOUNT);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants())
                .containsEntry(Right.READ, Grant.GRANTED)
                .containsEntry(Right.TRADE_SPOT, Grant.GRANTED)
                .containsEntry(Right.TRADE_DERIVATIVES, Grant.DENIED)
                .containsEntry(Right.WITHDRAW, Grant.DENIED)
                .containsEntry(Right.TRANSFER, Grant.DENIED);
        assertThat(facts.accountUid()).isEqualTo("354937868");
        assertThat(facts.createdAt()).isEqualTo(Instant.ofEpochMilli(1623840271000L));
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(facts.ipAllowList()).isEmpty();
        assertThat(facts.subAccount()).isNull();
        assertThat(facts.warnings()).singleElement().asString().contains("IP restriction");
        assertThat(transport.asked())
                .extracting(WireRequest::path)
                .containsExactly("/sapi/v1/account/apiRestrictions", "/api/v3/account");
    }

    @Test
    void neverTakesTheAccountsFlagsForTheKeys() {
        transport.says("{\"enableReading\":true}").says(ACCOUNT);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "enableInternalTransfer, TRANSFER",
        "permitsUniversalTransfer, TRANSFER",
        "enableWithdrawals, WITHDRAW",
        "enableFutures, TRADE_DERIVATIVES"
    })
    void seesEachRight(String flag, Right right) {
        transport
                .says(restrictions("").replace("\"" + flag + "\":false", "\"" + flag + "\":true"))
                .says(ACCOUNT);

        assertThat(yes(client.inspectKey()).rights().of(right)).isEqualTo(Grant.GRANTED);
    }

    @Test
    void tellsWhenTheRightToTradeLapses() {
        transport
                .says(restrictions("\"tradingAuthorityExpirationTime\":1628985600000"))
                .says(ACCOUNT);

        assertThat(yes(client.inspectKey()).expiry())
                .isEqualTo(new KeyExpiry.At(Instant.ofEpochMilli(1628985600000L)));
    }

    @Test
    void knowsThatARestrictedKeyHasAListAndDoesNotLapse() {
        transport.says(restrictions("").replace("Restrict\":false", "Restrict\":true"));
        transport.says(ACCOUNT);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.ipAllowList()).hasSize(1);
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.Never());
        assertThat(facts.warnings()).isEmpty();
    }

    @Test
    void warnsOfPowersThatNobodyNeeds() {
        transport.says(restrictions("").replace("Margin\":false", "Margin\":true")).says(ACCOUNT);

        assertThat(yes(client.inspectKey()).warnings())
                .anyMatch(one -> one.contains("margin loans"));
    }

    @Test
    void blamesTheReadingRightWhenADryRunPasses() {
        transport.says(400, Map.of(), AMBIGUOUS).says("{}");

        No<KeyFacts> no = no(client.inspectKey());

        assertThat(no.fault()).isEqualTo(Fault.READ_MISSING);
        assertThat(no.venueCode()).isEqualTo("-2015");
        assertThat(transport.lastAsked().path()).isEqualTo("/api/v3/order/test");
        assertThat(transport.lastAsked().method()).isEqualTo("POST");
    }

    @Test
    void takesAFilterOfTheSymbolForAPassedDryRun() {
        transport
                .says(400, Map.of(), AMBIGUOUS)
                .says(
                        400,
                        Map.of(),
                        "{\"code\":-1013,\"msg\":\"Filter failure: PERCENT_PRICE_BY_SIDE\"}");

        assertThat(no(client.inspectKey()).fault()).isEqualTo(Fault.READ_MISSING);
    }

    @Test
    void blamesTheEnvironmentWhenTheTestnetKnowsTheKey() {
        transport.says(401, Map.of(), AMBIGUOUS).says(401, Map.of(), AMBIGUOUS).says(ACCOUNT);

        assertThat(no(client.inspectKey()).fault()).isEqualTo(Fault.ENVIRONMENT_MISMATCH);
        assertThat(transport.lastAsked().host()).isEqualTo("testnet");
        assertThat(transport.lastAsked().method()).isEqualTo("GET");
    }

    @Test
    void doesNotBelieveARefusalOfTheMoment() {
        transport.says(401, Map.of(), AMBIGUOUS).says(ACCOUNT);

        assertThat(client.diagnose(refusedPing())).isInstanceOf(Yes.class);
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void looksIntoARefusedPingWithThreeQuestionsAtMost() {
        transport.says(401, Map.of(), AMBIGUOUS).says(401, Map.of(), AMBIGUOUS).says("{}");

        assertThat(no(client.diagnose(refusedPing())).fault()).isEqualTo(Fault.READ_MISSING);
        assertThat(transport.asked()).hasSize(3);
        assertThat(transport.lastAsked().path()).isEqualTo("/api/v3/order/test");
    }

    @Test
    void staysInDoubtAboutAPingWhenEverythingIsRefused() {
        transport.says(401, Map.of(), AMBIGUOUS);

        No<Pulse> no = no(client.diagnose(refusedPing()));

        assertThat(no.fault()).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(no.venueWords()).contains("three questions", "IP list");
        assertThat(transport.asked()).hasSize(3);
        assertThat(no(client.diagnose(no)).venueWords()).isEqualTo(no.venueWords());
        assertThat(transport.asked()).hasSize(3);
    }

    private static No<Pulse> refusedPing() {
        return new No<>(Fault.AMBIGUOUS_AUTH, "-2015", "Invalid API-key, IP.", null);
    }

    @Test
    void listsEveryCauseWhenNothingTellsThemApart() {
        transport.says(401, Map.of(), AMBIGUOUS);

        No<KeyFacts> no = no(client.inspectKey());

        assertThat(no.fault()).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(no.venueWords())
                .startsWith("Invalid API-key, IP, or permissions for action.")
                .contains("deleted", "may not read", "IP list", "Binance.US");
        assertThat(transport.asked()).hasSize(3);
    }

    @Test
    void asksNothingFurtherWhenTheRefusalIsClear() {
        transport.says(
                400,
                Map.of(),
                "{\"code\":-1022,\"msg\":\"Signature for this request is not valid.\"}");

        assertThat(no(client.inspectKey()).fault()).isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void judgesATestnetKeyByWhatItCanDo() {
        transport.says(ACCOUNT).says(400, Map.of(), AMBIGUOUS);

        KeyFacts facts = yes(BinanceBench.client(new Binance(), "testnet", transport).inspectKey());

        assertThat(facts.rights().of(Right.READ)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.DENIED);
        assertThat(transport.asked())
                .allMatch(request -> request.host().equals("testnet"))
                .noneMatch(request -> request.path().startsWith("/sapi"));
    }

    @Test
    void pingsWithTheCheapestCall() {
        transport.says(restrictions(""));

        assertThat(yes(client.ping()).took()).isEqualTo(Duration.ofMillis(7));
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void countsFreeAndLocked() {
        transport.says(ACCOUNT);

        assertThat(yes(client.balances(Market.SPOT)))
                .containsExactly(
                        new Balance(
                                "spot",
                                true,
                                new Asset("BTC"),
                                new BigDecimal("4723846.99208129"),
                                new BigDecimal("4723846.89208129")));
        assertThat(no(client.balances(Market.DERIVATIVES)).fault()).isEqualTo(Fault.BAD_REQUEST);
        assertThat(yes(client.positions())).isEmpty();
    }

    @Test
    void addsUpTheRatesOfASymbol() {
        transport.says(
                """
                {"symbol":"BTCUSDT",
                 "standardCommission":{"maker":"0.00100000","taker":"0.00200000"},
                 "specialCommission":{"maker":"0.00010000","taker":"0.00020000"},
                 "taxCommission":{"maker":"0.00001000","taker":"0.00002000"},
                 "discount":{"enabledForAccount":true,"discount":"0.75000000"}}
                """);

        assertThat(yes(client.feeTier(Market.SPOT)))
                .isEqualTo(
                        new FeeTier(
                                null, new BigDecimal("0.00111000"), new BigDecimal("0.00222000")));
    }

    @Test
    void placesALimitOrderAsAForm() {
        transport.says(TRADED.formatted("0.00000000", "0.00000000", "NEW"));

        assertThat(yes(client.place(order(Market.SPOT, Side.BUY, "25000.10", false))))
                .isEqualTo(new OrderReceipt("28", "ours-1"));
        assertThat(transport.lastAsked().body())
                .startsWith(
                        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.00000001"
                            + "&price=25000.10&newClientOrderId=0123456789abcdef0123456789abcdef"
                            + "&timestamp=1795176000000&recvWindow=5000&signature=");
        assertThat(transport.lastAsked().query()).isEmpty();
    }

    @Test
    void placesAMarketOrderInTheBaseCoin() {
        transport.says(TRADED.formatted("10", "40000", "FILLED"));

        yes(client.place(order(Market.SPOT, Side.SELL, null, true)));

        assertThat(transport.lastAsked().body())
                .startsWith("symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.00000001&newClient");
    }

    @Test
    void blamesTheTradingRightWhenTheKeyCanStillRead() {
        transport.says(401, Map.of(), AMBIGUOUS).says(restrictions(""));

        assertThat(no(client.place(order(Market.SPOT, Side.BUY, "1", false))).fault())
                .isEqualTo(Fault.PERMISSION_DENIED);
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void blamesNoRightWhenTheKeyCannotReadEither() {
        transport.says(401, Map.of(), AMBIGUOUS);

        assertThat(no(client.cancel(new OrderRef(Market.SPOT, "BTCUSDT", "28", null))).fault())
                .isEqualTo(Fault.AMBIGUOUS_AUTH);
    }

    @Test
    void refusesWhatCannotBeSent() {
        var badId =
                new OrderRequest(
                        Market.SPOT, "BTCUSDT", Side.BUY, BigDecimal.ONE, null, "a b", false);

        assertThat(no(client.place(badId)).fault()).isEqualTo(Fault.BAD_REQUEST);
        assertThat(no(client.place(order(Market.SPOT, Side.BUY, null, true))).fault())
                .isEqualTo(Fault.BAD_REQUEST);
        assertThat(no(client.place(order(Market.DERIVATIVES, Side.BUY, null, false))).fault())
                .isEqualTo(Fault.BAD_REQUEST);
        assertThat(transport.asked()).isEmpty();
    }

    @Test
    void neverTakesALostOrderForARefusedOne() {
        transport.comesTo(new WireResult.Lost("no answer: time-out"));

        assertThat(client.place(order(Market.SPOT, Side.BUY, null, false)))
                .isInstanceOf(Unknown.class);
        assertThat(transport.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-1000, 400", "-1001, 500", "-1006, 500", "-1007, 504", "-9999, 503", "-9999, 408"})
    void doesNotKnowTheFateOfAnOrderWhenBinanceFailed(String code, int status) {
        transport.says(status, Map.of(), "{\"code\":" + code + ",\"msg\":\"execution unknown\"}");

        assertThat(client.place(order(Market.SPOT, Side.BUY, null, false)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void namesTheCancelledOrderAndNotItsCancellation() {
        transport.says(
                """
                {"symbol":"LTCBTC","origClientOrderId":"myOrder1","orderId":4,
                 "clientOrderId":"cancelMyOrder1","status":"CANCELED"}
                """);

        assertThat(yes(client.cancel(new OrderRef(Market.SPOT, "LTCBTC", null, "myOrder1"))))
                .isEqualTo(new OrderReceipt("4", "myOrder1"));
        assertThat(transport.lastAsked().method()).isEqualTo("DELETE");
        assertThat(transport.lastAsked().query())
                .startsWith("symbol=LTCBTC&origClientOrderId=myOrder1&timestamp=");
        assertThat(transport.lastAsked().body()).isEmpty();
    }

    @Test
    void worksOutTheAveragePrice() {
        transport.says(TRADED.formatted("10.00000000", "40005.00000000", "FILLED"));

        OrderState state = yes(client.order(new OrderRef(Market.SPOT, "BTCUSDT", "28", "x")));

        assertThat(state.averagePrice()).isEqualTo(new BigDecimal("4000.5"));
        assertThat(state.phase()).isEqualTo(Phase.FILLED);
        assertThat(transport.lastAsked().query()).startsWith("symbol=BTCUSDT&orderId=28&timestamp");
    }

    @Test
    void doesNotGuessAPriceThatOldOrdersDoNotTell() {
        transport.says(TRADED.formatted("10", "-1", "FILLED"));

        assertThat(
                        yes(client.order(new OrderRef(Market.SPOT, "BTCUSDT", "28", null)))
                                .averagePrice())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, OPEN",
        "PENDING_NEW, OPEN",
        "PARTIALLY_FILLED, OPEN",
        "FILLED, FILLED",
        "CANCELED, CANCELLED",
        "REJECTED, REJECTED",
        "EXPIRED, EXPIRED",
        "EXPIRED_IN_MATCH, EXPIRED",
        "TELEPORTED, UNKNOWN"
    })
    void readsEveryStatus(String word, Phase phase) {
        transport.says("[" + TRADED.formatted("0", "0", word) + "]");

        assertThat(yes(client.openOrders(Market.SPOT, "BTCUSDT")))
                .singleElement()
                .satisfies(
                        state -> {
                            assertThat(state.phase()).isEqualTo(phase);
                            assertThat(state.venuePhase()).isEqualTo(word);
                        });
    }

    @Test
    void listsTheLatestFillFirst() {
        String row =
                """
                {"symbol":"BNBBTC","id":%d,"orderId":100234,"price":"4.00000100","qty":"12.00",
                 "quoteQty":"48.000012","commission":"10.10000000","commissionAsset":"BNB",
                 "time":1499865549590,"isBuyer":%b,"isMaker":false,"isBestMatch":true}
                """;
        transport.says("[" + row.formatted(1, true) + "," + row.formatted(2, false) + "]");

        var fills = yes(client.recentFills(Market.SPOT, "BNBBTC"));

        assertThat(fills).extracting(fill -> fill.fillId()).containsExactly("2", "1");
        assertThat(fills).extracting(fill -> fill.side()).containsExactly(Side.SELL, Side.BUY);
        assertThat(fills.getFirst().feeAsset()).isEqualTo(new Asset("BNB"));
        assertThat(fills.getFirst().at()).isEqualTo(Instant.ofEpochMilli(1499865549590L));
    }

    @Test
    void tellsAPriceEvenWithoutABook() {
        transport
                .says("{\"symbol\":\"LTCBTC\",\"price\":\"4.00000200\"}")
                .says(
                        "{\"symbol\":\"LTCBTC\",\"bidPrice\":\"4.00000000\",\"bidQty\":\"431\","
                                + "\"askPrice\":\"0.00000000\",\"askQty\":\"0\"}");

        assertThat(yes(client.ticker(Market.SPOT, "LTCBTC")))
                .isEqualTo(
                        new Ticker(
                                "LTCBTC",
                                new BigDecimal("4.00000200"),
                                new BigDecimal("4.00000000"),
                                null));
        assertThat(transport.lastAsked().headers()).isEmpty();
    }

    @Test
    void readsTheRulesOfASymbol() {
        transport.says(
                """
                {"timezone":"UTC","serverTime":1565246363776,"symbols":[
                 {"symbol":"BTCUSDT","status":"TRADING","filters":[
                  {"filterType":"PRICE_FILTER","minPrice":"0.01","tickSize":"0.01000000"},
                  {"filterType":"LOT_SIZE","minQty":"0.00001000","stepSize":"0.00001000"},
                  {"filterType":"NOTIONAL","minNotional":"5.00000000","maxNotional":"9"}]}]}
                """);

        assertThat(yes(client.instrument(Market.SPOT, "BTCUSDT")))
                .isEqualTo(
                        new Instrument(
                                "BTCUSDT",
                                new BigDecimal("0.01"),
                                new BigDecimal("0.00001"),
                                new BigDecimal("0.00001000"),
                                new BigDecimal("5.00000000")));
        assertThat(no(client.instrument(Market.SPOT, "XXXYYY")).fault())
                .isEqualTo(Fault.BAD_SYMBOL);
    }

    @Test
    void learnsTheClockAndAsksAgain() {
        transport
                .says(400, Map.of(), "{\"code\":-1021,\"msg\":\"Timestamp for this request…\"}")
                .says("{\"serverTime\":1499827319559}")
                .says(ACCOUNT);

        yes(client.balances(Market.SPOT));

        assertThat(transport.asked())
                .extracting(WireRequest::path)
                .isEqualTo(List.of("/api/v3/account", "/api/v3/time", "/api/v3/account"));
    }
}
