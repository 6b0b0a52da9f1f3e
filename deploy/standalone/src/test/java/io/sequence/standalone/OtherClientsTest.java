package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        scripts = NodeScripts.installed();
        house = WholeHouse.shared();
    }

    static Stream<String> venuesOfCcxt() throws Exception {
        scripts = NodeScripts.installed();
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
