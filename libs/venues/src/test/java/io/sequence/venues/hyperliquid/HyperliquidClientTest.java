package io.sequence.venues.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Fill;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hyperliquid's answers as its documents and recorded traffic print them. */
class HyperliquidClientTest {
    /** The key of the vendor's own tests, and its address. */
    private static final String KEY =
            "0x0123456789012345678901234567890123456789012345678901234567890123";

    private static final String AGENT = "0x14791697260e4c9a71f18484c9f997b308e59325";
    private static final String MASTER = "0x5e9ee1089755c3435139848e47e6635505d5a13a";
    private static final String VAULT = "0x1719884eb866cb12b2287399b15f7db5e7d775ea";
    private static final String APPROVED =
            "{\"role\":\"agent\",\"data\":{\"user\":\"" + MASTER + "\"}}";
    private static final String DONE = "{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}";
    private static final String META =
            """
            {"universe":[{"name":"BTC","szDecimals":5,"maxLeverage":40},
             {"name":"ETH","szDecimals":4,"maxLeverage":25},{"name":"kPEPE","szDecimals":0,"maxLeverage":10}]}\
            """;
    private static final String SPOT_META =
            """
            {"tokens":[{"name":"USDC","szDecimals":8,"index":0},{"name":"PURR","szDecimals":0,"index":1},
             {"name":"HYPE","szDecimals":2,"index":150}],
             "universe":[{"name":"PURR/USDC","tokens":[1,0],"index":0},{"name":"@107","tokens":[150,0],"index":107}]}\
            """;
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final ScriptedTransport venue = new ScriptedTransport();

    private VenueClient client(String account, @Nullable String vault) {
        var fields = new HashMap<String, Secret>();
        fields.put("api_key", Secret.of(account));
        fields.put("api_secret", Secret.of(KEY));
        if (vault != null) {
            fields.put("passphrase", Secret.of(vault));
        }
        return new Hyperliquid()
                .connect(new Credential(HyperliquidProfile.VENUE, "mainnet", fields), venue);
    }

    private VenueClient client() {
        return client(MASTER.toUpperCase(Locale.ROOT).replace("0X", "0x"), null);
    }

