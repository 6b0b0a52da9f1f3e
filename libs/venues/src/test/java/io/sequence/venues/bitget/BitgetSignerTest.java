package io.sequence.venues.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.Hmac;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes into the signature, and what does not. */
class BitgetSignerTest {
    private static final Instant NOW = Instant.ofEpochMilli(1695808949356L);

    private final BitgetSigner signer = new BitgetSigner();

    private static Credential credential(String secret) {
        return new Credential(
                new VenueId("bitget"),
                "global",
                Map.of(
                        "api_key", Secret.of("key"),
                        "api_secret", Secret.of(secret),
                        "passphrase", Secret.of("phrase")));
    }

    @ParameterizedTest
    @CsvSource({
        "a=b, a=b", "a=%E5%B8%81, a=币", "a=1%2C2&b=%26, 'a=1,2&b=&'", "a=x+y, a=x y",
        "a=%2B, a=+", "a=100%, a=100%", "a=%zz, a=%zz", "a=%e5%b8%81, a=币"
    })
    void undoesTheEscapesOfAQuery(String sent, String raw) {
        assertThat(RawQuery.of(sent)).isEqualTo(raw);
    }

    @Test
    void sendsTheQueryAsItWasEscaped() {
        WireRequest request = WireRequest.get("global", "/api/v3/x", "a=%E5%B8%81");

        WireRequest signed = signer.sign(request, credential("secret"), NOW, 0);

        assertThat(signed.query()).isEqualTo("a=%E5%B8%81");
        assertThat(signed.headers())
                .containsEntry(
                        "ACCESS-SIGN",
                        Encoding.base64(
                                Hmac.sha256(Secret.of("secret"), "1695808949356GET/api/v3/x?a=币")));
    }

    @Test
    void leavesTheDemoHeaderOutOfTheSignature() {
        WireRequest live = WireRequest.get("global", "/api/v3/account/info", "");
        WireRequest demo = live.withHeaders(Map.of("PAPTRADING", "1"));

        Map<String, String> headers = signer.sign(demo, credential("secret"), NOW, 0).headers();

        assertThat(headers)
                .containsEntry("PAPTRADING", "1")
                .containsAllEntriesOf(signer.sign(live, credential("secret"), NOW, 0).headers());
    }

    @Test
    void takesSixtyFourBytesInBase64ForASharedSecret() {
        String secret = "c2VjcmV0".repeat(10) + "c2VjcQ==";

        assertThat(
                        signer.sign(WireRequest.get("global", "/p", ""), credential(secret), NOW, 0)
                                .headers())
                .containsEntry(
                        "ACCESS-SIGN",
                        Encoding.base64(Hmac.sha256(Secret.of(secret), "1695808949356GET/p")));
    }
}
