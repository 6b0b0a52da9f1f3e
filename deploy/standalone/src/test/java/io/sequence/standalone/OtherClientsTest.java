package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.standalone.bench.NodeScripts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A third witness: other people's clients trade against the simulator and understand its refusals.
 * What runs is in {@code src/test/node}.
 */
@Tag("whole-house")
class OtherClientsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static NodeScripts scripts;
    private static WholeHouse house;

    @BeforeAll
    static void enter() throws Exception {
        scripts = NodeScripts.installed(Path.of(""), "node");
        house = WholeHouse.shared();
    }

    static Stream<String> venuesOfCcxt() throws Exception {
        scripts = NodeScripts.installed(Path.of(""), "node");
        return scripts.run("names.mjs").lines();
    }

    @ParameterizedTest
    @MethodSource("venuesOfCcxt")
    void ccxtTradesAndUnderstandsRefusals(String venue) throws Exception {
        JsonNode told = JSON.readTree(scripts.run("ccxt.mjs", house.simulator(), venue));
        JsonNode steps = told.path("steps");

        assertThat(steps.path("markets").path("found").asBoolean()).as(said(steps)).isTrue();
        assertThat(steps.path("balance").path("ok").asBoolean()).as(said(steps)).isTrue();
        assertThat(steps.path("ticker").path("price").asDouble()).as(said(steps)).isPositive();
        assertThat(steps.path("place").path("id").asText()).as(said(steps)).isEqualTo("string");
        assertThat(steps.path("open").path("listed").asBoolean()).as(said(steps)).isTrue();
        assertThat(steps.path("status").path("status").asText()).as(said(steps)).isEqualTo("open");
        assertThat(steps.path("cancel").path("ok").asBoolean()).as(said(steps)).isTrue();
        assertThat(steps.path("cancel").path("listed").asBoolean()).as(said(steps)).isFalse();
        assertThat(steps.path("market").path("status").asText())
                .as(said(steps))
                .isEqualTo("closed");
        assertThat(steps.path("moved")).as(said(steps)).isNotEqualTo(steps.path("balance"));
        refusal(steps, "wrong secret", told.path("errors").path("secret"));
        if (told.path("errors").has("clock")) {
            refusal(steps, "late clock", told.path("errors").path("clock"));
        }
        refusal(steps, "missing right", told.path("errors").path("right"));
    }

    @Test
    void kalshisOwnClientTradesAndUnderstandsRefusals() throws Exception {
        JsonNode steps = JSON.readTree(scripts.run("kalshi.mjs", house.simulator())).path("steps");

        assertThat(steps.path("markets").path("listed").asInt()).as(said(steps)).isPositive();
        assertThat(steps.path("book").path("bids").asInt()).as(said(steps)).isPositive();
        told(steps, "balance", "dollars", "500.0000");
        told(steps, "place", "status", "201");
        told(steps, "place", "remaining", "10.00");
        told(steps, "open", "listed", "true");
        told(steps, "status", "status", "resting");
        told(steps, "status", "price", "0.0100");
        told(steps, "cancel", "reduced", "10.00");
        told(steps, "cancel", "status", "canceled");
        told(steps, "cancel", "listed", "false");
        kalshiRefusal(steps, "cancel again", 404, "not_found", "");
        told(steps, "fill", "filled", "10.00");
        told(steps, "fill", "fills", "1");
        told(steps, "positions", "held", "10.00");
        assertThat(steps.path("moved").path("cents").asInt()).as(said(steps)).isBetween(1, 49_999);
        String refused = "authentication_error";
        kalshiRefusal(steps, "wrong secret", 401, refused, "INCORRECT_API_KEY_SIGNATURE");
        kalshiRefusal(steps, "unknown key", 401, refused, "NOT_FOUND");
        kalshiRefusal(steps, "late clock", 401, "header_timestamp_expired", "");
        kalshiRefusal(steps, "missing right", 403, "forbidden", "missing scope");
        kalshiRefusal(steps, "no key", 401, "signature_is_missing_from_headers", "");
    }

    /** Kalshi's client has no error classes of its own: it throws axios's, with the answer. */
    private static void kalshiRefusal(
            JsonNode steps, String step, int status, String code, String details) {
        told(steps, step, "error", "AxiosError");
        told(steps, step, "status", Integer.toString(status));
        told(steps, step, "code", code);
        told(steps, step, "details", details);
    }

    private static void told(JsonNode steps, String step, String fact, String expected) {
        assertThat(steps.path(step).path(fact).asText())
                .as(step + " " + fact + ": " + said(steps))
                .isEqualTo(expected);
    }

    /** Polymarket's own SDK, as each kind of wallet that the venue knows. */
    @ParameterizedTest
    @ValueSource(strings = {"eoa", "proxy", "safe", "deposit"})
    void polymarketsOwnClientTradesAndUnderstandsRefusals(String wallet) throws Exception {
        // It reads the book, and then buys all or nothing at the price it read.
        var simulator = new HouseClient(house.simulator());
        String prices = "/_sim/polymarket/prices";
        JsonNode now = simulator.expect(200, "GET", prices, null).body().path("prices");
        Map<String, String> pinned = new HashMap<>();
        now.properties()
                .forEach(
                        price ->
                                pinned.put(
                                        price.getKey(),
                                        new BigDecimal(price.getValue().asText())
                                                .setScale(6, RoundingMode.HALF_UP)
                                                .toPlainString()));
        simulator.expect(200, "PUT", prices, pinned);
        JsonNode steps =
                JSON.readTree(scripts.run("polymarket.mjs", house.simulator(), wallet))
                        .path("steps");

        assertThat(steps.path("derive").path("same").asBoolean()).as(said(steps)).isTrue();
        assertThat(steps.path("book").path("asks").asInt()).as(said(steps)).isPositive();
        assertThat(steps.path("balance").path("balance").asText())
                .as(said(steps))
                .isEqualTo("1000000000");
        assertThat(steps.path("place").path("status").asText()).as(said(steps)).isEqualTo("live");
        assertThat(steps.path("open").path("listed").asBoolean()).as(said(steps)).isTrue();
        assertThat(steps.path("status").path("status").asText()).as(said(steps)).isEqualTo("LIVE");
        assertThat(steps.path("cancel").path("canceled").asBoolean()).as(said(steps)).isTrue();
        assertThat(steps.path("cancel").path("left").asInt(-1)).as(said(steps)).isZero();
        assertThat(steps.path("market").path("status").asText())
                .as(said(steps))
                .isEqualTo("matched");
        assertThat(steps.path("market").path("held").asInt()).as(said(steps)).isEqualTo(1);
        words(steps, "wrong wallet", "Could not derive api key!");
        words(steps, "wrong key", "Unauthorized/Invalid api key");
        words(
                steps,
                "wrong signer",
                wallet.equals("deposit")
                        ? "invalid signature"
                        : "the order signer address has to be the address of the API KEY");
    }

    /** The SDK that Hyperliquid's users write in, with an API wallet's key. */
    @Test
    void hyperliquidsClientTradesAndUnderstandsRefusals() throws Exception {
        JsonNode steps =
                JSON.readTree(scripts.run("hyperliquid.mjs", house.simulator())).path("steps");

        told(steps, "markets", "perp", "0");
        told(steps, "markets", "spot", "10000");
        told(steps, "markets", "coin", "@0");
        told(steps, "role", "role", "agent");
        told(steps, "role", "ours", "true");
        told(steps, "role", "days", "90");
        told(steps, "balance", "value", "100000.0");
        told(steps, "balance", "UBTC", "2.0");
        assertThat(steps.path("book").path("mid").asDouble()).as(said(steps)).isPositive();
        told(steps, "book", "crossed", "false");
        told(steps, "place", "oid", "number");
        told(steps, "place", "cloid", "true");
        told(steps, "open", "side", "B");
        told(steps, "open", "size", "0.01");
        told(steps, "open", "cloid", "true");
        told(steps, "status", "status", "open");
        told(steps, "status", "tif", "Gtc");
        told(steps, "status", "same", "true");
        told(steps, "status", "unknown", "unknownOid");
        told(steps, "cancel", "done", "success");
        told(steps, "cancel", "status", "canceled");
        told(steps, "cancel", "left", "0");
        told(steps, "sub-account", "listed", "true");
        told(steps, "sub-account", "master", "0");
        told(steps, "testnet", "type", "default");
        hyperliquidFills(steps);
        hyperliquidRefusals(steps);
    }

    private static void hyperliquidFills(JsonNode steps) {
        told(steps, "fill", "size", "0.01");
        told(steps, "fill", "fill", "true");
        told(steps, "fill", "dir", "Open Long");
        told(steps, "fill", "held", "0.01");
        told(steps, "spot fill", "size", "0.01");
        told(steps, "spot fill", "fill", "true");
        told(steps, "spot fill", "feeToken", "UBTC");
        JsonNode moved = steps.path("moved");
        assertThat(moved.path("cost").asDouble()).as(said(steps)).isPositive();
        assertThat(moved.path("spent").asDouble())
                .as(said(steps))
                .isCloseTo(moved.path("cost").asDouble(), within(1e-6));
        assertThat(moved.path("gained").asDouble())
                .as(said(steps))
                .isPositive()
                .isCloseTo(moved.path("got").asDouble(), within(1e-9));
    }

    private static void hyperliquidRefusals(JsonNode steps) {
        String gone = "Order was never placed, already canceled, or filled.";
        String unmatched = "Order could not immediately match against any resting orders.";
        hyperliquidRefusal(steps, "cancel again", "Order 0: " + gone + " asset=0");
        hyperliquidRefusal(steps, "not filled", "Order 0: " + unmatched + " asset=0");
        hyperliquidRefusal(
                steps, "too small", "Order 0: Order must have minimum value of $10. asset=0");
        String unknown = "User or API Wallet SIGNER does not exist.";
        hyperliquidRefusal(steps, "unapproved key", unknown);
        told(steps, "agent", "type", "default");
        hyperliquidRefusal(steps, "expired agent", unknown);
        told(steps, "expired role", "role", "missing");
        hyperliquidRefusal(steps, "other network", "User or API Wallet OTHER does not exist.");
        hyperliquidRefusal(steps, "no sub-account", "Vault not registered: OTHER");
        hyperliquidRefusal(steps, "late order", "Action already expired");
        told(steps, "nonce", "type", "default");
        hyperliquidRefusal(steps, "nonce again", "Invalid nonce: duplicate nonce N");
        hyperliquidRefusal(steps, "old nonce", "Invalid nonce: nonce too low N < N");
        hyperliquidRefusal(steps, "early nonce", "Invalid nonce: nonce too high N > N");
        told(steps, "nothing taken", "left", "0");
    }

    private static void hyperliquidRefusal(JsonNode steps, String step, String message) {
        told(steps, step, "error", "ApiRequestError");
        told(steps, step, "message", message);
    }

    private static void words(JsonNode steps, String step, String expected) {
        assertThat(steps.path(step).path("message").asText())
                .as(step + ": " + said(steps))
                .isEqualTo(expected);
    }

    private static void refusal(JsonNode steps, String step, JsonNode expected) {
        assertThat(steps.path(step).path("error").asText())
                .as(step + ": " + said(steps))
                .isEqualTo(expected.asText());
    }

    private static String said(JsonNode steps) {
        return steps.toPrettyString();
    }
}
