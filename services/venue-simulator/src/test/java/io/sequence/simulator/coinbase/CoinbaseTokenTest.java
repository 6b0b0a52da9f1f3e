package io.sequence.simulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.wire.VenueCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Test keys of Coinbase's Python SDK, with claims of our own that two libraries signed. */
class CoinbaseTokenTest {

    private static final String NAME = "organizations/test-organization/apiKeys/test-api-key";
    private static final String PATH = "/api/v3/brokerage/key_permissions";
    private static final String CLAIMS =
            "{\"sub\":\""
                    + NAME
                    + "\",\"iss\":\"cdp\",\"nbf\":1700000000,\"exp\":1700000120,"
                    + "\"uri\":\"GET api.coinbase.com"
                    + PATH
                    + "\"}";
    private static final String ED25519_PUBLIC =
            "MCowBQYDK2VwAyEAzirEQMIMq6REC3gbUtc505sz1+l69njlqc8ep1vJJ5A=";
    private static final String P256_PUBLIC =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEbAtpLlSZYVOwYICz+uEyxcS29vRIujiES/gQ1DC7FV4zK4JuYE9v"
                + "qDyGZQYjdXHLM7I6f/QnnOITL+dXYWBHRA==";
    private static final String ED25519_SIGNATURE =
            "lkwR3XtaqmQ218oQljoiktQ_AtpM4q7xpswu0_dBIc-PsithviO__55vVKiVQgetDmnEGH9aZco4zpwg81YjBg";
    private static final String P256_SIGNATURE =
            "nH113KB1Tt4fmGiUGnH5Nqe5ewzLvaork8qtHNi2MIfCmSvEGNOcHIli-axn9NuvaiT8t_LzCdQJtOZwmoAnww";

    private final ApiKey edwards = key(KeyType.ED25519, ED25519_PUBLIC);
    private final ApiKey p256 = key(KeyType.ECDSA, P256_PUBLIC);

    @Test
    void acceptsTheWorkedExamples() {
        CoinbaseToken first = token("EdDSA", CLAIMS, ED25519_SIGNATURE);
        CoinbaseToken second = token("ES256", CLAIMS, P256_SIGNATURE);
        assertThat(first.signedWith(edwards)).isTrue();
        assertThat(second.signedWith(p256)).isTrue();
        assertThat(first.wellFormed()).isTrue();
        assertThat(first.keyName()).isEqualTo(NAME);
        assertThat(first.names(call("GET", PATH, "limit=1", ""))).isTrue();
    }

    @Test
    void refusesAnotherKeyAndAnotherText() {
        assertThat(token("ES256", CLAIMS, P256_SIGNATURE).signedWith(edwards)).isFalse();
        assertThat(token("EdDSA", CLAIMS, P256_SIGNATURE).signedWith(p256)).isFalse();
        assertThat(token("ES256", CLAIMS.replace("120", "121"), P256_SIGNATURE).signedWith(p256))
                .isFalse();
    }

    @Test
    void isForOneRequestOnly() {
        CoinbaseToken token = token("ES256", CLAIMS, P256_SIGNATURE);
        assertThat(token.names(call("POST", PATH, "", ""))).isFalse();
        assertThat(token.names(call("GET", PATH + "/x", "", ""))).isFalse();
        String withQuery = CLAIMS.replace("permissions\"", "permissions?limit=1\"");
        assertThat(token("ES256", withQuery, "").names(call("GET", PATH, "limit=1", ""))).isFalse();
        String list = CLAIMS.replace("\"uri\":", "\"uris\":[").replace("}", "]}");
        assertThat(token("ES256", list, "").names(call("GET", PATH, "", ""))).isTrue();
    }

    @Test
    void livesForTwoMinutes() {
        CoinbaseToken token = token("ES256", CLAIMS, P256_SIGNATURE);
        assertThat(token.timely(Instant.ofEpochSecond(1_699_999_999L))).isFalse();
        assertThat(token.timely(Instant.ofEpochSecond(1_700_000_000L))).isTrue();
        assertThat(token.timely(Instant.ofEpochSecond(1_700_000_119L))).isTrue();
        assertThat(token.timely(Instant.ofEpochSecond(1_700_000_120L))).isFalse();
        String longer = CLAIMS.replace("1700000120", "1700000121");
        assertThat(token("ES256", longer, P256_SIGNATURE).wellFormed()).isFalse();
    }

    @Test
    void cannotReadWhatIsNoToken() {
        assertThat(CoinbaseToken.in(call("GET", PATH, "", "Bearer a.b"))).isNull();
        assertThat(CoinbaseToken.in(call("GET", PATH, "", "Bearer !.!.!"))).isNull();
        assertThat(CoinbaseToken.in(call("GET", PATH, "", "Basic abc"))).isNull();
    }

    private static ApiKey key(KeyType type, String publicKey) {
        return KeyTerms.none().usually(type).issue(NAME, "", null, publicKey, Instant.EPOCH);
    }

    private static CoinbaseToken token(String algorithm, String claims, String signature) {
        String header =
                "{\"alg\":\"%s\",\"kid\":\"%s\",\"nonce\":\"0123456789abcdef\",\"typ\":\"JWT\"}"
                        .formatted(algorithm, NAME);
        String bearer = "Bearer " + encoded(header) + '.' + encoded(claims) + '.' + signature;
        CoinbaseToken token = CoinbaseToken.in(call("GET", PATH, "", bearer));
        assertThat(token).isNotNull();
        return token;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static VenueCall call(String method, String path, String query, String authorization) {
        return new VenueCall(
                method,
                path,
                query,
                Map.of("authorization", authorization),
                new byte[0],
                "127.0.0.1",
                "advanced",
                Instant.ofEpochSecond(1_700_000_000L));
    }
}
