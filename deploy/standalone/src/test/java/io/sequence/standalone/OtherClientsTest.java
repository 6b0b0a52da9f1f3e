package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static void refusal(JsonNode steps, String step, JsonNode expected) {
        assertThat(steps.path(step).path("error").asText())
                .as(step + ": " + said(steps))
                .isEqualTo(expected.asText());
    }

    private static String said(JsonNode steps) {
        return steps.toPrettyString();
    }
}
