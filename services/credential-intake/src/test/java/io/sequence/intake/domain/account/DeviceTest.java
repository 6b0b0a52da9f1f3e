package io.sequence.intake.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chrome on Linux | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like"
                        + " Gecko) Chrome/143.0.0.0 Safari/537.36",
                "Chrome on Windows | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
                        + " (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
                "Edge on Windows | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
                        + " (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
                "Opera on macOS | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
                        + " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36"
                        + " OPR/124.0.0.0",
                "Firefox on Linux | Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101"
                        + " Firefox/145.0",
                "Firefox on Android | Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0"
                        + " Firefox/145.0",
                "Safari on macOS | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
                        + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
                "Safari on iPhone | Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)"
                        + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148"
                        + " Safari/604.1",
                "Chrome on iPhone | Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)"
                        + " AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/143.0.0.0 Mobile/15E148"
                        + " Safari/604.1",
                "Samsung Internet on Android | Mozilla/5.0 (Linux; Android 16; K)"
                        + " AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0"
                        + " Chrome/136.0.0.0 Mobile Safari/537.36",
                "Chrome on ChromeOS | Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36"
                        + " (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
                "curl | curl/8.14.1",
            })
    void namesBrowserAndSystem(String name, String userAgent) {
        assertThat(Device.describe(userAgent)).contains(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "okhttp/4", "<script>alert(1)</script>", "\u0000\u202E"})
    void saysNothingOfWhatItDoesNotKnow(String userAgent) {
        assertThat(Device.describe(userAgent)).isEmpty();
    }

    @Test
    void repeatsNothingOfWhatWasSent() {
        assertThat(Device.describe("Firefox/<b>145</b> (Windows <i>)"))
                .contains("Firefox on Windows");
        assertThat(Device.describe("(".repeat(500_000) + " Version/".repeat(500_000))).isEmpty();
    }
}
