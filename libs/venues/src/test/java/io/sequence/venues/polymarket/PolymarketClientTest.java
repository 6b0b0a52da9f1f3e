package io.sequence.venues.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.CallClass;
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
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Polymarket's answers as its documents print them. */
class PolymarketClientTest {
    /** A development key that everybody knows. */
    private static final String KEY =
            "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    private static final String SIGNER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    private static final String FUNDER = "0x1111111111111111111111111111111111111111";
    private static final String YES_TOKEN = "7132104567925221259462638553270691275033";
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String DERIVED =
            "{\"apiKey\":\"019894b9-cb40-79c4-b2bd-6aecb6f8c6c5\",\"secret\":\"-_8AAAAAAAAAAAAA\","
                    + "\"passphrase\":\"0b1e3a5c7d9f\"}";
    private static final String MARKET =
            """
            {"conditionId":"0xc8f1","slug":"btc-100k","outcomes":"[\\"Yes\\", \\"No\\"]",
             "clobTokenIds":"[\\"7132104567925221259462638553270691275033\\", \\"1234567890123\\"]","negRisk":true,
             "orderPriceMinTickSize":0.01,"orderMinSize":5,"acceptingOrders":true}\
            """;
    private static final String BOOK =
            """
            {"bids":[{"price":"0.40","size":"10"},{"price":"0.44","size":"5"}],
             "asks":[{"price":"0.60","size":"100"},{"price":"0.50","size":"3"},{"price":"0.46","size":"4"}]}\
            """;
    private static final String CASH =
            "{\"balance\":\"8992211\",\"allowances\":{\"0xE111\":\"115792089237316195423570985008687907853\"}}";

    private final ScriptedTransport venue = new ScriptedTransport();
    private final Venue polymarket = new Polymarket();

