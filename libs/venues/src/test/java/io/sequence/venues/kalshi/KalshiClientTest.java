package io.sequence.venues.kalshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as Kalshi's documents and recordings print them. */
class KalshiClientTest {
    private static final String TICKER = "KXHIGHNY-26JAN01-T60";
    private static final String KEYS =
            """
            {"api_keys":[{"api_key_id":"11111111-2222-4333-8444-555555555555","name":"other",
              "scopes":["read","write"],"subaccount":3},
             {"api_key_id":"a952bcbe-ec3b-4b5b-b8f9-11dae589608c","name":"bot",
              "scopes":[%s],"subaccount":%s,"fcm_subtrader_id":null}]%s}
            """;
    private static final String OWNER = "{\"communications_id\":\"owner-1\"}";
    private static final String FORBIDDEN =
            "{\"error\":{\"code\":\"forbidden\",\"message\":\"missing scope\"}}";
    private static final String PLACED =
            """
            {"order_id":"o-1","client_order_id":"ours-1","fill_count":"0.00",
             "remaining_count":"10.00","ts_ms":1767225600000}
            """;

    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client = new Kalshi().connect(KalshiKeys.credential(), transport);

    private static <T> T yes(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<T>) answer).value();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void findsItsOwnKeyAmongTheUsers() {
        transport
                .says(
                        KEYS.formatted(
                                "\"read\",\"write::trade\"",
                                "null",
                                ",\"api_key_region_expiration_ts\":1791990000"))
                .says(OWNER);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants())
                .containsEntry(Right.READ, Grant.GRANTED)
                .containsEntry(Right.TRADE_SPOT, Grant.GRANTED)
                .containsEntry(Right.TRADE_DERIVATIVES, Grant.UNKNOWN)
                .containsEntry(Right.TRANSFER, Grant.DENIED)
                .containsEntry(Right.WITHDRAW, Grant.DENIED);
        assertThat(facts.accountUid()).isEqualTo("owner-1");
        assertThat(facts.parentUid()).isNull();
        assertThat(facts.subAccount()).isFalse();
        assertThat(facts.keyName()).isEqualTo("bot");
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.At(Instant.ofEpochSecond(1791990000L)));
        assertThat(facts.warnings()).isEmpty();
    }

    @Test
    void keepsSubAccountsApart() {
        transport.says(KEYS.formatted("\"read\",\"write\"", "7", "")).says(OWNER);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.accountUid()).isEqualTo("owner-1/7");
        assertThat(facts.parentUid()).isEqualTo("owner-1");
        assertThat(facts.subAccount()).isTrue();
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
    }

    @ParameterizedTest
    @CsvSource({
        "read, GRANTED, DENIED, DENIED",
        "write, DENIED, GRANTED, GRANTED",
        "write::trade, DENIED, GRANTED, DENIED",
        "write::transfer, DENIED, DENIED, GRANTED",
        "read::portfolio_balance, DENIED, DENIED, DENIED",
        "write::new_thing, DENIED, DENIED, DENIED"
    })
    void readsEveryScope(String scope, Grant read, Grant trade, Grant transfer) {
        transport.says(KEYS.formatted('"' + scope + '"', "null", "")).says(OWNER);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.READ)).isEqualTo(read);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(trade);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(transfer);
    }

    @Test
    void doesNotGuessTheRightsOfAKeyThatIsNotListed() {
        transport.says("{\"api_keys\":[]}").says(OWNER);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.READ)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.subAccount()).isNull();
    }

    @Test
    void probesAKeyThatMayNotSeeTheList() {
        transport
                .says(403, Map.of(), FORBIDDEN)
                .says(403, Map.of(), FORBIDDEN)
                .says(403, Map.of(), FORBIDDEN)
                .says(404, Map.of(), "{\"error\":{\"code\":\"not_found\"}}");

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().of(Right.READ)).isEqualTo(Grant.DENIED);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.accountUid()).isEqualTo(KalshiKeys.ID);
        assertThat(facts.warnings()).contains(KalshiKey.OWNER_UNTOLD);
        assertThat(transport.lastAsked().method()).isEqualTo("DELETE");
    }

    @Test
    void passesOnATroubleThatSaysNothingOfTheKey() {
        transport.says(KEYS.formatted("\"read\"", "null", "")).says(503, Map.of(), "{}");

        assertThat(client.inspectKey())
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.VENUE_UNAVAILABLE));
    }

    @Test
    void countsCashToTheLastDigit() {
        transport.says(
                """
                {"balance":12345,"balance_dollars":"123.4567","portfolio_value":20000,
                 "updated_ts":1710000000,"balance_breakdown":[{"exchange_index":0,"balance":"1"}]}
                """);

        assertThat(yes(client.balances(Market.SPOT)))
                .containsExactly(
                        new Balance(
                                "portfolio",
                                true,
                                new Asset("USD"),
                                number("123.4567"),
                                number("123.4567")));
        assertThat(transport.lastAsked().target()).isEqualTo("/trade-api/v2/portfolio/balance");
    }

    @Test
    void countsCentsWhereDollarsAreNotTold() {
        transport.says("{\"balance\":12345}");

        assertThat(yes(client.balances(Market.SPOT)).getFirst().total())
                .isEqualByComparingTo("123.45");
    }

    @Test
    void tellsHoldingsOfYesAndOfNo() {
        transport
                .says(
                        """
                        {"market_positions":[{"ticker":"A-B-C","position_fp":"10.00",
                          "market_exposure_dollars":"5.6000"},
                         {"ticker":"A-B-D","position_fp":"0.00","market_exposure_dollars":"0.0000"}],
                         "event_positions":[],"cursor":"next page"}
                        """)
                .says(
                        """
                        {"market_positions":[{"ticker":"A-B-E","position_fp":"-4.00",
                          "market_exposure_dollars":"1.0000"}],"cursor":""}
                        """);

        assertThat(yes(client.positions()))
                .extracting(Position::symbol, Position::size, Position::entryPrice)
                .containsExactly(
                        tuple("A-B-C:yes", number("10.00"), number("0.56")),
                        tuple("A-B-E:no", number("4.00"), number("0.25")));
        assertThat(transport.lastAsked().query()).isEqualTo("limit=1000&cursor=next%20page");
    }

    @ParameterizedTest
    @CsvSource({
        "'', BUY, 0.56, bid, 0.56",
        ":yes, BUY, 0.5600, bid, 0.5600",
        ":YES, SELL, 0.56, ask, 0.56",
        ":no, BUY, 0.44, ask, 0.56",
        ":NO, SELL, 0.4450, bid, 0.5550"
    })
    void putsBothOutcomesIntoTheBookOfYes(
            String outcome, Side side, BigDecimal price, String bookSide, String bookPrice) {
        transport.says(201, Map.of(), PLACED);

        assertThat(yes(client.place(order(TICKER + outcome, side, price))))
                .isEqualTo(new OrderReceipt("o-1", "ours-1"));
        assertThat(transport.lastAsked().path()).isEqualTo("/trade-api/v2/portfolio/events/orders");
        assertThat(transport.lastAsked().body())
                .isEqualTo(
                        ("{\"ticker\":\"%s\",\"client_order_id\":\"ours-1\",\"side\":\"%s\","
                                        + "\"count\":\"10\",\"price\":\"%s\","
                                        + "\"time_in_force\":\"good_till_canceled\","
                                        + "\"self_trade_prevention_type\":\"taker_at_cross\"}")
                                .formatted(TICKER, bookSide, bookPrice));
    }

    private static OrderRequest order(String symbol, Side side, BigDecimal price) {
        return new OrderRequest(Market.SPOT, symbol, side, BigDecimal.TEN, price, "ours-1", false);
    }

    @ParameterizedTest
    @CsvSource({"BUY, :yes, bid, 0.99", "BUY, :no, ask, 0.01", "SELL, :yes, ask, 0.01"})
    void takesWhatThereIsForAMarketOrder(Side side, String outcome, String bookSide, String price) {
        transport.says(201, Map.of(), PLACED);

        yes(client.place(order(TICKER + outcome, side, null)));

        assertThat(transport.lastAsked().body())
                .contains("\"side\":\"" + bookSide + "\"", "\"price\":\"" + price + "\"")
                .contains("\"time_in_force\":\"immediate_or_cancel\"");
    }

    @ParameterizedTest
    @CsvSource({"1, ours", "0, ours", "30000, ours", "0.5, our id", "0.5, ''"})
    void refusesWhatCannotBeMeantWithoutSendingIt(BigDecimal price, String id) {
        var order =
                new OrderRequest(Market.SPOT, TICKER, Side.BUY, BigDecimal.ONE, price, id, false);

        assertThat(client.place(order))
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.BAD_REQUEST));
        assertThat(transport.asked()).isEmpty();
    }

    @Test
    void neverTakesALostOrderForARefusedOne() {
        transport.comesTo(new WireResult.Lost("no answer: time-out"));

        assertThat(client.place(order(TICKER, Side.BUY, number("0.5"))))
                .isInstanceOf(Unknown.class);
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void cancelsByOurIdAfterLookingTheOrderUp() {
        transport
                .says(
                        "{\"orders\":["
                                + row("o-1", "ours-1", "resting", "0.00")
                                + "],\"cursor\":\"\"}")
                .says("{\"order_id\":\"o-1\",\"reduced_by\":\"10.00\",\"ts_ms\":1}");

        assertThat(yes(client.cancel(new OrderRef(Market.SPOT, TICKER, null, "ours-1"))))
                .isEqualTo(new OrderReceipt("o-1", "ours-1"));
        assertThat(transport.lastAsked().toString())
                .isEqualTo("DELETE elections /trade-api/v2/portfolio/events/orders/o-1");
    }

    @Test
    void saysThatAnOrderIsUnknownWhenNoPageHasIt() {
        transport
                .says("{\"orders\":[" + row("o-1", "other", "resting", "0") + "],\"cursor\":\"2\"}")
                .says("{\"orders\":[],\"cursor\":\"\"}");

        assertThat(client.order(new OrderRef(Market.SPOT, TICKER, null, "ours-1")))
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.ORDER_NOT_FOUND));
        assertThat(transport.lastAsked().query())
                .isEqualTo("ticker=" + TICKER + "&limit=200&cursor=2");
    }

    @Test
    void averagesTheExecutionsOfAFilledOrderInItsOutcome() {
        transport
                .says("{\"order\":" + row("o-1", "ours-1", "executed", "10.00") + "}")
                .says(
                        "{\"fills\":["
                                + fill("f-1", "6.00", "0.5600")
                                + ","
                                + fill("f-2", "4.00", "0.5500")
                                + "],\"cursor\":\"\"}");

        OrderState state =
                yes(client.order(new OrderRef(Market.SPOT, TICKER + ":no", "o-1", null)));

        assertThat(state.phase()).isEqualTo(Phase.FILLED);
        assertThat(state.filled()).isEqualByComparingTo("10");
        assertThat(state.averagePrice()).isEqualByComparingTo("0.444");
        assertThat(state.ref().symbol()).isEqualTo(TICKER + ":no");
        assertThat(transport.lastAsked().query()).isEqualTo("order_id=o-1&limit=200");
    }

    @ParameterizedTest
    @CsvSource({"resting, OPEN", "executed, FILLED", "canceled, CANCELLED", "teleported, UNKNOWN"})
    void readsEveryStatus(String word, Phase phase) {
        transport.says("{\"order\":" + row("o-1", "ours-1", word, "0.00") + "}");

        OrderState state = yes(client.order(new OrderRef(Market.SPOT, TICKER, "o-1", null)));

        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.venuePhase()).isEqualTo(word);
        assertThat(state.quantity()).isEqualByComparingTo("10");
        assertThat(state.averagePrice()).isNull();
    }

    private static String row(String id, String clientId, String status, String filled) {
        return """
        {"order_id":"%s","client_order_id":"%s","ticker":"KXHIGHNY-26JAN01-T60","outcome_side":"no",
         "book_side":"ask","type":"limit","status":"%s","yes_price_dollars":"0.5600",
         "no_price_dollars":"0.4400","initial_count_fp":"10.00","fill_count_fp":"%s",
         "remaining_count_fp":"10.00","created_time":"2026-01-01T00:00:00Z"}
        """
                .formatted(id, clientId, status, filled);
    }

    private static String fill(String id, String count, String yesPrice) {
        return """
        {"fill_id":"%s","trade_id":"%s","order_id":"o-1","ticker":"KXHIGHNY-26JAN01-T60",
         "outcome_side":"no","book_side":"ask","count_fp":"%s","yes_price_dollars":"%s",
         "no_price_dollars":"0","fee_cost":"0.1725","is_taker":true,
         "created_time":"2026-01-01T12:00:00.123Z"}
        """
                .formatted(id, id, count, yesPrice);
    }

    @ParameterizedTest
    @CsvSource({"'', SELL, 0.5600", ":yes, SELL, 0.5600", ":no, BUY, 0.4400"})
    void tellsExecutionsAsTheOutcomeSeesThem(String outcome, Side side, BigDecimal price) {
        transport.says("{\"fills\":[" + fill("f-1", "6.00", "0.5600") + "],\"cursor\":\"x\"}");

        assertThat(yes(client.recentFills(Market.SPOT, TICKER + outcome)))
                .containsExactly(
                        new Fill(
                                "f-1",
                                "o-1",
                                null,
                                TICKER + outcome,
                                side,
                                price,
                                number("6.00"),
                                number("0.1725"),
                                new Asset("USD"),
                                Instant.parse("2026-01-01T12:00:00.123Z")));
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void quotesBothOutcomesWithoutSigning() {
        transport.says(
                """
                {"market":{"ticker":"KXHIGHNY-26JAN01-T60","yes_bid_dollars":"0.5500",
                 "yes_ask_dollars":"0.5700","no_bid_dollars":"0.4300","no_ask_dollars":"0.4500",
                 "last_price_dollars":"0.5600","status":"active"}}
                """);

        assertThat(yes(client.ticker(Market.SPOT, TICKER)))
                .isEqualTo(
                        new Ticker(TICKER, number("0.5600"), number("0.5500"), number("0.5700")));
        assertThat(yes(client.ticker(Market.SPOT, TICKER + ":no")))
                .isEqualTo(
                        new Ticker(
                                TICKER + ":no",
                                number("0.4400"),
                                number("0.4300"),
                                number("0.4500")));
        assertThat(transport.lastAsked().headers()).isEmpty();
    }

    @Test
    void tellsAnEmptyBook() {
        transport.says(
                """
                {"market":{"ticker":"T","yes_bid_dollars":"0.0000","yes_ask_dollars":"1.0000",
                 "no_bid_dollars":"0.0000","no_ask_dollars":"1.0000","last_price_dollars":"0.0000"}}
                """);

        assertThat(yes(client.ticker(Market.SPOT, "T:no")))
                .isEqualTo(new Ticker("T:no", number("0.0000"), null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "linear_cent, false, 0.01, 1",
        "tapered_deci_cent, false, 0.01, 1",
        "deci_cent, true, 0.001, 0.01"
    })
    void knowsTheStepsOfAMarket(
            String structure, boolean fractions, BigDecimal price, BigDecimal count) {
        transport.says(
                "{\"market\":{\"ticker\":\"T\",\"price_level_structure\":\"%s\",\"fractional_trading_enabled\":%s}}"
                        .formatted(structure, fractions));

        assertThat(yes(client.instrument(Market.SPOT, "T")))
                .isEqualTo(new Instrument("T", price, count, count, BigDecimal.ZERO));
    }

    @Test
    void listsOnlyOrdersThatRest() {
        transport.says(
                "{\"orders\":["
                        + row("o-1", "a", "resting", "0.00")
                        + ","
                        + row("o-2", "b", "canceled", "0.00")
                        + "],\"cursor\":\"\"}");

        List<OrderState> open = yes(client.openOrders(Market.SPOT, TICKER));

        assertThat(open)
                .singleElement()
                .satisfies(one -> assertThat(one.ref().venueOrderId()).isEqualTo("o-1"));
        assertThat(transport.lastAsked().query())
                .isEqualTo("ticker=" + TICKER + "&status=resting&limit=200");
    }
}
