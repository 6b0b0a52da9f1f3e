package io.sequence.venues.bitmart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.Position;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as BitMart's documents print them, and the stages of its end. */
class BitMartClientTest {
    private static final String DOCUMENTED =
            """
            INVALID_KEY 30001 30002
            ACCOUNT_LOCKED 30003 60028 60029
            INVALID_SIGNATURE 30004 30005
            TIMESTAMP_SKEW 30006 30007 30008
            IP_NOT_ALLOWED 30010
            KEY_EXPIRED 30011
            PERMISSION_DENIED 30012 30019 60021 60022 60026 60027
            BAD_REQUEST 30000 30018 50037 50038 40048 40049
            BAD_SYMBOL 40034
            RATE_LIMITED 30013 http:429
            IP_BANNED 30017 http:418
            VENUE_UNAVAILABLE 30014 50022 40012
            VENUE_MAINTENANCE 30016
            ORDER_NOT_FOUND 50005 50030 50032 40035 40037
            ORDER_FUNDS 50020 60008 61001 40027 42000
            DUPLICATE_CLIENT_ID 40050
            """;
    private static final String NO_SUCH_ORDER =
            "{\"message\":\"order not found\",\"code\":50005,\"trace\":\"t\",\"data\":{}}";
    private static final String TAKEN = data("{\"order_id\":\"1223181\"}");

    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client = client(BitMartStage.ACTIVE);

    private VenueClient client(BitMartStage stage) {
        return new BitMart(Optional.ofNullable(stage))
                .connect(credential(Map.of("memo", Secret.of("memo"))), transport);
    }

    private static Credential credential(Map<String, Secret> more) {
        var fields = new java.util.HashMap<>(more);
        fields.put("api_key", Secret.of("key"));
        fields.put("api_secret", Secret.of("secret"));
        return new Credential(BitMartProfile.VENUE, "cloud", fields);
    }

    private static String data(String data) {
        return "{\"message\":\"OK\",\"code\":1000,\"trace\":\"t\",\"data\":" + data + "}";
    }