    private VenueClient client(String... more) {
        var fields = new HashMap<String, Secret>();
        fields.put("signer_private_key", Secret.of(KEY));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], Secret.of(more[i + 1]));
        }
        return polymarket.connect(new Credential(PolymarketProfile.VENUE, "clob", fields), venue);
    }

    /** With L2 keys of its own, so that nothing is derived. */
    private VenueClient keyed() {
        return client("api_key", "k", "api_secret", "AAAA", "passphrase", "p");
    }

    @Test
    void derivesKeysOnceAndTellsWhatAWalletMayDo() {
        venue.says(DERIVED)
                .says("{\"apiKeys\":[\"019894b9-cb40-79c4-b2bd-6aecb6f8c6c5\"]}")
                .says("{\"closed_only\":false}")
                .says(CASH)
                .says("{\"apiKeys\":[]}");

        KeyFacts facts = value(client().inspectKey());

        assertThat(facts.rights().of(Right.READ)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.accountUid()).isEqualTo(SIGNER.toLowerCase(Locale.ROOT));
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(venue.asked().get(0).path()).isEqualTo("/auth/derive-api-key");
        assertThat(venue.asked().get(0).headers())
                .containsEntry("POLY_ADDRESS", SIGNER)
                .containsEntry("POLY_NONCE", "0");
        assertThat(venue.asked().get(1).headers())
                .containsEntry("POLY_API_KEY", "019894b9-cb40-79c4-b2bd-6aecb6f8c6c5");
        assertThat(venue.asked().get(3).query())
                .isEqualTo("asset_type=COLLATERAL&signature_type=0");

        value(client().ping());
        assertThat(venue.asked()).as("another client derives nothing").hasSize(5);
        assertThat(PolymarketProfile.PROFILE.rightsNotReported())
                .containsOnlyKeys(Right.WITHDRAW, Right.TRANSFER);
    }

    @Test
    void makesTheFirstKeysOfAWallet() {
        venue.says(400, Map.of(), "{\"error\":\"Could not derive api key!\"}")
                .says(DERIVED)
                .says("{\"apiKeys\":[]}");

        value(client().ping());

        assertThat(venue.asked().get(1).method()).isEqualTo("POST");
        assertThat(venue.asked().get(1).path()).isEqualTo("/auth/api-key");
    }

    @Test
    void derivesOnceMoreWhenKeysAreRefused() {
        venue.says(DERIVED)
                .says(401, Map.of(), "{\"error\":\"Unauthorized/Invalid api key\"}")
                .says(DERIVED)
                .says("{\"apiKeys\":[]}");
        value(client().ping());

        venue.says(401, Map.of(), "{\"error\":\"Unauthorized/Invalid api key\"}")
                .says(DERIVED)
                .says(401, Map.of(), "{\"error\":\"Unauthorized/Invalid api key\"}");
        assertThat(refusal(client().ping()).fault()).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(venue.asked()).hasSize(7);
    }

    @Test
    void saysInTheDocumentedWordsThatTheSignerIsMissing() {
        var fields =
                Map.of(
                        "api_key", Secret.of("k"),
                        "api_secret", Secret.of("AAAA"),
                        "passphrase", Secret.of("p"));
        VenueClient client =
                polymarket.connect(new Credential(PolymarketProfile.VENUE, "clob", fields), venue);

        for (VenueAnswer<?> answer : List.of(client.inspectKey(), client.place(buy("5", "0.5")))) {
            assertThat(refusal(answer).venueWords())
                    .contains(
                            "Polymarket orders require signer material in"
                                    + " credentials.extra_json.signer_private_key");
        }
        assertThat(venue.asked()).isEmpty();
    }

    @Test
    void readsTheFieldsOfExtraJson() {
        var fields =
                Map.of(
                        "api_key",
                        Secret.of(""),
                        "api_secret",
                        Secret.of(""),
                        "extra_json",
                        Secret.of(
                                "{\"signer_private_key\":\""
                                        + KEY
                                        + "\",\"proxy_address\":\""
                                        + FUNDER
                                        + "\",\"signature_type\":1}"));
        venue.says(DERIVED).says(CASH);
        VenueClient client =
                polymarket.connect(new Credential(PolymarketProfile.VENUE, "clob", fields), venue);

        value(client.balances(Market.SPOT));

        assertThat(venue.lastAsked().query()).endsWith("signature_type=1");
    }

    @Test
    void findsTheTypeOfAWalletThatHoldsTheMoney() {
        venue.says(DERIVED)
                .says("{\"balance\":\"0\",\"allowances\":{}}")
                .says("{\"balance\":\"5\",\"allowances\":{}}")
                .says(CASH);

        assertThat(value(client("proxy_address", FUNDER).balances(Market.SPOT)))
                .containsExactly(
                        new Balance(
                                "collateral",
                                true,
                                new Asset("PUSD"),
                                new BigDecimal("8.992211"),
                                new BigDecimal("8.992211")));
        assertThat(venue.lastAsked().query()).endsWith("signature_type=2");
    }

    @Test
    void knowsAnAccountThatMayOnlyClose() {
        venue.says("{\"apiKeys\":[]}").says("{\"closed_only\":true}").says(CASH);
        assertThat(value(keyed().inspectKey()).rights().of(Right.TRADE_SPOT))
                .isEqualTo(Grant.DENIED);
    }

    @Test
    void readsPositionsOfTheFunder() {
        venue.says(
                """
                [{"proxyWallet":"0x5668","asset":"71321","size":150.5,"avgPrice":0.55,"initialValue":82.775,
                  "cashPnl":7.525,"curPrice":0.6,"slug":"btc-100k","outcome":"Yes"}]\
                """);
        assertThat(value(client("proxy_address", FUNDER, "signature_type", "2").positions()))
                .containsExactly(
                        new Position(
                                "71321",
                                new BigDecimal("150.5"),
                                new BigDecimal("0.55"),
                                new BigDecimal("0.6"),
                                new BigDecimal("7.525"),
                                null));
        assertThat(venue.lastAsked().host()).isEqualTo("data");
        assertThat(venue.lastAsked().query()).isEqualTo("user=" + FUNDER + "&sizeThreshold=0");
    }

    @Test
    void placesALimitOrderUnderAnIdKnownBeforehand() {
        venue.says(MARKET)
                .says("{\"version\":2}")
                .says(
                        "{\"success\":true,\"errorMsg\":\"\",\"orderID\":\"0xab\",\"status\":\"live\"}");

        OrderReceipt receipt = value(keyed().place(buy("10", "0.56")));

        assertThat(receipt).isEqualTo(new OrderReceipt("0xab", ID));
        assertThat(venue.asked().getFirst().host()).isEqualTo("gamma");
        assertThat(venue.asked().getFirst().path()).isEqualTo("/markets/slug/btc-100k");
        assertThat(venue.asked().getFirst().headers()).isEmpty();
        JsonNode sent = Json.parse(venue.lastAsked().body()).orElseThrow();
        JsonNode order = sent.path("order");
        assertThat(order.path("tokenId").asText()).isEqualTo(YES_TOKEN);
        assertThat(order.path("makerAmount").asText()).isEqualTo("5600000");
        assertThat(order.path("takerAmount").asText()).isEqualTo("10000000");
        assertThat(order.path("maker").asText()).isEqualTo(SIGNER);
        assertThat(order.path("salt").asLong()).isPositive().isLessThan(1L << 53);
        assertThat(order.path("signature").asText()).hasSize(132);
        assertThat(sent.path("orderType").asText()).isEqualTo("GTC");
        assertThat(sent.path("owner").asText()).isEqualTo("k");
        assertThat(sent.has("negRisk") || sent.has("version")).isFalse();
    }

    @Test
    void looksALostOrderUpAndPostsItAgainAsTheSame() {
        venue.says(MARKET)
                .says("{\"version\":2}")
                .comesTo(new WireResult.Lost("no answer: time-out"))
                .says(404, Map.of(), "{\"error\":\"order not found\"}")
                .says(MARKET)
                .says(400, Map.of(), "{\"error\":\"order 0x01 is invalid. Duplicated.\"}")
                .says(state("LIVE", "0"));
        OrderRequest order = buy("10", "0.56");

        assertThat(keyed().place(order)).isInstanceOf(Unknown.class);
        String looked = venue.lastAsked().path();
        String first = venue.asked().get(2).body();
        assertThat(refusal(keyed().place(order)).fault()).isEqualTo(Fault.DUPLICATE_CLIENT_ID);
        assertThat(venue.lastAsked().body()).isEqualTo(first);
        OrderState found = value(keyed().order(new OrderRef(Market.SPOT, "btc-100k", null, ID)));
        assertThat(venue.lastAsked().path()).isEqualTo(looked);
        assertThat(found.phase()).isEqualTo(Phase.OPEN);
        assertThat(found.ref().clientOrderId()).isEqualTo(ID);
    }

    @Test
    void findsALostOrderThatArrived() {
        OrderRequest order = buy("10", "0.56");
        var share = new PolymarketShare(YES_TOKEN, true, new BigDecimal("0.01"), BigDecimal.ONE);
        String expected =
                PolymarketTypedData.orderId(
                        PolymarketOrders.unsigned(
                                new PolymarketWallet(SIGNER, SIGNER, 0),
                                share,
                                Side.BUY,
                                PolymarketTerms.limit(order, new BigDecimal("0.56")),
                                PolymarketOrders.salt(ID),
                                ScriptedTransport.NOW.toEpochMilli()),
                        PolymarketExchange.of(2, true));
        venue.says(MARKET)
                .says("{\"version\":2}")
                .comesTo(new WireResult.Lost("no answer: time-out"))
                .says("{\"id\":\"" + expected + "\"}");
        assertThat(value(keyed().place(order))).isEqualTo(new OrderReceipt(expected, ID));
        assertThat(venue.lastAsked().path()).isEqualTo("/data/order/" + expected);
    }

    @Test
    void signsAgainWhenTheVersionIsANewOne() {
        venue.says(MARKET)
                .says("{\"version\":2}")
                .says(400, Map.of(), "{\"error\":\"order_version_mismatch\"}")
                .says("{\"version\":3}")
                .says("{\"success\":true,\"orderID\":\"0xab\"}");

        value(keyed().place(buy("10", "0.56")));

        assertThat(venue.lastAsked().body()).isNotEqualTo(venue.asked().get(2).body());
    }

    @ParameterizedTest
    @CsvSource({"10, 0.555", "10, 0", "10, 1", "10.001, 0.5"})
    void sendsNothingThatTheVenueMustRefuse(String quantity, String price) {
        venue.says(MARKET);
        assertThat(refusal(keyed().place(buy(quantity, price))).fault())
                .isEqualTo(Fault.BAD_REQUEST);
        assertThat(venue.asked()).hasSize(1);
    }

    @Test
    void takesWhatTheBookHoldsForAMarketOrder() {
        venue.says(MARKET)
                .says(BOOK)
                .says("{\"version\":2}")
                .says("{\"success\":true,\"orderID\":\"0xab\",\"status\":\"matched\"}");

        value(keyed().place(buy("6", null)));

        JsonNode sent = Json.parse(venue.lastAsked().body()).orElseThrow();
        // Four at 0.46 and two at 0.50 come to 2.84; at no more than 0.50 that is 5.68 at least.
        assertThat(sent.path("order").path("makerAmount").asText()).isEqualTo("2840000");
        assertThat(sent.path("order").path("takerAmount").asText()).isEqualTo("5680000");
        assertThat(sent.path("orderType").asText()).isEqualTo("FAK");
    }

    @Test
    void asksForAChoiceAmongAnEventsMarkets() {
        venue.says("{\"markets\":[{\"slug\":\"cut\"},{\"slug\":\"no-change\"}]}");
        No<?> no =
                refusal(
                        keyed().instrument(
                                        Market.SPOT,
                                        "https://polymarket.com/event/fed-decision?tid=1"));
        assertThat(no.fault()).isEqualTo(Fault.BAD_SYMBOL);
        assertThat(no.venueWords()).contains("cut, no-change");
        assertThat(venue.lastAsked().path()).isEqualTo("/events/slug/fed-decision");
    }

    @Test
    void tellsTheRulesAndThePrices() {
        venue.says("[" + MARKET + "]");
        assertThat(value(keyed().instrument(Market.SPOT, "1234567890123")))
                .isEqualTo(
                        new Instrument(
                                "1234567890123",
                                new BigDecimal("0.01"),
                                new BigDecimal("0.01"),
                                new BigDecimal("5"),
                                BigDecimal.ZERO));
        assertThat(venue.lastAsked().query()).isEqualTo("clob_token_ids=1234567890123");

        var prices = new ScriptedTransport();
        prices.says(MARKET).says("{\"price\":\"0.45\",\"side\":\"BUY\"}").says(BOOK);
        VenueClient client =
                polymarket.connect(
                        new Credential(
                                PolymarketProfile.VENUE,
                                "clob",
                                Map.of("signer_private_key", Secret.of(KEY))),
                        prices);
        assertThat(value(client.ticker(Market.SPOT, "btc-100k:no")))
                .isEqualTo(
                        new Ticker(
                                "btc-100k:no",
                                new BigDecimal("0.45"),
                                new BigDecimal("0.44"),
                                new BigDecimal("0.46")));
        assertThat(prices.lastAsked().query()).isEqualTo("token_id=1234567890123");
    }

    @Test
    void knowsNoSuchMarketAndNoSuchOutcome() {
        venue.says(404, Map.of(), "{\"type\":\"not found error\",\"error\":\"slug not found\"}")
                .says(MARKET);
        assertThat(refusal(keyed().instrument(Market.SPOT, "nope")).fault())
                .isEqualTo(Fault.BAD_SYMBOL);
        assertThat(refusal(keyed().instrument(Market.SPOT, "btc-100k:maybe")).fault())
                .isEqualTo(Fault.BAD_SYMBOL);
    }

    @Test
    void cancelsAndTellsAnOrderThatIsGone() {
        venue.says("{\"canceled\":[\"0xab\"],\"not_canceled\":{}}")
                .says(
                        "{\"canceled\":[],\"not_canceled\":{\"0xab\":\"already canceled or"
                                + " matched\"}}");
        OrderRef ref = new OrderRef(Market.SPOT, "btc-100k", "0xab", null);

        value(keyed().cancel(ref));
        assertThat(venue.lastAsked().method()).isEqualTo("DELETE");
        assertThat(venue.lastAsked().body()).isEqualTo("{\"orderID\":\"0xab\"}");
        assertThat(refusal(keyed().cancel(ref)).fault()).isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void knowsThatThereIsNoSuchOrder() {
        venue.says(404, Map.of(), "{\"error\":\"no such thing\"}").says("null");
        OrderRef ref = new OrderRef(Market.SPOT, "btc-100k", "0xab", null);
        assertThat(refusal(keyed().order(ref)).fault()).isEqualTo(Fault.ORDER_NOT_FOUND);
        assertThat(refusal(keyed().order(ref)).fault()).isEqualTo(Fault.ORDER_NOT_FOUND);
        assertThat(refusal(keyed().order(new OrderRef(Market.SPOT, "x", null, ID))).fault())
                .isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void averagesAnOrderByItsTrades() {
        venue.says(state("MATCHED", "10"))
                .says(MARKET)
                .says(
                        """
                        {"data":[{"id":"t1","taker_order_id":"0xab","asset_id":"1","side":"BUY","size":"4","price":"0.5",
                          "fee_rate_bps":"1000","status":"CONFIRMED","match_time":"1763683200","trader_side":"TAKER"},
                         {"id":"t2","taker_order_id":"0xff","asset_id":"1","side":"SELL","size":"50","price":"0.6","status":"MINED",
                          "match_time":"1763683201","trader_side":"MAKER","maker_orders":[
                          {"order_id":"0xab","maker_address":"0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266","matched_amount":"6",
                           "price":"0.6","side":"BUY"},{"order_id":"0xcc","maker_address":"0x01","matched_amount":"44"}]},
                         {"id":"t3","taker_order_id":"0xab","status":"FAILED"}],"next_cursor":"LTE="}\
                        """);

        OrderState order =
                value(keyed().order(new OrderRef(Market.SPOT, "btc-100k", "0xab", null)));
        assertThat(order.phase()).isEqualTo(Phase.FILLED);
        assertThat(order.averagePrice()).isEqualByComparingTo("0.56");

        var fresh = new PolymarketClientTest();
        fresh.venue.says(MARKET).comesTo(lastAnswer());
        List<Fill> fills = value(fresh.keyed().recentFills(Market.SPOT, "btc-100k"));
        assertThat(fills).hasSize(2);
        assertThat(fills.getFirst().fee()).isEqualByComparingTo("0.1");
        assertThat(fills.getLast().fillId()).isEqualTo("t2:0xab");
        assertThat(fills.getLast().fee()).isEqualByComparingTo("0");
        assertThat(fills.getLast().at()).isEqualTo(Instant.ofEpochSecond(1763683201));
    }

    private WireResult lastAnswer() {
        return venue.exchange(PolymarketProfile.VENUE, venue.lastAsked(), CallClass.ORDER);
    }

    @Test
    void listsOpenOrdersPageByPage() {
        String row = state("LIVE", "2.5");
        venue.says(MARKET)
                .says("{\"data\":[" + row + "],\"next_cursor\":\"MQ==\"}")
                .says("{\"data\":[" + row + "],\"next_cursor\":\"LTE=\"}");

        List<OrderState> open = value(keyed().openOrders(Market.SPOT, "btc-100k"));

        assertThat(open).hasSize(2);
        assertThat(open.getFirst().filled()).isEqualByComparingTo("2.5");
        assertThat(venue.lastAsked().query())
                .isEqualTo("asset_id=" + YES_TOKEN + "&next_cursor=MQ%3D%3D");
    }

    @Test
    void takesTheTimeOfAnOrderFromItsId() {
        Instant now = Instant.ofEpochMilli(0x019894b9cb40L + 1000);
        assertThat(PolymarketOrders.timestamp("019894b9cb4079c4b2bd6aecb6f8c6c5", now))
                .isEqualTo(0x019894b9cb40L);
        assertThat(PolymarketOrders.timestamp(ID, now)).isEqualTo(now.toEpochMilli());
        assertThat(PolymarketOrders.salt(ID))
                .isEqualTo(PolymarketOrders.salt(ID))
                .isBetween(1L, (1L << 53) - 1);
    }

    private static String state(String status, String matched) {
        return "{\"id\":\"0xab\",\"status\":\""
                + status
                + "\",\"market\":\"0xc8f1\",\"asset_id\":\"1\",\"side\":\"BUY\",\"original_size\":\"10\","
                + "\"size_matched\":\""
                + matched
                + "\",\"price\":\"0.56\"}";
    }

    private static OrderRequest buy(String quantity, @Nullable String price) {
        return new OrderRequest(
                Market.SPOT,
                "btc-100k",
                Side.BUY,
                new BigDecimal(quantity),
                price == null ? null : new BigDecimal(price),
                ID,
                false);
    }

    private static <T> T value(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<T>) answer).value();
    }

    private static <T> No<T> refusal(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(No.class);
        return (No<T>) answer;
    }
}
