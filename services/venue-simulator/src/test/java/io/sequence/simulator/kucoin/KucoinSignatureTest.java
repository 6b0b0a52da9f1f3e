package io.sequence.simulator.kucoin;

import static io.sequence.simulator.CallForTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.CallForTest;
import io.sequence.simulator.domain.ApiKey;
import org.junit.jupiter.api.Test;

class KucoinSignatureTest {

    private static final ApiKey KEY =
            CallForTest.key("k", "f03a5284-5c39-4aaa-9b20-dea10bdcf8e3", "Ab12345678)(*&^%$#@");

    @Test
    void acceptsTheOfficialExample() {
        assertThat(
                        KucoinSignature.fits(
                                call(
                                        "POST",
                                        "/api/v1/deposit-addresses",
                                        "",
                                        "{\"currency\":\"BTC\"}"),
                                KEY,
                                "1547015186532",
                                "7QP/oM0ykidMdrfNEUmng8eZjg/ZvPafjIqmxiVfYu4="))
                .isTrue();
    }

    @Test
    void acceptsTheWorkedGetAndDelete() {
        assertThat(
                        KucoinSignature.fits(
                                call("GET", "/api/v1/user/api-key", "", ""),
                                KEY,
                                "1735689600000",
                                "Dozm6ipL/ajbd5coPdeF9t8dAuwy2yEswhqT6sV1pNU="))
                .isTrue();
        assertThat(
                        KucoinSignature.fits(
                                call(
                                        "DELETE",
                                        "/api/v1/hf/orders/670fd33bf9406e0007ab3945",
                                        "symbol=BTC-USDT",
                                        ""),
                                KEY,
                                "1735689600000",
                                "jZAP7R3A2SI/lPXX4fjA7o2snVjaqJaiMx4ZW0dZ/5c="))
                .isTrue();
    }

    @Test
    void takesTheHashedPassphraseAndNotTheEncodedOne() {
        assertThat(
                        KucoinSignature.passphraseFits(
                                KEY, "F2p2bNS1bBehHvC/Z4YkB7l1Wd0Pq2iV/oLHM/DyE+I="))
                .isTrue();
        assertThat(KucoinSignature.passphraseFits(KEY, "QWIxMjM0NTY3OCkoKiZeJSQjQA==")).isFalse();
    }
}
