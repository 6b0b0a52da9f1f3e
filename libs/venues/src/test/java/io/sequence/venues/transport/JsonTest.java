package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are exact and odd ones are refused. */
class JsonTest {
    private static JsonNode of(String value) {
        return Json.parse("{\"x\":" + value + "}").orElseThrow();
    }

    @Test
    void readsNumbersExactlyHoweverTheyAreWritten() {
        assertThat(Json.decimal(of("0.1000000000000000055511151231257827"), "x").toPlainString())
                .isEqualTo("0.1000000000000000055511151231257827");
        assertThat(Json.decimal(of("\"26.66759503\""), "x")).isEqualByComparingTo("26.66759503");
        assertThat(Json.decimalOrNull(of("\"\""), "x")).isNull();
        assertThat(Json.decimalOrNull(of("null"), "x")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "\"1e999999999\"", "\"NaN\"", "\"12a\"", "1e-500"})
    void refusesNumbersThatNoMarketKnows(String number) {
        assertThatThrownBy(() -> Json.decimal(of(number), "x")).isInstanceOf(MalformedAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}}", "<html>", "{\"a\":1} trailing"})
    void findsNoJsonWhereThereIsNone(String text) {
        assertThat(Json.parse(text)).isEmpty();
    }

    @Test
    void survivesDeepNesting() {
        assertThat(Json.parse("[".repeat(100_000))).isEmpty();
    }

    @Test
    void encodesQueriesAsVenuesReadThem() {
        assertThat(Query.of("a b", "1+1/2").and("c", "BTC,USDT").andIf("d", null).and("e", "~*"))
                .hasToString("a%20b=1%2B1%2F2&c=BTC,USDT&e=~%2A");
    }
}
