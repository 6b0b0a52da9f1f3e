package io.sequence.venues.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireRequestTest {
    private static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Z-Key", "k");
        headers.put("A-Sign", "s");
        return headers;
    }

    @Test
    void keepsHeadersInTheirOrderWhateverBecomesOfTheMapGiven() {
        Map<String, String> given = headers();
        WireRequest request = WireRequest.get("spot", "/x", "").withHeaders(given);
        given.clear();

        assertThat(request.headers()).isEqualTo(headers()).hasSameHashCodeAs(headers());
        assertThat(request.headers().keySet()).containsExactly("Z-Key", "A-Sign");
        assertThat(request.headers()).containsKey("A-Sign").doesNotContainKey("a-sign");
        assertThat(request.headers().get("none")).isNull();
        assertThatThrownBy(() -> request.headers().put("B", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void replacesAHeaderInItsPlaceAndPutsOthersBehind() {
        WireRequest request = WireRequest.get("spot", "/x", "").withHeaders(headers());

        assertThat(request.withHeaders(Map.of("Z-Key", "other")).headers())
                .containsExactly(Map.entry("Z-Key", "other"), Map.entry("A-Sign", "s"));
        assertThat(request.withHeaders(Map.of("B", "b")).headers().keySet())
                .containsExactly("Z-Key", "A-Sign", "B");
        assertThat(request.withBody("x").headers()).isEqualTo(request.headers());
    }
}