    private static <T> T yes(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<T>) answer).value();
    }

    private static Fault no(VenueAnswer<?> answer) {
        assertThat(answer).isInstanceOf(No.class);
        return ((No<?>) answer).fault();
    }

    static Stream<Arguments> documented() {
        return DOCUMENTED
                .lines()
                .map(line -> line.split(" "))
                .flatMap(
                        row ->
                                Arrays.stream(row)
                                        .skip(1)
                                        .map(code -> Arguments.of(code, Fault.valueOf(row[0]))));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("documented")
    void knowsEveryDocumentedRefusal(String code, Fault fault) {
        if (code.startsWith("http:")) {
            transport.says(Integer.parseInt(code.substring(5)), Map.of(), "<html>slow</html>");
        } else {
            transport.says("{\"message\":\"its words\",\"code\":" + code + ",\"data\":{}}");
        }

        assertThat(client.inspectKey())
                .isInstanceOfSatisfying(
                        No.class,
                        no -> {
                            assertThat(no.fault()).isEqualTo(fault);
                            assertThat(no.venueCode()).isEqualTo(code);
                        });
    }

    @Test
    void hasNoRowBeyondTheDocuments() {
        assertThat(BitMartProfile.PROFILE.faultsByCode().keySet())
                .isEqualTo(documented().map(row -> row.get()[0]).collect(Collectors.toSet()));
    }

    @Test
    void saysThatASecretOrAMemoMayBeWrong() {
        transport.says(401, Map.of(), "{\"message\":\"Header X-BM-SIGN is wrong\",\"code\":30005}");

        assertThat(client.inspectKey())
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.venueWords()).contains("memo"));
    }

    @Test
    void provesRightsWithAnOrderThatCannotExist() {
        transport
                .says(data("[]"))
                .says(400, Map.of(), NO_SUCH_ORDER)
                .says("{\"message\":\"no permission\",\"code\":30019,\"data\":{}}");

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants())
                .containsEntry(Right.READ, Grant.GRANTED)
                .containsEntry(Right.TRADE_SPOT, Grant.GRANTED)
                .containsEntry(Right.TRADE_DERIVATIVES, Grant.DENIED)
                .containsEntry(Right.WITHDRAW, Grant.UNKNOWN)
                .containsEntry(Right.TRANSFER, Grant.UNKNOWN);
        assertThat(KeyFacts.namesAccount(facts.accountUid())).isFalse();
        assertThat(facts.subAccount()).isNull();
        assertThat(facts.warnings()).anyMatch(one -> one.contains("31 January 2027"));
        assertThat(transport.asked())
                .extracting(WireRequest::host, WireRequest::path, WireRequest::body)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "cloud", "/spot/v4/query/open-orders", "{}"),
                        org.assertj.core.groups.Tuple.tuple(
                                "cloud",
                                "/spot/v3/cancel_order",
                                "{\"symbol\":\"BTC_USDT\",\"order_id\":\"0\"}"),
                        org.assertj.core.groups.Tuple.tuple(
                                "futures",
                                "/contract/private/cancel-order",
                                "{\"symbol\":\"BTCUSDT\",\"order_id\":\"0\"}"));
    }

    @ParameterizedTest
    @CsvSource({"30013, 429", "50022, 400", "1000, 200", "77777, 400"})
    void doesNotKnowARightThatTheProbeDidNotTell(String code, int status) {
        transport
                .says(data("[]"))
                .says(status, Map.of(), "{\"message\":\"?\",\"code\":" + code + ",\"data\":{}}");

        assertThat(yes(client.inspectKey()).rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.UNKNOWN);
    }

    @Test
    void provesTheKeyBySigning() {
        transport.says(data("[]"));

        yes(client.ping());

        assertThat(transport.lastAsked().headers()).containsKey("X-BM-SIGN");
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void findsTheMemoUnderItsOtherNames() {
        var request = WireRequest.post("cloud", "/spot/v4/query/open-orders", "{}");
        var signer = new BitMartSigner();
        WireRequest wanted =
                signer.sign(
                        request,
                        credential(Map.of("memo", Secret.of("m"), "passphrase", Secret.of("x"))),
                        ScriptedTransport.NOW,
                        0);

        assertThat(
                        Stream.of(
                                Map.of("passphrase", Secret.of("m")),
                                Map.of("memo", Secret.of(""), "passphrase", Secret.of("m")),
                                Map.of("extra_json", Secret.of("{\"memo\":\"m\"}"))))
                .allSatisfy(
                        fields ->
                                assertThat(
                                                signer.sign(
                                                        request,
                                                        credential(fields),
                                                        ScriptedTransport.NOW,
                                                        0))
                                        .isEqualTo(wanted));
        assertThatThrownBy(
                        () -> signer.sign(request, credential(Map.of()), ScriptedTransport.NOW, 0))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessage("memo: is missing");
    }

    @Test
    void readsBothWallets() {
        transport
                .says(
                        data(
                                """
                                [{"currency":"USDT","position_deposit":"1","frozen_balance":"1",
                                  "available_balance":"8","equity":"10","unrealized":"0"}]
                                """))
                .says(
                        data(
                                """
                                {"wallet":[{"id":"BTC","name":"Bitcoin","available":"2","frozen":"0.5"},
                                           {"id":"X","available":"0","frozen":"0"}]}
                                """));

        assertThat(yes(client.balances(Market.DERIVATIVES)))
                .containsExactly(
                        new Balance(
                                "futures",
                                true,
                                new Asset("USDT"),
                                new BigDecimal("10"),
                                new BigDecimal("8")),
                        new Balance(
                                "spot",
                                false,
                                new Asset("BTC"),
                                new BigDecimal("2.5"),
                                new BigDecimal("2")));
    }

    @Test
    void readsPositionsOfEitherSide() {
        transport.says(
                data(
                        """
                        [{"symbol":"BTCUSDT","position_side":"short","current_amount":"5",
                          "entry_price":"60000","unrealized_value":"-1","leverage":"10"},
                         {"symbol":"ETHUSDT","position_type":1,"current_amount":"2","entry_price":"3"},
                         {"symbol":"XRPUSDT","position_side":"long","current_amount":"0"}]
                        """));

        assertThat(yes(client.positions()))
                .extracting(Position::size)
                .containsExactly(new BigDecimal("-5"), new BigDecimal("2"));
    }

    @Test
    void readsTheFeesOfClassA() {
        transport.says(
                data(
                        """
                        {"user_rate_type":0,"level":"LV1","taker_fee_rate_A":"0.0025",
                         "maker_fee_rate_A":"0.0020"}
                        """));

        assertThat(yes(client.feeTier(Market.SPOT)))
                .isEqualTo(new FeeTier("LV1", new BigDecimal("0.0020"), new BigDecimal("0.0025")));
    }

    private static OrderRequest order(
            Market market, Side side, String quantity, String price, boolean reduceOnly) {
        return new OrderRequest(
                market,
                market == Market.SPOT ? "BTC_USDT" : "BTCUSDT",
                side,
                new BigDecimal(quantity),
                price == null ? null : new BigDecimal(price),
                "ours1",
                reduceOnly);
    }

    @Test
    void placesASpotOrder() {
        transport.says(TAKEN);

        assertThat(yes(client.place(order(Market.SPOT, Side.SELL, "1E-8", "25000.5", false))))
                .isEqualTo(new OrderReceipt("1223181", "ours1"));
        assertThat(transport.lastAsked().body())
                .isEqualTo(
                        "{\"symbol\":\"BTC_USDT\",\"side\":\"sell\",\"type\":\"limit\","
                                + "\"client_order_id\":\"ours1\",\"size\":\"0.00000001\","
                                + "\"price\":\"25000.5\"}");
    }

    @Test
    void buysExactlyTheQuantityAtMarket() {
        transport
                .says(
                        data(
                                """
                                {"symbols":[{"symbol":"ETH_USDT"},{"symbol":"BTC_USDT",
                                  "quote_increment":"0.00001","base_min_size":"0.0001",
                                  "price_max_precision":1,"min_buy_amount":"5"}]}
                                """))
                .says(
                        data(
                                "{\"symbol\":\"BTC_USDT\",\"last\":\"100\",\"bid_px\":\"99\",\"ask_px\":\"100.07\"}"))
                .says(TAKEN);

        yes(client.place(order(Market.SPOT, Side.BUY, "0.5", null, false)));

        assertThat(transport.lastAsked().body())
                .contains("\"type\":\"ioc\"", "\"size\":\"0.5\"", "\"price\":\"101.0\"");
    }

    @ParameterizedTest
    @CsvSource({"BUY, false, 1", "BUY, true, 2", "SELL, true, 3", "SELL, false, 4"})
    void placesAFuturesOrderInWholeContracts(Side side, boolean reduceOnly, int number) {
        transport.says(data("{\"order_id\":231116359426639,\"price\":\"market price\"}"));

        OrderReceipt receipt =
                yes(client.place(order(Market.DERIVATIVES, side, "1E1", null, reduceOnly)));

        assertThat(receipt.venueOrderId()).isEqualTo("231116359426639");
        assertThat(transport.lastAsked().host()).isEqualTo("futures");
        assertThat(transport.lastAsked().body())
                .contains("\"side\":" + number + ",", "\"size\":10,", "\"type\":\"market\"");
    }

    @Test
    void refusesPartsOfAContractWithoutSendingThem() {
        assertThat(no(client.place(order(Market.DERIVATIVES, Side.BUY, "0.5", null, false))))
                .isEqualTo(Fault.BAD_REQUEST);
        assertThat(transport.asked()).isEmpty();
    }

    @Test
    void neverTakesALostOrderForARefusedOne() {
        transport.comesTo(new WireResult.Lost("no answer: time-out"));

        assertThat(client.place(order(Market.SPOT, Side.SELL, "1", "1", false)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void doesNotKnowTheFateOfACancellationThatWasNotConfirmed() {
        transport.says(data("{\"result\":false}"));

        assertThat(client.cancel(new OrderRef(Market.SPOT, "BTC_USDT", "1", null)))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "new, OPEN",
        "partially_filled, OPEN",
        "filled, FILLED",
        "canceled, CANCELLED",
        "partially_canceled, CANCELLED",
        "teleported, UNKNOWN"
    })
    void readsEveryState(String word, Phase phase) {
        transport.says(
                data(
                        """
                        {"orderId":"13","clientOrderId":"ours1","symbol":"BTC_USDT","size":"0.2",
                         "filledSize":"0.1","priceAvg":"61000","state":"%s"}
                        """
                                .formatted(word)));

        OrderState state = yes(client.order(new OrderRef(Market.SPOT, "BTC_USDT", null, "ours1")));

        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.filled()).isEqualByComparingTo("0.1");
        assertThat(transport.lastAsked().path()).isEqualTo("/spot/v4/query/client-order");
        assertThat(transport.lastAsked().body()).isEqualTo("{\"clientOrderId\":\"ours1\"}");
    }

    @Test
    void looksAFuturesOrderUpByOurIdInBothLists() {
        transport
                .says(data("[]"))
                .says(
                        data(
                                """
                                [{"order_id":"7","client_order_id":"ours1","symbol":"BTCUSDT","size":"10",
                                  "state":4,"deal_size":"4","deal_avg_price":"60000"}]
                                """));

        OrderState state =
                yes(client.order(new OrderRef(Market.DERIVATIVES, "BTCUSDT", null, "ours1")));

        assertThat(state.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(state.filled()).isEqualByComparingTo("4");
        assertThat(transport.asked())
                .extracting(WireRequest::path)
                .containsExactly(
                        "/contract/private/get-open-orders", "/contract/private/order-history");
    }

    @Test
    void readsExecutions() {
        transport.says(
                data(
                        """
                        [{"tradeId":"9","orderId":"8","clientOrderId":"ours1","symbol":"BTC_USDT",
                          "side":"buy","price":"3","size":"2","fee":"0.5","feeCoinName":"USDT",
                          "createTime":1751020520451}]
                        """));

        assertThat(yes(client.recentFills(Market.SPOT, "BTC_USDT")))
                .containsExactly(
                        new Fill(
                                "9",
                                "8",
                                "ours1",
                                "BTC_USDT",
                                Side.BUY,
                                new BigDecimal("3"),
                                new BigDecimal("2"),
                                new BigDecimal("0.5"),
                                new Asset("USDT"),
                                Instant.ofEpochMilli(1751020520451L)));
    }

    @Test
    void readsTheRulesAndThePriceOfAContract() {
        transport.says(
                data(
                        """
                        {"symbols":[{"symbol":"BTCUSDT","last_price":"60000.1","price_precision":"0.1",
                          "vol_precision":"1","min_volume":"1","contract_size":"0.001"}]}
                        """));

        assertThat(yes(client.instrument(Market.DERIVATIVES, "BTCUSDT")))
                .isEqualTo(
                        new Instrument(
                                "BTCUSDT",
                                new BigDecimal("0.1"),
                                BigDecimal.ONE,
                                BigDecimal.ONE,
                                BigDecimal.ZERO));
        assertThat(yes(client.ticker(Market.DERIVATIVES, "BTCUSDT")).last())
                .isEqualByComparingTo("60000.1");
        assertThat(no(client.ticker(Market.DERIVATIVES, "NOPE"))).isEqualTo(Fault.BAD_SYMBOL);
    }

    @Test
    void onlyReducesWhenItIsCloseOnly() {
        transport.says(TAKEN);
        VenueClient closing = client(BitMartStage.CLOSE_ONLY);

        assertThat(no(closing.place(order(Market.SPOT, Side.BUY, "1", "1", false))))
                .isEqualTo(Fault.ORDER_REJECTED);
        assertThat(no(closing.place(order(Market.DERIVATIVES, Side.SELL, "1", "1", false))))
                .isEqualTo(Fault.ORDER_REJECTED);
        assertThat(transport.asked()).isEmpty();
        yes(closing.place(order(Market.SPOT, Side.SELL, "1", "1", false)));
        yes(closing.place(order(Market.DERIVATIVES, Side.SELL, "1", "1", true)));
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void neitherPlacesNorCancelsWhenItIsReadOnly() {
        transport.says(data("[]"));
        VenueClient closing = client(BitMartStage.READ_ONLY);

        assertThat(no(closing.place(order(Market.SPOT, Side.SELL, "1", "1", false))))
                .isEqualTo(Fault.ORDER_REJECTED);
        assertThat(no(closing.cancel(new OrderRef(Market.SPOT, "BTC_USDT", "1", null))))
                .isEqualTo(Fault.ORDER_REJECTED);
        yes(closing.ping());
    }

    @Test
    void asksNothingOnceItIsRetired() {
        VenueClient closed = client(BitMartStage.RETIRED);

        assertThat(no(closed.inspectKey())).isEqualTo(Fault.ACCOUNT_LOCKED);
        assertThat(no(closed.ticker(Market.SPOT, "BTC_USDT"))).isEqualTo(Fault.ACCOUNT_LOCKED);
        assertThat(transport.asked()).isEmpty();
    }

    @Test
    void retiresByTheCalendarWhenNobodyHasSetAStage() {
        assertThat(BitMartStage.at(Instant.parse("2027-01-31T23:59:59Z")))
                .isEqualTo(BitMartStage.ACTIVE);
        assertThat(BitMartStage.at(Instant.parse("2027-02-01T00:00:00Z")))
                .isEqualTo(BitMartStage.RETIRED);
        assertThat(BitMartProfile.PROFILE.closing()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(BitMartStage.class)
    void readsEveryStageFromItsSetting(BitMartStage stage) {
        String setting = stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

        assertThat(BitMartStage.read(" " + setting)).contains(stage);
        assertThat(BitMartStage.read("")).isEmpty();
        assertThatThrownBy(() -> BitMartStage.read("closed"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
