package io.sequence.simulator.cryptocom;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.CallForTest;
import io.sequence.simulator.domain.ApiKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bodies are those of the Exchange v1 documentation; their signatures were worked out twice.
 */
class CryptocomSignatureTest {

    private static final ApiKey KEY = CallForTest.key("token", "secretKey", null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private/get-order-detail|11|{\"order_id\":\"53287421324\"}"
                        + "|02ef0a52c9428e5d3dcc5dd24d534ca39ef73f35acd3f6945f139a2364ef67a9",
                "private/create-order|14|{\"instrument_name\":\"BTC_USD\",\"side\":\"BUY\","
                        + "\"type\":\"LIMIT\",\"price\":\"50000.00\",\"quantity\":\"0.001\","
                        + "\"exec_inst\":[\"POST_ONLY\"]}"
                        + "|f57211f04d326068ef13ee8e33dafda2a6333c6a984c3b2dd9f5b4d7c52e89b2",
                "private/create-order-list|15|{\"contingency_type\":\"LIST\",\"order_list\":["
                        + "{\"instrument_name\":\"BTC_USD\",\"side\":\"BUY\",\"type\":\"LIMIT\","
                        + "\"price\":\"50000\",\"quantity\":\"0.1\"},"
                        + "{\"instrument_name\":\"BTC_USD\",\"side\":\"SELL\",\"type\":\"LIMIT\","
                        + "\"price\":\"60000\",\"quantity\":\"0.2\"}]}"
                        + "|c8b203b02709038a73cc405f0464cddd4c3ac24370197bfefe71147de833b8f1",
            })
    void acceptsTheWorkedExamples(String method, String id, String params, String sign) {
        assertThat(CryptocomSignature.fits(body(method, id, params, sign), KEY)).isTrue();
        assertThat(CryptocomSignature.fits(body(method, '"' + id + '"', params, sign), KEY))
                .isTrue();
        assertThat(CryptocomSignature.fits(body(method, id + '0', params, sign), KEY)).isFalse();
        assertThat(CryptocomSignature.fits(body(method, id, "{}", sign), KEY)).isFalse();
    }

    private static CryptocomBody body(String method, String id, String params, String sign) {
        return CryptocomBody.of(
                CallForTest.call(
                        "POST",
                        "/exchange/v1/" + method,
                        "",
                        "{\"id\":%s,\"method\":\"%s\",\"params\":%s,\"api_key\":\"token\",\"sig\":\"%s\",\"nonce\":1587846358253}"
                                .formatted(id, method, params, sign)));
    }
}
