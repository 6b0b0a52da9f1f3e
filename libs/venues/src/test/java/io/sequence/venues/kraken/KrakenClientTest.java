package io.sequence.venues.kraken;

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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kraken's answers as its documents print them. */
class KrakenClientTest {
    private static final Credential CREDENTIAL =
            new Credential(
                    KrakenProfile.VENUE,
                    "spot",
                    Map.of(
                            "api_key", Secret.of("6705f5c311545b000157d3eb"),
                            "api_secret", Secret.of("bWFkZS11cC1zZWNyZXQtZm9yLXRlc3Rz"),
                            "passphrase", Secret.of("made-up passphrase")));

    private final ScriptedTransport venue = new ScriptedTransport();
    private final VenueClient client = new Kraken().connect(CREDENTIAL, venue);

    @Test
    void readsTheKeyOfTheDocuments() {
        venue.says(
                """
                {"error":[],"result":{"apiKeyName":"my-api-key","apiKey":"4/SDrD…","nonce":"1772627060997","nonceWindow":0,
                 "permissions":["query-funds","withdraw-funds","query-open-trades","modify-trades"],"iban":"AA88 N84G WOAK NMOI",
                 "validUntil":"0","queryFrom":"0","queryTo":"0","createdTime":"1772542900","modifiedTime":"1772543095",
                 "ipAllowlist":[],"lastUsed":"1772627061"}}\
                """);
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.rights().of(Right.READ)).isEqualTo(Grant.GRANTED);
        // Creating orders without cancelling them is not trading.
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.DENIED);
        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.DENIED);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.accountUid()).isEqualTo("AA88 N84G WOAK NMOI");
        assertThat(facts.subAccount()).isNull();
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.Never());
        assertThat(facts.createdAt()).isEqualTo(Instant.ofEpochSecond(1772542900));
        assertThat(facts.keyName()).isEqualTo("my-api-key");
    }

    @Test
    void reportsExpiryListAndLimits() {
        venue.says(
                """
                {"error":[],"result":{"permissions":["query-funds","query-open-trades","query-closed-trades",
                 "modify-trades","close-trades","add-withdraw-address"],"iban":"AA88 N84G WOAK NMOI",
                 "validUntil":"1798761600","queryFrom":"1700000000","queryTo":"0",
                 "ipAllowlist":["203.0.113.7","2001:db8::/32"],"lastUsed":null}}\
                """);
        KeyFacts facts = value(client.ping().map(pulse -> pulse.facts()));
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        assertThat(facts.expiry())
                .isEqualTo(new KeyExpiry.At(Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(facts.ipAllowList()).containsExactly("203.0.113.7", "2001:db8::/32");
        assertThat(facts.warnings())
                .anyMatch(warning -> warning.contains("withdrawal addresses"))
                .anyMatch(warning -> warning.contains("time range"));
    }

    @Test
    void translatesAssetsAndKeepsProgrammesApart() {
        venue.says(
                """
                {"error":[],"result":{"ZUSD":{"balance":"25435.21","hold_trade":"8249.76"},
                 "XXBT":{"balance":"1.2435","hold_trade":"0.8423"},"XBT.F":{"balance":"0.5","hold_trade":"0"},
                 "XXDG":{"balance":"7","hold_trade":"0"},"ZETA":{"balance":"1","hold_trade":"0"},
                 "USDT":{"balance":"10","credit":"5","credit_used":"2","hold_trade":"1"},
                 "EUR.HOLD":{"balance":"3","hold_trade":"0"},"SOL":{"balance":"0.0000","hold_trade":"0.0"}}}\
                """);
        assertThat(value(client.balances(Market.SPOT)))
                .containsExactly(
                        balance("spot", true, "USD", "25435.21", "17185.45"),
                        balance("spot", true, "BTC", "1.2435", "0.4012"),
                        balance("earn (.F)", false, "BTC", "0.5", "0.5"),
                        balance("spot", true, "DOGE", "7", "7"),
                        balance("spot", true, "ZETA", "1", "1"),
                        balance("spot", true, "USDT", "10", "12"),
                        balance("earn (.HOLD)", false, "EUR", "3", "3"));
    }

    @Test
    void readsMarginPositions() {
        venue.says(
                """
                {"error":[],"result":{"TF5GVO-T7ZZ2-6NBKBI":{"ordertxid":"OLWNFG-LLH4R-D6SFFP","posstatus":"open",
                 "pair":"XXBTZUSD","type":"sell","cost":"40000.0","fee":"1","vol":"2.0","vol_closed":"0.5",
                 "margin":"20000","value":"30000","net":"-12.5"}}}\
                """);
        assertThat(value(client.positions()))
                .containsExactly(
                        new Position(
                                "XXBTZUSD",
                                dec("-1.5"),
                                dec("20000"),
                                null,
                                dec("-12.5"),
                                dec("2")));
    }

    @Test
    void turnsPercentIntoFractions() {
        venue.says(
                """
                {"error":[],"result":{"currency":"ZUSD","volume":"0.0000",
                 "fees":{"XXBTZUSD":{"fee":"0.2600","minfee":"0.1000","tiervolume":"0.0000"}},
                 "fees_maker":{"XXBTZUSD":{"fee":"0.1600","tiervolume":"0.0000"}}}}\
                """);
        assertThat(value(client.feeTier(Market.SPOT)))
                .isEqualTo(new FeeTier("0.0000", dec("0.001600"), dec("0.002600")));
    }

    @Test
    void placesAnOrderUnderOurId() {
        venue.says(
                """
                {"error":[],"result":{"descr":{"order":"buy 0.02100000 ETHUSDT @ limit 330.00"},"txid":["OEKVV2-IH52O-TPL6GZ"]}}\
                """);
        assertThat(value(client.place(order("0.021", "330.00"))))
                .isEqualTo(new OrderReceipt("OEKVV2-IH52O-TPL6GZ", "our-1"));
        assertThat(venue.lastAsked().body())
                .matches(
                        "nonce=\\d+&pair=ETHUSDT&type=buy&ordertype=limit&price=330.00&volume=0.021&cl_ord_id=our-1");
        assertThat(venue.lastAsked().headers()).containsKey("User-Agent");
    }

    @Test
    void takesADryRunForNoReceipt() {
        venue.says(
                "{\"error\":[],\"result\":{\"descr\":{\"order\":\"buy 5000.00000000 XDGUSD @"
                        + " market\"}}}");
        assertThat(client.place(order("5000", null))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "pending, OPEN",
        "open, OPEN",
        "closed, FILLED",
        "canceled, CANCELLED",
        "expired, EXPIRED",
        "amended, UNKNOWN"
    })
    void readsPhases(String status, Phase phase) {
        venue.says("{\"error\":[],\"result\":{%s}}".formatted(row("OABC-1", status, "our-1")));
        OrderState state = value(client.order(new OrderRef(Market.SPOT, "XBTUSD", "OABC-1", null)));
        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.venuePhase()).isEqualTo(status);
        assertThat(state.averagePrice()).isEqualByComparingTo("27500.5");
        assertThat(state.ref().clientOrderId()).isEqualTo("our-1");
    }

    @Test
    void searchesOpenThenClosedOrdersForOurId() {
        venue.says("{\"error\":[],\"result\":{\"open\":{}}}")
                .says(
                        "{\"error\":[],\"result\":{\"closed\":{%s,%s},\"count\":2}}"
                                .formatted(
                                        row("OABC-2", "closed", "another"),
                                        row("OABC-1", "closed", "our-1")));
        OrderState state = value(client.order(new OrderRef(Market.SPOT, "XBTUSD", null, "our-1")));
        assertThat(state.ref().venueOrderId()).isEqualTo("OABC-1");
        assertThat(venue.asked())
                .extracting(request -> request.path())
                .containsExactly("/0/private/OpenOrders", "/0/private/ClosedOrders");
    }

    @Test
    void knowsNoOrderThatIsNeitherOpenNorClosed() {
        venue.says("{\"error\":[],\"result\":{\"open\":{}}}")
                .says("{\"error\":[],\"result\":{\"closed\":{},\"count\":0}}");
        assertThat(fault(client.order(new OrderRef(Market.SPOT, "XBTUSD", null, "our-1"))))
                .isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void findsOpenOrdersOfAPairByAnyOfItsNames() {
        String answer =
                "{\"error\":[],\"result\":{\"open\":{%s}}}"
                        .formatted(row("OABC-1", "open", "our-1"));
        for (String name : List.of("XBTUSD", "XXBTZUSD", "XBT/USD")) {
            venue.says(answer);
            assertThat(value(client.openOrders(Market.SPOT, name))).as(name).hasSize(1);
        }
        venue.says(answer);
        assertThat(value(client.openOrders(Market.SPOT, "ETHUSD"))).isEmpty();
    }

    @Test
    void cancelsAndSeesWhenThereWasNothingToCancel() {
        venue.says("{\"error\":[],\"result\":{\"count\":1,\"pending\":true}}")
                .says("{\"error\":[],\"result\":{\"count\":0}}")
                .says("{\"error\":[\"EOrder:Unknown order\"]}")
                .says("{\"error\":[],\"result\":{}}");
        OrderRef ref = new OrderRef(Market.SPOT, "XBTUSD", "OABC-1", null);
        assertThat(value(client.cancel(ref)).venueOrderId()).isEqualTo("OABC-1");
        assertThat(fault(client.cancel(ref))).isEqualTo(Fault.ORDER_NOT_FOUND);
        assertThat(fault(client.cancel(ref))).isEqualTo(Fault.ORDER_NOT_FOUND);
        assertThat(client.cancel(ref)).isInstanceOf(Unknown.class);
    }

    @Test
    void takesAFreshNonceAndAsksOnceMore() {
        venue.says("{\"error\":[\"EAPI:Invalid nonce\"]}")
                .says("{\"error\":[],\"result\":{\"txid\":[\"O-1\"]}}");
        assertThat(client.place(order("1", null))).isInstanceOf(Yes.class);
        assertThat(venue.asked()).hasSize(2).extracting(r -> r.body()).doesNotHaveDuplicates();

        venue.says("{\"error\":[\"EAPI:Invalid nonce\"]}")
                .says("{\"error\":[\"EAPI:Invalid nonce\"]}")
                .says("{\"error\":[],\"result\":{\"txid\":[\"O-2\"]}}");
        assertThat(fault(client.place(order("1", null)))).isEqualTo(Fault.NONCE);
        assertThat(venue.asked()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "EAPI:Invalid key, AMBIGUOUS_AUTH",
        "EAPI:Invalid signature, INVALID_SIGNATURE",
        "EGeneral:Temporary lockout, RATE_LIMITED",
        "EGeneral:Invalid arguments:volume, BAD_REQUEST",
        "EOrder:cl_ord_id already in use, DUPLICATE_CLIENT_ID",
        "EService:Market in cancel_only mode, VENUE_MAINTENANCE",
        "EService: Unavailable, VENUE_UNAVAILABLE",
        "EOrder:Invalid price:XXBTZUSD price can only be specified up to 1 decimals,"
                + " ORDER_REJECTED",
        "EAccount:Invalid permissions:XMR trading restricted for US:WA., REGION_RESTRICTED",
        "EQuery:Unknown asset pair, BAD_SYMBOL",
        "EWhatever:Something new, UNRECOGNISED"
    })
    void understandsErrorTexts(String text, Fault fault) {
        venue.says("{\"error\":[\"%s\"]}".formatted(text));
        VenueAnswer<List<Balance>> answer = client.balances(Market.SPOT);
        assertThat(fault(answer)).isEqualTo(fault);
        assertThat(((No<List<Balance>>) answer).venueWords()).isEqualTo(text);
    }

    @Test
    void answersEveryDocumentedTextWithItsFault() {
        KrakenFaults.BY_CODE.forEach(
                (text, fault) -> {
                    if (fault != Fault.NONCE) {
                        venue.says("{\"error\":[\"%s\"]}".formatted(text));
                        assertThat(fault(client.balances(Market.SPOT))).as(text).isEqualTo(fault);
                    }
                });
    }

    @Test
    void looksPastErrorsThatItDoesNotKnow() {
        venue.says("{\"error\":[\"EOdd:New\",\"EOrder:Insufficient funds\",\"WOrder:Odd\"]}");
        assertThat(client.place(order("1", null)))
                .isEqualTo(
                        new No<OrderReceipt>(
                                Fault.ORDER_FUNDS,
                                "EOrder:Insufficient funds",
                                "EOdd:New; EOrder:Insufficient funds",
                                null));
    }

    @Test
    void takesWarningsBesideAResultForAYes() {
        venue.says("{\"error\":[\"WGeneral:Odd\"],\"result\":{\"txid\":[\"O-1\"]}}")
                .says("{\"error\":[\"WGeneral:Odd\"]}");
        assertThat(client.place(order("1", null))).isInstanceOf(Yes.class);
        assertThat(fault(client.place(order("1", null)))).isEqualTo(Fault.UNRECOGNISED);
    }

    @Test
    void waitsAsLongAsItIsTold() {
        long until = ScriptedTransport.NOW.plusSeconds(42).getEpochSecond();
        venue.says("{\"error\":[\"EService:Throttled: %d\"]}".formatted(until))
                .says("{\"error\":[\"EGeneral:Temporary lockout\"]}");
        assertThat(((No<KeyFacts>) client.inspectKey()).retryAfter())
                .isEqualTo(Duration.ofSeconds(42));
        assertThat(((No<KeyFacts>) client.inspectKey()).retryAfter())
                .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void doubtsAMissingPermissionWhereNoneIsNeeded() {
        venue.says("{\"error\":[\"EGeneral:Permission denied\"]}")
                .says("{\"error\":[\"EGeneral:Permission denied\"]}");
        assertThat(fault(client.inspectKey())).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(fault(client.balances(Market.SPOT))).isEqualTo(Fault.PERMISSION_DENIED);
    }

    @Test
    void doesNotKnowWhatBecameOfAnOrderWhenTheVenueFails() {
        venue.says("{\"error\":[\"EService:Timeout\"]}")
                .says(520, Map.of(), "<html>cloud</html>")
                .comesTo(new WireResult.Lost("timed out"))
                .says("{\"error\":[\"EService:Timeout\"]}");
        for (int i = 0; i < 3; i++) {
            assertThat(client.place(order("1", null))).isInstanceOf(Unknown.class);
        }
        assertThat(fault(client.balances(Market.SPOT))).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void knowsThatAMarketInAnotherModeTookNoOrder() {
        venue.says("{\"error\":[\"EService:Market in cancel_only mode\"]}");
        assertThat(client.place(order("1", null))).isInstanceOf(No.class);
    }

    @Test
    void neverBlamesTheKeyForAPage() {
        venue.says(403, Map.of(), "<html>Forbidden</html>");
        assertThat(fault(client.inspectKey())).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void namesAPrivateKeyThatIsNoBase64() {
        Credential broken =
                new Credential(
                        KrakenProfile.VENUE,
                        "spot",
                        Map.of("api_key", Secret.of("k"), "api_secret", Secret.of("not base64!")));
        VenueAnswer<KeyFacts> answer = new Kraken().connect(broken, venue).inspectKey();
        assertThat(fault(answer)).isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(answer.toString()).contains("api_secret").doesNotContain("not base64!");
        assertThat(venue.asked()).isEmpty();
    }

    @Test
    void refusesDerivativesAndShapesThatNobodyDocumented() {
        assertThat(fault(client.balances(Market.DERIVATIVES))).isEqualTo(Fault.BAD_REQUEST);
        for (String result : List.of("null", "[]", "7", "{\"open\":[]}", "{\"a\":{\"b\":1}}")) {
            for (int i = 0; i < 7; i++) {
                venue.says("{\"error\":[],\"result\":%s}".formatted(result));
            }
            assertThat(client.inspectKey()).as(result).isInstanceOf(No.class);
            client.balances(Market.SPOT);
            client.positions();
            client.feeTier(Market.SPOT);
            client.place(order("1", null));
            client.order(new OrderRef(Market.SPOT, "XBTUSD", "1", null));
            client.openOrders(Market.SPOT, "XBTUSD");
        }
    }

    private static String row(String id, String status, String clientOrderId) {
        return """
        "%s":{"refid":null,"userref":null,"cl_ord_id":"%s","status":"%s","opentm":1688666559.8974,
        "descr":{"pair":"XBTUSD","type":"buy","ordertype":"limit","price":"27500.5"},
        "vol":"1.25000000","vol_exec":"0.37500000","cost":"10312.6","fee":"0.1","price":"27500.5"}\
        """
                .formatted(id, clientOrderId, status);
    }

    private static Balance balance(
            String wallet, boolean trades, String asset, String total, String available) {
        return new Balance(wallet, trades, new Asset(asset), dec(total), dec(available));
    }

    private static OrderRequest order(String size, String price) {
        return new OrderRequest(
                Market.SPOT,
                "ETHUSDT",
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

    @Test
    void tellsExecutionsOfThePairTheLatestFirst() {
        venue.says(
                """
                {"error":[],"result":{"count":3,"trades":{
                  "T-OLD":{"ordertxid":"O-1","pair":"XXBTZUSD","time":1688667796.8802,"type":"buy",
                    "ordertype":"limit","price":"30010.0","cost":"600.2","fee":"0.0","vol":"0.02"},
                  "T-ELSE":{"ordertxid":"O-2","pair":"XETHZUSD","time":1688667797.1,"type":"buy",
                    "price":"1","fee":"0","vol":"1"},
                  "T-NEW":{"ordertxid":"O-3","pair":"XXBTZUSD","time":1688667798.5,"type":"sell",
                    "price":"30020.0","cost":"1","fee":"0.5","vol":"0.01","cl_ord_id":"ours"}}}}\
                """);

        var fills = value(client.recentFills(Market.SPOT, "XBTUSD"));

        assertThat(fills).extracting(Fill::fillId).containsExactly("T-NEW", "T-OLD");
        assertThat(fills.getFirst())
                .isEqualTo(
                        new Fill(
                                "T-NEW",
                                "O-3",
                                "ours",
                                "XXBTZUSD",
                                Side.SELL,
                                new BigDecimal("30020.0"),
                                new BigDecimal("0.01"),
                                new BigDecimal("0.5"),
                                null,
                                Instant.ofEpochMilli(1688667798500L)));
        assertThat(venue.lastAsked()).hasToString("POST spot /0/private/TradesHistory");
    }

    @Test
    void readsAPriceWithoutSigning() {
        venue.says(
                """
                {"error":[],"result":{"XXBTZUSD":{"a":["30300.10000","1","1.000"],
                  "b":["30300.00000","1","1.000"],"c":["30303.20000","0.00067643"]}}}\
                """);

        assertThat(value(client.ticker(Market.SPOT, "XBTUSD")))
                .isEqualTo(
                        new Ticker(
                                "XBTUSD",
                                new BigDecimal("30303.20000"),
                                new BigDecimal("30300.00000"),
                                new BigDecimal("30300.10000")));
        assertThat(venue.lastAsked().headers()).isEmpty();
        assertThat(venue.lastAsked()).hasToString("GET spot /0/public/Ticker");
    }

    @Test
    void readsTheStepsOfAPair() {
        venue.says(
                """
                {"error":[],"result":{"XXBTZUSD":{"altname":"XBTUSD","pair_decimals":1,
                  "cost_decimals":5,"lot_decimals":8,"ordermin":"0.0001","costmin":"0.5",
                  "tick_size":"0.1","status":"online"}}}\
                """);

        assertThat(value(client.instrument(Market.SPOT, "XBTUSD")))
                .isEqualTo(
                        new Instrument(
                                "XBTUSD",
                                new BigDecimal("0.1"),
                                new BigDecimal("0.00000001"),
                                new BigDecimal("0.0001"),
                                new BigDecimal("0.5")));
    }

    @Test
    void hasNoPricesOfDerivatives() {
        assertThat(client.ticker(Market.DERIVATIVES, "PF_XBTUSD")).isInstanceOf(No.class);
        assertThat(venue.asked()).isEmpty();
    }
}
