package io.sequence.simulator.okx;

import static io.sequence.simulator.CallForTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.CallForTest;
import io.sequence.simulator.domain.ApiKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkxSignatureTest {

    private static final ApiKey KEY = CallForTest.key("k", "22582BD0CFF14C41EDBF1AB98506286D", "p");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET|/api/v5/account/config||''|2025-01-01T00:00:00.000Z|VjWW3UR2OrhYLeuZZ41Cb+CNnJxt4tewe0vZmW37aEk=",
                "POST|/api/v5/trade/order||{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"clOrdId\":\"demo1\",\"side\":\"buy\",\"ordType\":\"limit\",\"px\":\"2.15\",\"sz\":\"2\"}|2025-01-01T00:00:00.000Z|l3Rit6BX34Ujm+A56LmYvaZcy3lmh9yycT0MyzDM+9E=",
                "GET|/api/v5/account/balance|ccy=BTC|''|2020-12-08T09:08:57.715Z|HiZhvSfMtWJA3uUIVXV3a/bSXNPCWvYFXoGCVS8V4zY=",
            })
    void acceptsTheWorkedExamples(
            String method, String path, String query, String body, String timestamp, String sign) {
        String asked = query == null ? "" : query;
        assertThat(OkxSignature.fits(call(method, path, asked, body), KEY, timestamp, sign))
                .isTrue();
        assertThat(OkxSignature.fits(call(method, path + "x", asked, body), KEY, timestamp, sign))
                .isFalse();
    }
}
