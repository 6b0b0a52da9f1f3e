package io.sequence.venues.cryptocom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Crypto.com's answers as its documents print them. */
class CryptoComClientTest {
    private static final String OURS = "0123456789abcdef0123456789abcdef";
    private static final String ACK =
            "{\"code\":0,\"result\":{\"order_id\":\"18342311\",\"client_oid\":\"%s\"}}"
                    .formatted(OURS);
    private static final String BALANCE =
            """
            {"id":11,"method":"private/user-balance","code":0,"result":{"data":[{"instrument_name":"USD",
             "total_available_balance":"4721.05898582","position_balances":[
             {"instrument_name":"CRO","quantity":"24422.72427884","reserved_qty":"22.72427884"},
             {"instrument_name":"BTC","quantity":"0.00000000","reserved_qty":"0.00000000"}]}]}}\
            """;
    private static final String ACCOUNTS =
            """
            {"id":"12","method":"private/get-accounts","code":"0","result":{
             "master_account":{"uuid":"master-1","enabled":true,"tradable":true,"derivatives_access":"DEFAULT"},
             "sub_account_list":[{"uuid":"sub-1","enabled":true,"tradable":true,"derivatives_access":"DISABLED"}]%s}}\
            """;

    private final ScriptedTransport venue = new ScriptedTransport();
    private final VenueClient client =
            new CryptoCom()
                    .connect(
                            new Credential(
                                    CryptoComProfile.VENUE,
                                    "exchange",
                                    Map.of(
                                            "api_key", Secret.of("made-up-key"),
                                            "api_secret", Secret.of("made-up-secret"))),
                            venue);