    @Test
    void knowsAnApprovedApiWalletAndItsEnd() {
        venue.says(APPROVED)
                .says(DONE)
                .says(
                        "[{\"name\":\"my-bot\",\"address\":\""
                                + AGENT.replace("a", "A")
                                + "\",\"validUntil\":1798761600000}]");

        KeyFacts facts = value(client().inspectKey());

        assertThat(facts.rights().of(Right.READ)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_SPOT)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRADE_DERIVATIVES)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.DENIED);
        assertThat(facts.accountUid()).isEqualTo(MASTER);
        assertThat(facts.parentUid()).isNull();
        assertThat(facts.subAccount()).isFalse();
        assertThat(facts.expiry())
                .isEqualTo(new KeyExpiry.At(Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(facts.keyName()).isEqualTo("my-bot");
        assertThat(venue.asked().get(0).body())
                .isEqualTo("{\"type\":\"userRole\",\"user\":\"" + AGENT + "\"}");
        assertThat(venue.asked().get(1).path()).isEqualTo("/exchange");
        assertThat(venue.asked().get(1).body())
                .startsWith("{\"action\":{\"type\":\"noop\"},\"nonce\":")
                .contains("\"signature\":{\"r\":\"0x");
    }

    @Test
    void knowsAMasterKeyThatCanWithdraw() {
        venue.says("{\"role\":\"user\"}");

        KeyFacts facts = value(client(AGENT, null).inspectKey());

        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.GRANTED);
        assertThat(facts.rights().of(Right.TRANSFER)).isEqualTo(Grant.GRANTED);
        assertThat(facts.accountUid()).isEqualTo(AGENT);
        assertThat(venue.asked()).hasSize(1);
    }

    @Test
    void findsTheAccountBehindAnApiWalletsOwnAddress() {
        venue.says(APPROVED).says(DONE).says("[]");

        KeyFacts facts = value(client(AGENT, null).inspectKey());

        assertThat(facts.accountUid()).isEqualTo(MASTER);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(facts.warnings()).anyMatch(warning -> warning.contains("90 days"));
    }

    @Test
    void knowsASubAccountByItsMaster() {
        venue.says(APPROVED)
                .says("{\"role\":\"subAccount\",\"data\":{\"master\":\"" + MASTER + "\"}}")
                .says(DONE)
                .says(500, Map.of(), "");

        KeyFacts facts = value(client(MASTER, VAULT).inspectKey());

        assertThat(facts.accountUid()).isEqualTo(VAULT);
        assertThat(facts.parentUid()).isEqualTo(MASTER);
        assertThat(facts.subAccount()).isTrue();
        assertThat(venue.asked().get(2).body()).contains("\"vaultAddress\":\"" + VAULT + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"role\":\"missing\"}|[]|INVALID_KEY",
                "{\"role\":\"missing\"}|[{\"address\":\""
                        + AGENT
                        + "\",\"validUntil\":1}]|KEY_EXPIRED",
                "{\"role\":\"user\"}|[]|INVALID_KEY",
                "{\"role\":\"agent\",\"data\":{\"user\":\"" + VAULT + "\"}}|[]|INVALID_KEY"
            })
    void refusesAWalletThatTheAccountDoesNotApprove(String role, String agents, Fault fault) {
        venue.says(role).says(agents);

        assertThat(refusal(client().inspectKey()).fault()).isEqualTo(fault);
    }

    @Test
    void refusesAVaultOfSomebodyElse() {
        venue.says(APPROVED).says("{\"role\":\"user\"}");
        assertThat(refusal(client(MASTER, VAULT).inspectKey()).fault())
                .isEqualTo(Fault.INVALID_PASSPHRASE);
    }

    @Test
    void saysWhichFieldCannotSign() {
        var fields = Map.of("api_key", Secret.of(MASTER), "api_secret", Secret.of("0xnope"));
        VenueClient unusable =
                new Hyperliquid()
                        .connect(
                                new Credential(HyperliquidProfile.VENUE, "mainnet", fields), venue);

        No<?> no = refusal(unusable.ping());

        assertThat(no.fault()).isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(no.venueWords()).contains("api_secret").doesNotContain("nope");
        assertThat(refusal(unusable.inspectKey()).venueWords()).contains("api_secret");
        assertThat(venue.asked()).isEmpty();
    }

    @Test
    void provesAListedKeyByItsAddressAlone() {
        venue.says(listedUntil(1798761600000L));

        value(client().ping());

        assertThat(venue.asked()).hasSize(1);
        assertThat(venue.lastAsked().path()).isEqualTo("/info");
    }

    @Test
    void tellsWhenAnApprovalIsOver() {
        venue.says(listedUntil(1));

        assertThat(refusal(client().ping()).fault()).isEqualTo(Fault.KEY_EXPIRED);
    }

    @Test
    void provesAnUnlistedKeyByAnActionWithANewNonceEachTime() {
        venue.says("[]")
                .says(DONE)
                .says(422, Map.of(), "Failed to deserialize the JSON body into the target type")
                .says(DONE);
        VenueClient client = client();

        value(client.ping());
        value(client.ping());

        assertThat(venue.asked()).hasSize(4);
        assertThat(venue.asked().get(1).path()).isEqualTo("/exchange");
        assertThat(venue.asked().get(1).body()).isNotEqualTo(venue.asked().get(3).body());
    }

    private static String listedUntil(long millis) {
        return "[{\"name\":\"bot\",\"address\":\"" + AGENT + "\",\"validUntil\":" + millis + "}]";
    }

    @Test
    void readsBothWallets() {
        venue.says(
                        "{\"balances\":[{\"coin\":\"USDC\",\"token\":0,\"total\":\"14.625485\",\"hold\":\"4.0\"},"
                            + "{\"coin\":\"HYPE\",\"token\":150,\"total\":\"0.0\",\"hold\":\"0.0\"}]}")
                .says(MARGIN);

        assertThat(value(client().balances(Market.DERIVATIVES)))
                .containsExactly(
                        new Balance(
                                "spot",
                                false,
                                new Asset("USDC"),
                                dec("14.625485"),
                                dec("10.625485")),
                        new Balance(
                                "perpetuals",
                                true,
                                new Asset("USDC"),
                                dec("1736.03"),
                                dec("1700.5")));
        assertThat(venue.lastAsked().body()).contains(MASTER);
    }

    private static final String MARGIN =
            """
            {"marginSummary":{"accountValue":"1736.03","totalNtlPos":"0.0"},"withdrawable":"1700.5","time":1700000000000,
             "assetPositions":[{"type":"oneWay","position":{"coin":"ETH","szi":"-0.0335","entryPx":"2986.3",
             "positionValue":"100.02","unrealizedPnl":"-0.0134","leverage":{"type":"isolated","value":20}}},
             {"type":"oneWay","position":{"coin":"BTC","szi":"0.0","entryPx":null}}]}\
            """;

    @Test
    void readsPositionsOfTheVault() {
        venue.says(MARGIN);

        assertThat(value(client(MASTER, VAULT).positions()))
                .containsExactly(
                        new Position(
                                "ETH",
                                dec("-0.0335"),
                                dec("2986.3"),
                                null,
                                dec("-0.0134"),
                                dec("20")));
        assertThat(venue.lastAsked().body()).contains(VAULT);
    }

    @Test
    void readsTheFeesOfEachMarket() {
        venue.says(
                "{\"userCrossRate\":\"0.00045\",\"userAddRate\":\"0.00015\","
                        + "\"userSpotCrossRate\":\"0.0007\",\"userSpotAddRate\":\"0.0004\"}");

        assertThat(value(client().feeTier(Market.DERIVATIVES)))
                .isEqualTo(new FeeTier(null, dec("0.00015"), dec("0.00045")));
        assertThat(value(client().feeTier(Market.SPOT)))
                .isEqualTo(new FeeTier(null, dec("0.0004"), dec("0.0007")));
    }

    @Test
    void placesALimitOrderWithoutTrailingZeros() {
        venue.says(META)
                .says(
                        "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":"
                            + "[{\"resting\":{\"oid\":77738308,\"cloid\":\"0x"
                                + ID
                                + "\"}}]}}}");

        OrderReceipt receipt =
                value(
                        client().place(
                                        order(
                                                Market.DERIVATIVES,
                                                "ETH",
                                                Side.BUY,
                                                "0.01470",
                                                "1670.10")));

        assertThat(receipt).isEqualTo(new OrderReceipt("77738308", ID));
        assertThat(venue.lastAsked().body())
                .startsWith(
                        "{\"action\":{\"type\":\"order\",\"orders\":[{\"a\":1,\"b\":true,\"p\":\"1670.1\","
                            + "\"s\":\"0.0147\",\"r\":false,\"t\":{\"limit\":{\"tif\":\"Gtc\"}},\"c\":\"0x"
                                + ID
                                + "\"}],\"grouping\":\"na\"},\"nonce\":");
    }

    @Test
    void placesAMarketOrderAsALimitThatRestsNowhere() {
        venue.says(SPOT_META)
                .says("{\"@107\":\"23.4567\",\"BTC\":\"90000.5\"}")
                .says(
                        "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":"
                            + "[{\"filled\":{\"totalSz\":\"0.02\",\"avgPx\":\"23.5\",\"oid\":5}}]}}}");

        OrderReceipt receipt =
                value(client().place(order(Market.SPOT, "HYPE/USDC", Side.SELL, "0.02", null)));

        assertThat(receipt.venueOrderId()).isEqualTo("5");
        assertThat(venue.lastAsked().body())
                .contains("\"a\":10107,\"b\":false,\"p\":\"22.284\"", "\"tif\":\"Ioc\"");
    }

    @ParameterizedTest
    @CsvSource({
        "BTC, BUY, 93456.789, 93456",
        "BTC, SELL, 93456.789, 93457",
        "BTC, BUY, 123456, 123456",
        "BTC, BUY, 9345.67, 9345.6",
        "ETH, BUY, 1234.56, 1234.5",
        "ETH, SELL, 0.123456, 0.13",
        "kPEPE, BUY, 0.0123456789, 0.012345",
        "kPEPE, SELL, 12.3, 12.3"
    })
    void roundsPricesTheSafeWay(String coin, Side side, String asked, String sent) {
        venue.says(META).says("{\"status\":\"err\",\"response\":\"enough\"}");

        client().place(order(Market.DERIVATIVES, coin, side, "1", asked));

        assertThat(venue.lastAsked().body()).contains("\"p\":\"" + sent + "\"");
    }

    @Test
    void tellsTheRulesNearThePrice() {
        venue.says(META).says("{\"BTC\":\"93456.5\"}");
        var rules = value(client().instrument(Market.DERIVATIVES, "BTC"));
        assertThat(rules.priceStep()).isEqualByComparingTo("1");
        assertThat(rules.quantityStep()).isEqualByComparingTo("0.00001");
        assertThat(rules.leastValue()).isEqualByComparingTo("10");
    }

    @Test
    void findsNoSuchSymbol() {
        venue.says(META);
        assertThat(refusal(client().instrument(Market.DERIVATIVES, "NOPE")).fault())
                .isEqualTo(Fault.BAD_SYMBOL);
    }

    @Test
    void looksALostOrderUpByItsClientId() {
        venue.says(META).comesTo(new WireResult.Lost("no answer: time-out"));
        OrderRequest lost = order(Market.DERIVATIVES, "ETH", Side.BUY, "1", "1000");
        assertThat(client().place(lost)).isInstanceOf(Unknown.class);
        assertThat(venue.asked()).hasSize(2);

        var again = new ScriptedTransport();
        again.says(
                        """
                        {"status":"order","order":{"order":{"coin":"ETH","side":"B","limitPx":"1000.0","sz":"0.4","oid":77,
                         "timestamp":1700000000000,"origSz":"1.0","cloid":"0x0123456789abcdef0123456789abcdef"},
                         "status":"canceled","statusTimestamp":1700000000001}}\
                        """)
                .says(
                        """
                        [{"coin":"ETH","px":"999","sz":"0.2","side":"B","time":1,"oid":77,"tid":1,"fee":"0.1","feeToken":"USDC"},
                         {"coin":"ETH","px":"1000","sz":"0.4","side":"B","time":1,"oid":77,"tid":2,"fee":"0.1","feeToken":"USDC"},
                         {"coin":"ETH","px":"5","sz":"9","side":"B","time":1,"oid":78,"tid":3,"fee":"0.1","feeToken":"USDC"}]\
                        """);
        var fields = Map.of("api_key", Secret.of(MASTER), "api_secret", Secret.of(KEY));
        OrderState state =
                value(
                        new Hyperliquid()
                                .connect(
                                        new Credential(HyperliquidProfile.VENUE, "mainnet", fields),
                                        again)
                                .order(new OrderRef(Market.DERIVATIVES, "ETH", null, ID)));

        assertThat(again.asked().getFirst().body())
                .isEqualTo(
                        "{\"type\":\"orderStatus\",\"user\":\""
                                + MASTER
                                + "\",\"oid\":\"0x"
                                + ID
                                + "\"}");
        assertThat(state.ref()).isEqualTo(new OrderRef(Market.DERIVATIVES, "ETH", "77", ID));
        assertThat(state.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(state.filled()).isEqualByComparingTo("0.6");
        assertThat(state.averagePrice()).isEqualByComparingTo("999.6666666666667");
    }

    @Test
    void knowsThatThereIsNoSuchOrder() {
        venue.says("{\"status\":\"unknownOid\"}");
        OrderRef ref = new OrderRef(Market.DERIVATIVES, "ETH", "77", null);
        assertThat(refusal(client().order(ref)).fault()).isEqualTo(Fault.ORDER_NOT_FOUND);
        assertThat(venue.lastAsked().body()).endsWith("\"oid\":77}");
    }

    @Test
    void cancelsByEitherId() {
        venue.says(META)
                .says(
                        "{\"status\":\"ok\",\"response\":{\"type\":\"cancel\",\"data\":{\"statuses\":[\"success\"]}}}")
                .says(META)
                .says(
                        "{\"status\":\"ok\",\"response\":{\"type\":\"cancel\",\"data\":{\"statuses\":[{\"error\":\"Order"
                            + " was never placed, already canceled, or filled. asset=1\"}]}}}");

        value(client().cancel(new OrderRef(Market.DERIVATIVES, "ETH", "77738308", null)));
        assertThat(venue.lastAsked().body())
                .contains("{\"type\":\"cancel\",\"cancels\":[{\"a\":1,\"o\":77738308}]}");
        var no = refusal(client().cancel(new OrderRef(Market.DERIVATIVES, "ETH", null, ID)));
        assertThat(no.fault()).isEqualTo(Fault.ORDER_NOT_FOUND);
        assertThat(venue.lastAsked().body())
                .contains("\"cancelByCloid\",\"cancels\":[{\"asset\":1,\"cloid\":\"0x" + ID);
    }

    @Test
    void listsOpenOrdersAndFillsOfOneCoin() {
        venue.says(META)
                .says(
                        "[{\"coin\":\"ETH\",\"side\":\"A\",\"limitPx\":\"2000\",\"sz\":\"1.5\",\"oid\":9,\"origSz\":\"2.0\"},"
                            + "{\"coin\":\"BTC\",\"side\":\"B\",\"limitPx\":\"1\",\"sz\":\"1\",\"oid\":10}]")
                .says(META)
                .says(
                        "[{\"coin\":\"ETH\",\"px\":\"2000.5\",\"sz\":\"0.5\",\"side\":\"A\",\"time\":1700000000000,\"oid\":9,"
                            + "\"tid\":118906512037719,\"fee\":\"-0.03\",\"feeToken\":\"USDC\"},{\"coin\":\"@107\"}]");

        OrderState open = value(client().openOrders(Market.DERIVATIVES, "ETH")).getFirst();
        assertThat(open.quantity()).isEqualByComparingTo("2");
        assertThat(open.filled()).isEqualByComparingTo("0.5");
        assertThat(open.phase()).isEqualTo(Phase.OPEN);
        assertThat(value(client().recentFills(Market.DERIVATIVES, "ETH")))
                .containsExactly(
                        new Fill(
                                "118906512037719",
                                "9",
                                null,
                                "ETH",
                                Side.SELL,
                                dec("2000.5"),
                                dec("0.5"),
                                dec("-0.03"),
                                new Asset("USDC"),
                                Instant.ofEpochMilli(1700000000000L)));
    }

    @Test
    void readsTheTicker() {
        venue.says(META)
                .says("{\"BTC\":\"90000.5\"}")
                .says(
                        "{\"coin\":\"BTC\",\"levels\":[[{\"px\":\"90000\",\"sz\":\"1\",\"n\":1}],[{\"px\":\"90001\",\"sz\":\"1\",\"n\":1}]]}");
        assertThat(value(client().ticker(Market.DERIVATIVES, "BTC")))
                .isEqualTo(new Ticker("BTC", dec("90000.5"), dec("90000"), dec("90001")));
    }

    @Test
    void mapsAnyIdToTheVenuesForm() {
        assertThat(HyperliquidOrders.cloid(ID)).isEqualTo("0x" + ID);
        assertThat(HyperliquidOrders.cloid("0x" + ID.toUpperCase(Locale.ROOT)))
                .isEqualTo("0x" + ID);
        assertThat(HyperliquidOrders.cloid("my order"))
                .matches("0x[0-9a-f]{32}")
                .isEqualTo(HyperliquidOrders.cloid("my order"));
    }

    private static OrderRequest order(
            Market market, String symbol, Side side, String quantity, @Nullable String price) {
        return new OrderRequest(
                market, symbol, side, dec(quantity), price == null ? null : dec(price), ID, false);
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
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
