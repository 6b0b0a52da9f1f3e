package io.sequence.venues.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.faults.Retry;
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

/** Coinbase's answers as its documents and other clients' test data print them. */
class CoinbaseClientTest {
    private static final String OURS = "0123456789abcdef0123456789abcdef";
    private static final String EDWARDS = "k0BUni0p0vZG1BdpVjS6ogBJ7kxm630AJ2dN+tuputA=";

    /** The test key of the venue's own SDK. */
    private static final String EC =
            """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIKwf3Uox30cRWzRBOPoPOH5p0Gpb0Dt8zUKXUEM5fMkGoAoGCCqGSM49
            AwEHoUQDQgAEbAtpLlSZYVOwYICz+uEyxcS29vRIujiES/gQ1DC7FV4zK4JuYE9v
            qDyGZQYjdXHLM7I6f/QnnOITL+dXYWBHRA==
            -----END EC PRIVATE KEY-----
            """;

    private static final String TIME =
            "{\"iso\":\"2026-11-20T12:00:00Z\",\"epochSeconds\":\"1795176000\","
                    + "\"epochMillis\":\"1795176000123\"}";

    private final ScriptedTransport venue = new ScriptedTransport();
    private final VenueClient client = connect(EC, venue);

    @Test
    void readsTheKeyOfTheDocuments() {
        venue.says(key(true, true, false, "DEFAULT"));
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.rights().of(Right.READ)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.DENIED);
        assertThat(facts.accountUid()).isEqualTo("b87a2d3f-8a1e-49b3-a4ea-402d8c389aca");
        assertThat(facts.subAccount()).isFalse();
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(venue.lastAsked().path()).isEqualTo("/api/v3/brokerage/key_permissions");
    }

    @Test
    void seesThatAKeyMayMoveMoney() {
        venue.says(key(true, false, true, "CONSUMER"));
        KeyFacts facts = value(client.ping().map(pulse -> pulse.facts()));
        assertThat(facts.rights().has(Right.WITHDRAW)).isTrue();
        assertThat(facts.rights().has(Right.TRANSFER)).isTrue();
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.DENIED);
        assertThat(facts.subAccount()).isTrue();
    }

    @Test
    void leavesOpenWhatTheVenueLeavesOut() {
        venue.says("{\"portfolio_uuid\":\"p\",\"can_view\":true}");
        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.UNKNOWN);
        assertThat(facts.subAccount()).isNull();
    }

    @Test
    void doesNotBelieveOneRefusal() {
        venue.says(401, Map.of(), "Unauthorized")
                .says(TIME)
                .says(key(true, true, false, "DEFAULT"));
        assertThat(client.inspectKey()).isInstanceOf(Yes.class);
        assertThat(venue.asked())
                .extracting(WireRequest::path)
                .containsExactly(
                        "/api/v3/brokerage/key_permissions",
                        "/api/v3/brokerage/time",
                        "/api/v3/brokerage/key_permissions");
        assertThat(venue.asked().get(1).headers()).isEmpty();
        assertThat(venue.asked().get(2).headers().get("Authorization"))
                .isNotEqualTo(venue.asked().getFirst().headers().get("Authorization"));
    }

    @Test
    void staysInDoubtAfterTwoRefusals() {
        refuse();
        VenueAnswer<KeyFacts> answer = client.inspectKey();
        assertThat(fault(answer)).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(fault(answer).retry()).isEqualTo(Retry.LATER);
        assertThat(((No<KeyFacts>) answer).venueCode()).isEqualTo("http:401");
        assertThat(((No<KeyFacts>) answer).venueWords()).isEqualTo("Unauthorized");
        assertThat(venue.asked()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "revoked_token, INVALID_KEY",
        "expired_token, TIMESTAMP_SKEW",
        "authentication_error, AMBIGUOUS_AUTH",
        "invalid_token, AMBIGUOUS_AUTH"
    })
    void takesTheReasonFromTheOlderApi(String id, Fault cause) {
        venue.says(
                401, Map.of(), "{\"errors\":[{\"id\":\"%s\",\"message\":\"no\"}]}".formatted(id));
        assertThat(fault(client.diagnose(refusedPing()))).isEqualTo(cause);
        assertThat(venue.asked().getFirst().path()).isEqualTo("/v2/user");
        assertThat(venue.asked()).hasSize(1);
    }

    @Test
    void doesNotBlameAKeyThatTheOlderApiTakes() {
        venue.says("{\"data\":{\"id\":\"u1\"}}").says(key(true, true, false, "DEFAULT"));
        assertThat(client.diagnose(refusedPing())).isInstanceOf(Yes.class);
        venue.says("{\"data\":{\"id\":\"u1\"}}")
                .says(401, Map.of(), "Unauthorized")
                .says(TIME)
                .says(401, Map.of(), "Unauthorized");
        assertThat(fault(client.diagnose(refusedPing()))).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    private static No<KeyFacts> refusedPing() {
        return new No<>(Fault.AMBIGUOUS_AUTH, "http:401", "Unauthorized", null);
    }

    @Test
    void advisesAnotherKindOfKeyWhenAnEdwardsKeyIsRefused() {
        refuse();
        VenueAnswer<KeyFacts> answer = connect(EDWARDS, venue).inspectKey();
        assertThat(fault(answer)).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(((No<KeyFacts>) answer).venueWords()).contains("ECDSA");
    }

    @Test
    void sumsWhatIsFreeAndWhatIsHeldOverPages() {
        venue.says(
                        """
                        {"accounts":[{"uuid":"8b","name":"BTC Wallet","currency":"BTC",
                         "available_balance":{"value":"1.23456789","currency":"BTC"},"hold":{"value":"0.00500000","currency":"BTC"},
                         "default":true,"active":true,"type":"CRYPTO","ready":true,"deleted_at":null}],
                         "has_next":true,"cursor":"a/b=","size":1}\
                        """)
                .says(
                        """
                        {"accounts":[{"currency":"USD","available_balance":{"value":"10","currency":"USD"},"hold":{"value":"0","currency":"USD"}},
                         {"currency":"ETH","available_balance":{"value":"0","currency":"ETH"},"hold":{"value":"0","currency":"ETH"}}],
                         "has_next":false,"cursor":"","size":2}\
                        """);
        assertThat(value(client.balances(Market.SPOT)))
                .containsExactly(
                        balance("portfolio", "BTC", "1.23956789", "1.23456789"),
                        balance("portfolio", "USD", "10", "10"));
        assertThat(venue.lastAsked().query()).isEqualTo("limit=250&cursor=a%2Fb%3D");
    }

    @Test
    void addsTheFuturesWalletWhereThereIsOne() {
        String accounts = "{\"accounts\":[],\"has_next\":false,\"cursor\":\"\"}";
        venue.says(accounts)
                .says(
                        """
                        {"balance_summary":{"futures_buying_power":{"value":"900","currency":"USD"},
                         "cfm_usd_balance":"500.25","total_usd_balance":{"value":"1000","currency":"USD"}}}\
                        """)
                .says(accounts)
                .says(403, Map.of(), error("PERMISSION_DENIED", "no futures"));
        assertThat(value(client.balances(Market.DERIVATIVES)))
                .containsExactly(balance("futures", "USD", "500.25", "500.25"));
        assertThat(value(client.balances(Market.DERIVATIVES))).isEmpty();
    }

    @Test
    void readsPositionsOfBothKinds() {
        venue.says(key(true, true, false, "DEFAULT"))
                .says(
                        """
                        {"positions":[{"product_id":"BIT-28NOV26-CDE","side":"SHORT","number_of_contracts":"3",
                         "avg_entry_price":"90000","current_price":{"value":"91000","currency":"USD"},"unrealized_pnl":"-30"}]}\
                        """)
                .says(key(true, true, false, "INTX"))
                .says(
                        """
                        {"positions":[{"product_id":"1r4njf84-0-0","symbol":"BTC-PERP-INTX","net_size":"0.5","position_side":"POSITION_SIDE_LONG",
                         "entry_vwap":{"value":"90000","currency":"USDC"},"mark_price":{"value":"91000","currency":"USDC"},"leverage":"2"}]}\
                        """);
        assertThat(value(client.positions()))
                .containsExactly(
                        new Position(
                                "BIT-28NOV26-CDE",
                                dec("-3"),
                                dec("90000"),
                                dec("91000"),
                                dec("-30"),
                                null));
        assertThat(value(client.positions()))
                .containsExactly(
                        new Position(
                                "BTC-PERP-INTX",
                                dec("0.5"),
                                dec("90000"),
                                dec("91000"),
                                null,
                                dec("2")));
        assertThat(venue.lastAsked().path()).endsWith("/b87a2d3f-8a1e-49b3-a4ea-402d8c389aca");
    }

    @Test
    void readsRatesAsTheyAre() {
        venue.says(
                "{\"total_volume\":1000,\"fee_tier\":{\"pricing_tier\":\"Advanced 1\","
                        + "\"taker_fee_rate\":\"0.006\",\"maker_fee_rate\":\"0.004\"}}");
        assertThat(value(client.feeTier(Market.SPOT)))
                .isEqualTo(new FeeTier("Advanced 1", dec("0.004"), dec("0.006")));
    }

    @Test
    void placesUnderOurId() {
        venue.says(
                """
                {"success":true,"success_response":{"order_id":"11111-00000-000000","product_id":"BTC-USD","side":"BUY",
                 "client_order_id":"%s"},"order_configuration":{}}\
                """
                        .formatted(OURS));
        assertThat(value(client.place(order(Market.SPOT, "27000.00", false))))
                .isEqualTo(new OrderReceipt("11111-00000-000000", OURS));
        assertThat(venue.lastAsked().body())
                .isEqualTo(
                        "{\"client_order_id\":\"%s\",\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"order_configuration\":{\"limit_limit_gtc\":{\"base_size\":\"0.0010\",\"limit_price\":\"27000.00\",\"post_only\":false}}}"
                                .formatted(OURS));
        client.place(order(Market.SPOT, null, false));
        assertThat(venue.lastAsked().body())
                .contains("{\"market_market_ioc\":{\"base_size\":\"0.0010\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "INSUFFICIENT_FUND, PREVIEW_INSUFFICIENT_FUND, ORDER_FUNDS",
        "UNKNOWN_FAILURE_REASON, PREVIEW_INSUFFICIENT_FUND, ORDER_FUNDS",
        "UNKNOWN_FAILURE_REASON, PREVIEW_INVALID_BASE_SIZE_TOO_SMALL, MIN_SIZE",
        "UNKNOWN_FAILURE_REASON, PREVIEW_SOMETHING_NEW, ORDER_REJECTED",
        "INVALID_LIMIT_PRICE_POST_ONLY, '', ORDER_REJECTED",
        "UNSUPPORTED_ORDER_CONFIGURATION, '', ORDER_REJECTED",
        "SOMETHING_NEW, '', UNRECOGNISED"
    })
    void hearsANoUnderStatus200(String error, String preview, Fault fault) {
        venue.says(
                """
                {"success":false,"error_response":{"error":"%s","message":"Insufficient balance in source account","error_details":"",
                 "preview_failure_reason":"%s"},"order_configuration":{}}\
                """
                        .formatted(error, preview));
        VenueAnswer<OrderReceipt> answer = client.place(order(Market.SPOT, null, false));
        assertThat(fault(answer)).isEqualTo(fault);
        assertThat(((No<OrderReceipt>) answer).venueWords()).startsWith("Insufficient balance");
    }

    @Test
    void explainsARefusedOrderByTheKeysRights() {
        refuse();
        venue.says(key(true, false, false, "DEFAULT"));
        assertThat(fault(client.place(order(Market.SPOT, null, false))))
                .isEqualTo(Fault.PERMISSION_DENIED);
        var other = new ScriptedTransport();
        other.says(401, Map.of(), "Unauthorized");
        assertThat(fault(connect(EC, other).place(order(Market.SPOT, null, false))))
                .isEqualTo(Fault.AMBIGUOUS_AUTH);
    }

    @Test
    void doesNotKnowWhatBecameOfAnOrderWhenTheVenueFails() {
        venue.says(503, Map.of(), "upstream")
                .says(500, Map.of(), error("INTERNAL", "oops"))
                .comesTo(new WireResult.Lost("timed out"))
                .says("{\"success\":true}");
        for (int i = 0; i < 4; i++) {
            assertThat(client.place(order(Market.SPOT, null, false))).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void searchesOpenThenAllOrdersForOurId() {
        venue.says(orders(row("o-2", "another", "OPEN")))
                .says(orders(row("o-2", "another", "OPEN"), row("o-1", OURS, "CANCELLED")));
        OrderState state = value(client.order(byUs()));
        assertThat(state.ref().venueOrderId()).isEqualTo("o-1");
        assertThat(state.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(venue.asked())
                .extracting(WireRequest::query)
                .containsExactly(
                        "order_status=OPEN&product_id=BTC-USD&limit=250",
                        "product_id=BTC-USD&limit=250");
        venue.says(orders()).says(orders());
        assertThat(fault(client.order(byUs()))).isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void cancelsByOurIdThroughTheOpenOrders() {
        venue.says(orders(row("o-1", OURS, "OPEN")))
                .says(
                        "{\"results\":[{\"success\":true,\"failure_reason\":\"UNKNOWN_CANCEL_FAILURE_REASON\",\"order_id\":\"o-1\"}]}")
                .says(orders());
        assertThat(value(client.cancel(byUs()))).isEqualTo(new OrderReceipt("o-1", OURS));
        assertThat(venue.lastAsked().body()).isEqualTo("{\"order_ids\":[\"o-1\"]}");
        assertThat(fault(client.cancel(byUs()))).isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_CANCEL_ORDER, ORDER_NOT_FOUND",
        "DUPLICATE_CANCEL_REQUEST, ORDER_NOT_FOUND",
        "INVALID_CANCEL_REQUEST, BAD_REQUEST",
        "SOMETHING_NEW, UNRECOGNISED"
    })
    void hearsThatACancellationFailed(String reason, Fault fault) {
        venue.says(
                "{\"results\":[{\"success\":false,\"failure_reason\":\"%s\",\"order_id\":\"o-1\"}]}"
                        .formatted(reason));
        assertThat(fault(client.cancel(new OrderRef(Market.SPOT, "BTC-USD", "o-1", null))))
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, OPEN",
        "OPEN, OPEN",
        "QUEUED, OPEN",
        "CANCEL_QUEUED, OPEN",
        "FILLED, FILLED",
        "CANCELLED, CANCELLED",
        "EXPIRED, EXPIRED",
        "FAILED, REJECTED",
        "EDITED, UNKNOWN"
    })
    void readsPhases(String status, Phase phase) {
        venue.says("{\"order\":%s}".formatted(row("o-1", OURS, status)));
        OrderState state = value(client.order(new OrderRef(Market.SPOT, "BTC-USD", "o-1", null)));
        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.quantity()).isEqualByComparingTo("0.001");
        assertThat(state.filled()).isEqualByComparingTo("0.0005");
        assertThat(state.averagePrice()).isEqualByComparingTo("50000");
        assertThat(venue.lastAsked().path()).endsWith("/orders/historical/o-1");
    }

    @Test
    void readsFills() {
        venue.says(
                """
                {"fills":[{"entry_id":"22222","trade_id":"1111","order_id":"0000","trade_time":"2024-01-15T10:30:00Z","trade_type":"FILL",
                 "price":"45000","size":"0.005","commission":"1.14","product_id":"BTC-USD","size_in_quote":false,"side":"BUY"},
                 {"trade_id":"1112","order_id":"0001","trade_time":"2024-01-15T10:05:00.5Z",
                 "price":"40000","size":"200","commission":"0.50","product_id":"BTC-USD","size_in_quote":true,"side":"SELL"}],"cursor":""}\
                """);
        List<Fill> fills = value(client.recentFills(Market.SPOT, "BTC-USD"));
        assertThat(fills.getFirst())
                .isEqualTo(
                        new Fill(
                                "1111",
                                "0000",
                                null,
                                "BTC-USD",
                                OrderRequest.Side.BUY,
                                dec("45000"),
                                dec("0.005"),
                                dec("1.14"),
                                new Asset("USD"),
                                Instant.parse("2024-01-15T10:30:00Z")));
        assertThat(fills.getLast().quantity()).isEqualByComparingTo("0.005");
    }

    @Test
    void asksForPricesAndRules() {
        String product =
                """
                {"product_id":"BTC-USD","price":"90000.12","base_increment":"0.00000001","quote_increment":"0.01",
                 "base_min_size":"0.00000001","quote_min_size":"1","trading_disabled":%s,"alias":"","alias_to":[]}\
                """;
        venue.says(product.formatted("false"))
                .says(
                        """
                        {"pricebooks":[{"product_id":"BTC-USD","bids":[{"price":"90000.11","size":"1"}],"asks":[]}]}\
                        """)
                .says(product.formatted("false"))
                .says(product.formatted("true"))
                .says(404, Map.of(), error("NOT_FOUND", "valid product_id is required"));
        assertThat(value(client.ticker(Market.SPOT, "BTC-USD")))
                .isEqualTo(new Ticker("BTC-USD", dec("90000.12"), dec("90000.11"), null));
        assertThat(venue.asked().getFirst())
                .isEqualTo(
                        WireRequest.get(
                                "advanced", "/api/v3/brokerage/market/products/BTC-USD", ""));
        assertThat(value(client.instrument(Market.SPOT, "BTC-USD")))
                .isEqualTo(
                        new Instrument(
                                "BTC-USD",
                                dec("0.01"),
                                dec("0.00000001"),
                                dec("0.00000001"),
                                dec("1")));
        assertThat(fault(client.instrument(Market.SPOT, "BTC-USD"))).isEqualTo(Fault.BAD_SYMBOL);
        assertThat(fault(client.instrument(Market.SPOT, "NO-USD"))).isEqualTo(Fault.BAD_SYMBOL);
    }

    @ParameterizedTest
    @CsvSource({
        "403, PERMISSION_DENIED, Missing required scopes, PERMISSION_DENIED",
        "403, PERMISSION_DENIED, User does not have access to portfolio, PERMISSION_DENIED",
        "403, PERMISSION_DENIED, User has no access to post INTX perps orders, REGION_RESTRICTED",
        "400, INVALID_ARGUMENT, account is not available, BAD_SYMBOL",
        "400, INVALID_ARGUMENT, limit is too large, BAD_REQUEST",
        "404, NOT_FOUND, order with this orderID was not found, ORDER_NOT_FOUND",
        "418, TEAPOT, hm, UNRECOGNISED"
    })
    void readsErrorsByCodeAndWords(int status, String code, String words, Fault fault) {
        venue.says(status, Map.of(), error(code, words));
        assertThat(fault(client.order(new OrderRef(Market.SPOT, "BTC-USD", "o-1", null))))
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "401, authentication_error, INVALID_KEY",
        "401, revoked_token, INVALID_KEY",
        "401, expired_token, KEY_EXPIRED",
        "401, something_new, AMBIGUOUS_AUTH",
        "429, rate_limit_exceeded, RATE_LIMITED"
    })
    void readsTheOlderShape(int status, String id, Fault fault) {
        venue.says(
                status,
                Map.of(),
                "{\"errors\":[{\"id\":\"%s\",\"message\":\"Too many requests\"}]}".formatted(id));
        assertThat(fault(client.ping())).isEqualTo(fault);
    }

    @Test
    void neverBlamesTheKeyForAPage() {
        venue.says(403, Map.of(), "<html>Forbidden</html>");
        assertThat(fault(client.inspectKey())).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void namesAKeyOfTheWrongKindAndSendsNothing() {
        VenueAnswer<KeyFacts> answer = connect("not a key at all", venue).inspectKey();
        assertThat(fault(answer)).isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(answer.toString()).contains("api_secret").doesNotContain("not a key at all");
        assertThat(venue.asked()).isEmpty();
    }

    @Test
    void refusesOrdersThatItCannotSendAsMeant() {
        assertThat(fault(client.place(order(Market.SPOT, null, true))))
                .isEqualTo(Fault.BAD_REQUEST);
        assertThat(fault(client.place(order(Market.DERIVATIVES, null, true))))
                .isEqualTo(Fault.BAD_REQUEST);
        assertThat(venue.asked()).isEmpty();
    }

    @Test
    void survivesShapesThatNobodyDocumented() {
        for (String body : List.of("[]", "{}", "{\"accounts\":7}", "{\"orders\":[{}]}")) {
            var odd = new ScriptedTransport();
            odd.says(body);
            VenueClient asked = connect(EC, odd);
            assertThat(asked.inspectKey()).as(body).isInstanceOf(No.class);
            asked.balances(Market.SPOT);
            asked.balances(Market.DERIVATIVES);
            asked.positions();
            asked.feeTier(Market.SPOT);
            assertThat(asked.place(order(Market.SPOT, null, false))).isInstanceOf(Unknown.class);
            asked.order(byUs());
            asked.openOrders(Market.SPOT, "BTC-USD");
            asked.recentFills(Market.SPOT, "BTC-USD");
            asked.ticker(Market.SPOT, "BTC-USD");
            asked.instrument(Market.SPOT, "BTC-USD");
        }
    }

    @Test
    void takesTheFormsInWhichKeysArePasted() {
        String pattern =
                CoinbaseProfile.PROFILE.fields().stream()
                        .filter(field -> field.name().equals("api_secret"))
                        .findFirst()
                        .orElseThrow()
                        .pattern();
        String bare = EC.lines().skip(1).limit(3).reduce("", String::concat);
        for (String form :
                List.of(
                        EC.strip(),
                        EC.strip().replace("\n", "\r\n"),
                        EC.strip().replace("\n", "\\n"),
                        EC.strip().replace("\n", ""),
                        bare,
                        EDWARDS,
                        "{\"privateKey\":\"" + EDWARDS + "\"}")) {
            assertThat(form).matches(pattern);
            venue.says(key(true, true, false, "DEFAULT"));
            assertThat(connect(form, venue).inspectKey()).as(form).isInstanceOf(Yes.class);
        }
        assertThat("short").doesNotMatch(pattern);
    }

    private void refuse() {
        venue.says(401, Map.of(), "Unauthorized").says(TIME).says(401, Map.of(), "Unauthorized");
    }

    private static VenueClient connect(String secret, ScriptedTransport transport) {
        return new Coinbase()
                .connect(
                        new Credential(
                                CoinbaseProfile.VENUE,
                                "advanced",
                                Map.of(
                                        "api_key",
                                        Secret.of("organizations/o/apiKeys/k"),
                                        "api_secret",
                                        Secret.of(secret))),
                        transport);
    }

    private static String key(boolean view, boolean trade, boolean transfer, String type) {
        return """
        {"can_view": %s, "can_trade": %s, "can_transfer": %s,
         "portfolio_uuid": "b87a2d3f-8a1e-49b3-a4ea-402d8c389aca", "portfolio_type": "%s"}\
        """
                .formatted(view, trade, transfer, type);
    }

    private static String error(String code, String words) {
        return "{\"error\":\"%s\",\"error_details\":\"%s\",\"message\":\"%s\"}"
                .formatted(code, words, words);
    }

    private static String orders(String... rows) {
        return "{\"orders\":[%s],\"has_next\":false,\"cursor\":\"\"}"
                .formatted(String.join(",", rows));
    }

    private static String row(String id, String clientId, String status) {
        return """
        {"order_id":"%s","client_order_id":"%s","product_id":"BTC-USD","side":"BUY","status":"%s",
         "filled_size":"0.0005","average_filled_price":"50000","total_fees":"0.1",
         "order_configuration":{"limit_limit_gtc":{"base_size":"0.001","limit_price":"50000","post_only":false}}}\
        """
                .formatted(id, clientId, status);
    }

    private static OrderRef byUs() {
        return new OrderRef(Market.SPOT, "BTC-USD", null, OURS);
    }

    private static Balance balance(String wallet, String asset, String total, String available) {
        return new Balance(wallet, true, new Asset(asset), dec(total), dec(available));
    }

    private static OrderRequest order(Market market, String price, boolean reduceOnly) {
        return new OrderRequest(
                market,
                "BTC-USD",
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
