package io.sequence.simulator.bitmart;

import static io.sequence.simulator.CallForTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.CallForTest;
import io.sequence.simulator.domain.ApiKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitMartSignatureTest {

    private static final ApiKey KEY =
            CallForTest.key(
                    "80618e45710812162b04892c7ee5ead4a3cc3e56",
                    "6c6c98544461bbe71db2bca4c6d7fd0021e0ba9efc215f9c6ad41852df9d9df9",
                    "test001");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|''|bitmart.WebSocket|1589267764859|3ceeb7e1b8cb165a975e28a2e2dfaca4d30b358873c0351c1a071d8c83314556",
                "GET|contract_id=1&category=1|''|1589267764859|6d5e774446448073f68e99c28ace86503451bed1fd44e43f80b9b518937c4ef1",
                "POST|''|{\"symbol\":\"BTC_USDT\",\"price\":\"8600\",\"count\":\"100\"}|1589793796145|c31dc326bf87f38bfb49a3f8494961abfa291bd549d0d98d9578e87516cee46d",
            })
    void acceptsTheWorkedExamples(
            String method, String query, String body, String timestamp, String sign) {
        assertThat(BitMartSignature.fits(call(method, "/any", query, body), KEY, timestamp, sign))
                .isTrue();
        // The path is not signed, the payload is.
        assertThat(BitMartSignature.fits(call(method, "/other", query, body), KEY, timestamp, sign))
                .isTrue();
        assertThat(
                        BitMartSignature.fits(
                                call(method, "/any", query + "x", body + "x"),
                                KEY,
                                timestamp,
                                sign))
                .isFalse();
    }
}
