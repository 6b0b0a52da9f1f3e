package io.sequence.venues.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.WireRequest;
import io.sequence.vocabulary.Secret;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the nonce goes; the signature itself is held by the golden vectors. */
class KrakenSignerTest {
    private static final String SECRET = "bWFkZS11cC1zZWNyZXQtZm9yLXRlc3Rz";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | nonce=77",
                "pair=XBTUSD           | nonce=77&pair=XBTUSD",
                "pair=XBTUSD&nonce=1   | pair=XBTUSD&nonce=77",
                "mynonce=5             | nonce=77&mynonce=5",
                "{\"pair\":\"XBTUSD\"} | {\"nonce\":\"77\",\"pair\":\"XBTUSD\"}",
                "{}                    | {\"nonce\":\"77\"}",
                "{\"nonce\": 1}        | {\"nonce\":\"77\"}",
            })
    void putsTheNonceIntoTheBody(String body, String signed) {
        assertThat(sign(body, "some-key", SECRET, 77).body()).isEqualTo(signed);
    }

    @Test
    void saysHowTheBodyIsWritten() {
        assertThat(sign("{}", "some-key", SECRET, 1).headers())
                .containsEntry("Content-Type", "application/json");
        assertThat(sign("", "some-key", SECRET, 1).headers())
                .containsEntry("Content-Type", "application/x-www-form-urlencoded")
                .containsKey("User-Agent");
    }

    @Test
    void countsBeyondTheSignedRange() {
        assertThat(sign("", "some-key", SECRET, -1).body()).isEqualTo("nonce=18446744073709551615");
    }

    @Test
    void namesTheFieldThatCannotSign() {
        assertThatExceptionOfType(CredentialUnusable.class)
                .isThrownBy(() -> sign("", "some-key", "n0t*base64", 1))
                .withMessageContaining("api_secret")
                .withMessageNotContaining("n0t*base64");
        assertThatExceptionOfType(CredentialUnusable.class)
                .isThrownBy(() -> sign("", "two\r\nlines", SECRET, 1))
                .withMessageContaining("api_key");
    }

    private static WireRequest sign(String body, String key, String secret, long nonce) {
        return new KrakenSigner()
                .sign(
                        WireRequest.post("spot", "/0/private/AddOrder", body),
                        new Credential(
                                KrakenProfile.VENUE,
                                "spot",
                                Map.of(
                                        "api_key", Secret.of(key),
                                        "api_secret", Secret.of(secret))),
                        Instant.EPOCH,
                        nonce);
    }
}