    @Test
    void learnsWhatCanBeLearnedAndGuessesNothing() {
        venue.says(BALANCE).says(ACCOUNTS.formatted("")).says(500, Map.of(), no(212));
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.rights().of(Right.READ)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.accountUid()).isEqualTo("master-1");
        assertThat(facts.subAccount()).isNull();
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(facts.warnings()).anyMatch(sentence -> sentence.contains("IP"));
    }

    @Test
    void probesTradingWithAnOrderThatCannotExist() {
        venue.says(BALANCE).says(ACCOUNTS.formatted("")).says(401, Map.of(), no(40101));
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.DENIED);
        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.DENIED);
        assertThat(venue.asked()).extracting(WireRequest::path).hasSize(3);
        assertThat(venue.lastAsked().path()).isEqualTo("/exchange/v1/private/cancel-order");
        assertThat(sent().path("params").toString()).isEqualTo("{\"order_id\":\"1\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "212, GRANTED",
        "316, GRANTED",
        "40401, GRANTED",
        "40004, GRANTED",
        "40104, DENIED",
        "98765, UNKNOWN"
    })
    void readsTheProbe(int code, Grant grant) {
        venue.says(BALANCE).says(ACCOUNTS.formatted("")).says(no(code));
        assertThat(value(client.inspectKey()).rights().of(Right.TRADE_SPOT)).isEqualTo(grant);
    }

    @ParameterizedTest
    @CsvSource({"42901, RATE_LIMITED", "50001, VENUE_UNAVAILABLE", "202, ACCOUNT_LOCKED"})
    void takesTroubleOfTheProbeForNoAnswer(int code, Fault fault) {
        venue.says(BALANCE).says(ACCOUNTS.formatted("")).says(no(code));
        assertThat(fault(client.inspectKey())).isEqualTo(fault);
    }

    @Test
    void knowsASubAccountAndItsAccess() {
        venue.says(BALANCE)
                .says(
                        ACCOUNTS.formatted(
                                ",\"this_account\":{\"uuid\":\"sub-1\",\"hierarchy\":\"SUB\"}"))
                .says(no(316));
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.accountUid()).isEqualTo("sub-1");
        assertThat(facts.parentUid()).isEqualTo("master-1");
        assertThat(facts.subAccount()).isTrue();
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.DENIED);
    }

    @Test
    void readsTheOneWallet() {
        venue.says(BALANCE);
        assertThat(value(client.balances(Market.SPOT)))
                .containsExactly(
                        new Balance(
                                "exchange",
                                true,
                                new Asset("CRO"),
                                dec("24422.72427884"),
                                dec("24400.00000000")));
    }

    @Test
    void readsPositionsAndBasisPoints() {
        venue.says(
                        """
                        {"code":0,"result":{"data":[{"account_id":"a","instrument_name":"BTCUSD-PERP","type":"PERPETUAL_SWAP",
                         "quantity":"-0.2","cost":"-10000","open_position_pnl":"-497.743736","session_pnl":"2"},
                         {"instrument_name":"ETHUSD-PERP","quantity":"0","cost":"0"}]}}\
                        """)
                .says(
                        """
                        {"code":0,"result":{"spot_tier":"3","deriv_tier":"4","effective_spot_maker_rate_bps":"6.5",
                         "effective_spot_taker_rate_bps":"6.9","effective_deriv_maker_rate_bps":"1.1",
                         "effective_deriv_taker_rate_bps":"3"}}\
                        """);
        assertThat(value(client.positions()))
                .containsExactly(
                        new Position(
                                "BTCUSD-PERP",
                                dec("-0.2"),
                                dec("50000"),
                                null,
                                dec("-497.743736"),
                                null));
        assertThat(value(client.feeTier(Market.SPOT)))
                .isEqualTo(new FeeTier("3", dec("0.00065"), dec("0.00069")));
        assertThat(value(client.feeTier(Market.DERIVATIVES)))
                .isEqualTo(new FeeTier("4", dec("0.00011"), dec("0.0003")));
    }

    @Test
    void placesInTextAndLooksOnceWhatBecameOfIt() {
        venue.says(ACK).says(detail("ACTIVE", ""));
        assertThat(value(client.place(order(Market.SPOT, "BTC_USD", "50000.00", false))))
                .isEqualTo(new OrderReceipt("18342311", OURS));
        assertThat(venue.asked())
                .extracting(WireRequest::path)
                .containsExactly(
                        "/exchange/v1/private/create-order",
                        "/exchange/v1/private/get-order-detail");
        assertThat(Json.parse(venue.asked().getFirst().body()).orElseThrow().path("params"))
                .hasToString(
                        "{\"instrument_name\":\"BTC_USD\",\"side\":\"BUY\",\"type\":\"LIMIT\","
                                + "\"price\":\"50000.00\",\"time_in_force\":\"GOOD_TILL_CANCEL\","
                                + "\"quantity\":\"0.0010\",\"client_oid\":\"%s\"}".formatted(OURS));
    }

    @Test
    void reportsARejectionThatFollowsTheAcknowledgement() {
        venue.says(ACK).says(detail("REJECTED", "306"));
        VenueAnswer<OrderReceipt> answer =
                client.place(order(Market.DERIVATIVES, "BTCUSD-PERP", null, true));
        assertThat(fault(answer)).isEqualTo(Fault.ORDER_FUNDS);
        assertThat(venue.asked().getFirst().body()).contains("\"exec_inst\":[\"REDUCE_ONLY\"]");
    }

    @Test
    void keepsTheReceiptWhenTheLookFails() {
        venue.says(ACK).says(no(40401));
        assertThat(client.place(order(Market.SPOT, "BTC_USD", null, false)))
                .isInstanceOf(Yes.class);
    }

    @Test
    void findsAnOrderThatStandsThoughItsAnswerWasACode() {
        venue.says(400, Map.of(), no(315)).says(detail("ACTIVE", ""));
        assertThat(value(client.place(order(Market.SPOT, "BTC_USD", "1", false))).venueOrderId())
                .isEqualTo("18342311");
        venue.says(400, Map.of(), no(308)).says(no(40401));
        assertThat(fault(client.place(order(Market.SPOT, "BTC_USD", "1", false))))
                .isEqualTo(Fault.ORDER_REJECTED);
    }

    @Test
    void sendsARefusedNumberOnceMore() {
        venue.says(400, Map.of(), no(40006)).says(ACK).says(detail("NEW", ""));
        assertThat(client.place(order(Market.SPOT, "BTC_USD", null, false)))
                .isInstanceOf(Yes.class);
        JsonNode first = Json.parse(venue.asked().getFirst().body()).orElseThrow();
        JsonNode second = Json.parse(venue.asked().get(1).body()).orElseThrow();
        assertThat(second.path("nonce").asLong()).isGreaterThan(first.path("nonce").asLong());
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(second.path("params")).isEqualTo(first.path("params"));
    }

    @Test
    void tellsAMissingPermissionFromAWrongKey() {
        venue.says(401, Map.of(), no(40101)).says(BALANCE);
        assertThat(fault(client.place(order(Market.SPOT, "BTC_USD", null, false))))
                .isEqualTo(Fault.PERMISSION_DENIED);
        venue.says(401, Map.of(), no(40101)).says(401, Map.of(), no(40101));
        assertThat(fault(client.place(order(Market.SPOT, "BTC_USD", null, false))))
                .isEqualTo(Fault.AMBIGUOUS_AUTH);
    }

    @Test
    void looksIntoARefusedPing() {
        No<KeyFacts> refusal = new No<>(Fault.AMBIGUOUS_AUTH, "40101", "UNAUTHORIZED", null);
        venue.says(ACCOUNTS.formatted("")).says(BALANCE);
        assertThat(client.diagnose(refusal)).isInstanceOf(Yes.class);
        venue.says(ACCOUNTS.formatted("")).says(401, Map.of(), no(40101));
        assertThat(fault(client.diagnose(refusal))).isEqualTo(Fault.VENUE_UNAVAILABLE);
        venue.says(401, Map.of(), no(40101)).says(200, Map.of(), no(316));
        assertThat(fault(client.diagnose(refusal))).isEqualTo(Fault.READ_MISSING);
        venue.says(401, Map.of(), no(40101)).says(401, Map.of(), no(40101));
        assertThat(fault(client.diagnose(refusal))).isEqualTo(Fault.AMBIGUOUS_AUTH);
        venue.says(401, Map.of(), no(40103));
        assertThat(fault(client.diagnose(refusal))).isEqualTo(Fault.IP_NOT_ALLOWED);
    }

    @Test
    void doesNotKnowWhatBecameOfAnOrderWhenTheVenueFails() {
        venue.says(500, Map.of(), no(50001))
                .says(408, Map.of(), no(40801))
                .comesTo(new WireResult.Lost("timed out"))
                .says(408, Map.of(), no(40801));
        for (int i = 0; i < 3; i++) {
            assertThat(client.place(order(Market.SPOT, "BTC_USD", null, false)))
                    .isInstanceOf(Unknown.class);
        }
        assertThat(fault(client.balances(Market.SPOT))).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void cancelsAndFindsByEitherId() {
        venue.says("{\"code\":0}").says(ACK).says(detail("CANCELED", ""));
        var byVenue = new OrderRef(Market.SPOT, "BTC_USD", "18342311", OURS);
        var byUs = new OrderRef(Market.SPOT, "BTC_USD", null, OURS);
        assertThat(value(client.cancel(byVenue))).isEqualTo(new OrderReceipt("18342311", OURS));
        assertThat(sent().path("params").toString()).isEqualTo("{\"order_id\":\"18342311\"}");
        assertThat(value(client.cancel(byUs))).isEqualTo(new OrderReceipt("18342311", OURS));
        assertThat(sent().path("params").path("client_oid").asText()).isEqualTo(OURS);
        assertThat(value(client.order(byUs)).phase()).isEqualTo(Phase.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, OPEN",
        "PENDING, OPEN",
        "ACTIVE, OPEN",
        "FILLED, FILLED",
        "CANCELED, CANCELLED",
        "REJECTED, REJECTED",
        "EXPIRED, EXPIRED",
        "AMENDED, UNKNOWN"
    })
    void readsPhases(String status, Phase phase) {
        venue.says(detail(status, ""));
        OrderState state =
                value(client.order(new OrderRef(Market.SPOT, "BTC_USD", "18342311", null)));
        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.quantity()).isEqualByComparingTo("0.001");
        assertThat(state.averagePrice()).isEqualByComparingTo("49999.5");
        assertThat(state.ref().clientOrderId()).isEqualTo(OURS);
    }

    @Test
    void listsOpenOrders() {
        venue.says("{\"code\":0,\"result\":{\"data\":[%s]}}".formatted(row("ACTIVE", "")));
        assertThat(value(client.openOrders(Market.SPOT, "BTC_USD"))).hasSize(1);
        assertThat(sent().path("params").path("instrument_name").asText()).isEqualTo("BTC_USD");
    }

    @Test
    void readsFillsWithTheFeeAsACost() {
        venue.says(
                """
                {"code":0,"result":{"data":[{"account_id":"a","traded_quantity":"0.0100","traded_price":"51300.5","fees":"-0.0003",
                 "order_id":"19848525","trade_id":"1234","client_oid":"our-1","taker_side":"TAKER","side":"SELL",
                 "instrument_name":"BTC_USD","fee_instrument_name":"USD","create_time":1613570791058}]}}\
                """);
        assertThat(value(client.recentFills(Market.SPOT, "BTC_USD")))
                .containsExactly(
                        new Fill(
                                "1234",
                                "19848525",
                                "our-1",
                                "BTC_USD",
                                OrderRequest.Side.SELL,
                                dec("51300.5"),
                                dec("0.0100"),
                                dec("0.0003"),
                                new Asset("USD"),
                                Instant.ofEpochMilli(1613570791058L)));
    }

    @Test
    void asksForPricesAndRulesWithoutSigning() {
        venue.says(
                        """
                        {"id":-1,"method":"public/get-tickers","code":0,"result":{"data":[{"i":"BTC_USD","h":"51790.00","l":"47895.50",
                         "a":"51174.5","v":"879.5","vv":"26370000","c":"0.03","b":"51170.0","k":"51180.0","t":1613580710768}]}}\
                        """)
                .says(
                        """
                        {"code":0,"result":{"data":[{"symbol":"ETH_USD","tradable":true,"price_tick_size":"1","qty_tick_size":"1"},
                         {"symbol":"BTC_USD","inst_type":"CCY_PAIR","price_tick_size":"0.01","qty_tick_size":"0.00001","tradable":true},
                         {"symbol":"OLD_USD","price_tick_size":"1","qty_tick_size":"1","tradable":false}]}}\
                        """);
        assertThat(value(client.ticker(Market.SPOT, "BTC_USD")))
                .isEqualTo(new Ticker("BTC_USD", dec("51174.5"), dec("51170.0"), dec("51180.0")));
        assertThat(venue.lastAsked())
                .isEqualTo(
                        WireRequest.get(
                                "exchange",
                                "/exchange/v1/public/get-tickers",
                                "instrument_name=BTC_USD"));
        assertThat(value(client.instrument(Market.SPOT, "BTC_USD")))
                .isEqualTo(
                        new Instrument(
                                "BTC_USD",
                                dec("0.01"),
                                dec("0.00001"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO));
        assertThat(fault(client.instrument(Market.SPOT, "OLD_USD"))).isEqualTo(Fault.BAD_SYMBOL);
        assertThat(fault(client.instrument(Market.SPOT, "NO_USD"))).isEqualTo(Fault.BAD_SYMBOL);
    }

    @Test
    void answersEveryDocumentedCodeWithItsFault() {
        CryptoComFaults.BY_CODE.forEach(
                (code, fault) -> {
                    if (fault != Fault.NONCE
                            && fault != Fault.TIMESTAMP_SKEW
                            && fault != Fault.UNKNOWN_OUTCOME) {
                        var fresh = new ScriptedTransport();
                        fresh.says(500, Map.of(), no(Integer.parseInt(code)));
                        assertThat(fault(connect(fresh).balances(Market.SPOT)))
                                .as(code)
                                .isEqualTo(fault);
                    }
                });
        var skewed = new ScriptedTransport().says(400, Map.of(), no(40102)).says(BALANCE);
        assertThat(connect(skewed).balances(Market.SPOT)).isInstanceOf(Yes.class);
        var repeated = new ScriptedTransport().says(400, Map.of(), no(40006)).says(BALANCE);
        assertThat(connect(repeated).balances(Market.SPOT)).isInstanceOf(Yes.class);
    }

    @Test
    void survivesCodesAndShapesThatNobodyDocumented() {
        venue.says("{\"id\":1,\"code\":123456,\"message\":\"NEW_TROUBLE\",\"extra\":[1]}");
        VenueAnswer<List<Balance>> odd = client.balances(Market.SPOT);
        assertThat(fault(odd)).isEqualTo(Fault.UNRECOGNISED);
        assertThat(((No<List<Balance>>) odd).venueWords()).isEqualTo("NEW_TROUBLE");
        for (String result : List.of("null", "[]", "7", "{\"data\":[{}]}", "{\"data\":7}")) {
            var fresh = new ScriptedTransport();
            fresh.says("{\"code\":0,\"result\":%s}".formatted(result));
            VenueClient asked = connect(fresh);
            assertThat(asked.inspectKey()).as(result).isInstanceOf(No.class);
            asked.balances(Market.SPOT);
            asked.positions();
            asked.feeTier(Market.SPOT);
            assertThat(asked.place(order(Market.SPOT, "BTC_USD", null, false)))
                    .isInstanceOf(Unknown.class);
            asked.order(new OrderRef(Market.SPOT, "BTC_USD", "1", null));
            asked.openOrders(Market.SPOT, "BTC_USD");
            asked.recentFills(Market.SPOT, "BTC_USD");
            asked.ticker(Market.SPOT, "BTC_USD");
            asked.instrument(Market.SPOT, "BTC_USD");
        }
    }

    @Test
    void neverBlamesTheKeyForAPage() {
        venue.says(403, Map.of(), "<html>Forbidden</html>");
        assertThat(fault(client.inspectKey())).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void refusesClientIdsThatTheVenueDoesNotTake() {
        var tooLong =
                new OrderRequest(
                        Market.SPOT,
                        "BTC_USD",
                        OrderRequest.Side.BUY,
                        dec("1"),
                        null,
                        "a".repeat(37),
                        false);
        assertThat(fault(client.place(tooLong))).isEqualTo(Fault.BAD_REQUEST);
        assertThat(fault(client.place(order(Market.SPOT, "BTC_USD", null, true))))
                .isEqualTo(Fault.BAD_REQUEST);
        assertThat(venue.asked()).isEmpty();
    }

    private static VenueClient connect(ScriptedTransport transport) {
        return new CryptoCom()
                .connect(
                        new Credential(
                                CryptoComProfile.VENUE,
                                "exchange",
                                Map.of("api_key", Secret.of("k"), "api_secret", Secret.of("s"))),
                        transport);
    }

    private JsonNode sent() {
        return Json.parse(venue.lastAsked().body()).orElseThrow();
    }

    private static String no(int code) {
        return "{\"id\":1,\"method\":\"m\",\"code\":%d,\"message\":\"WORDS\"}".formatted(code);
    }

    private static String detail(String status, String reason) {
        return "{\"code\":0,\"result\":%s}".formatted(row(status, reason));
    }

    private static String row(String status, String reason) {
        return """
        {"account_id":"a","order_id":"18342311","client_oid":"%s","order_type":"LIMIT","time_in_force":"GOOD_TILL_CANCEL",
         "side":"BUY","exec_inst":[],"quantity":"0.001","limit_price":"50000.00","avg_price":"49999.5",
         "cumulative_quantity":"0.0005","cumulative_value":"24","status":"%s","instrument_name":"BTC_USD","reason":"%s"}\
        """
                .formatted(OURS, status, reason);
    }

    private static OrderRequest order(
            Market market, String symbol, String price, boolean reduceOnly) {
        return new OrderRequest(
                market,
                symbol,
                OrderRequest.Side.BUY,
                dec("0.0010"),
                price == null ? null : dec(price),
                OURS,
                reduceOnly);
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
}
