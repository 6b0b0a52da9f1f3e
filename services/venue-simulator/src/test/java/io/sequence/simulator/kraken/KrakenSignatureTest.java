package io.sequence.simulator.kraken;

import static io.sequence.simulator.CallForTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KrakenSignatureTest {

    private static final String SECRET =
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

    @Test
    void acceptsTheOfficialExample() {
        String body =
                "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";
        String sign =
                "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==";
        assertThat(
                        KrakenSignature.fits(
                                call("POST", "/0/private/AddOrder", "", body),
                                SECRET,
                                "1616492376594",
                                sign))
                .isTrue();
        assertThat(
                        KrakenSignature.fits(
                                call("POST", "/0/private/AddOrder", "", body + "0"),
                                SECRET,
                                "1616492376594",
                                sign))
                .isFalse();
    }

    @Test
    void acceptsTheWorkedKeyInspection() {
        assertThat(
                        KrakenSignature.fits(
                                call("POST", "/0/private/GetApiKeyInfo", "", "nonce=1735689600000"),
                                SECRET,
                                "1735689600000",
                                "gRxAZkrGp9CRDmVz7f0sODfP7veRf56/UwRKrOc1FOmuNkS5dZ5f9JpSyEsIJ6JYK2IfJNMrsBrRo4wJsv2A8g=="))
                .isTrue();
    }
}
