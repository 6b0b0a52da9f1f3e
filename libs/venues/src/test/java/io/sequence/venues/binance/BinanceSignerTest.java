package io.sequence.venues.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.WireRequest;
import io.sequence.vocabulary.Secret;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of keys, places of parameters, and credentials that cannot sign. */
class BinanceSignerTest {
    private static final Instant NOW = Instant.ofEpochMilli(1735689600000L);
    private static final WireRequest REQUEST = WireRequest.get("spot", "/api/v3/account", "a=1");

    private final BinanceSigner signer = new BinanceSigner(true);

    private static Credential credential(String key, String secret) {
        return new Credential(
                BinanceProfile.VENUE,
                "spot",
                Map.of("api_key", Secret.of(key), "api_secret", Secret.of(secret)));
    }

    private static String pem(Object key) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(key);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"RSA, SHA256withRSA", "Ed25519, Ed25519"})
    void signsWithAKeyOfTheUsersOwn(String kind, String algorithm) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance(kind).generateKeyPair();

        String query =
                signer.sign(REQUEST, credential("key", pem(pair.getPrivate())), NOW, 0).query();

        int last = query.indexOf("&signature=");
        assertThat(query.substring(0, last))
                .isEqualTo("a=1&timestamp=1735689600000&recvWindow=5000");
        String base64 = query.substring(last + "&signature=".length());
        assertThat(base64).doesNotContain("+", "/", "=");
        Signature check = Signature.getInstance(algorithm);
        check.initVerify(pair.getPublic());
        check.update(query.substring(0, last).getBytes(StandardCharsets.UTF_8));
        assertThat(
                        check.verify(
                                Base64.getDecoder()
                                        .decode(URLDecoder.decode(base64, StandardCharsets.UTF_8))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "timestamp=7|-|timestamp=7&recvWindow=5000",
                "recvWindow=60000|-|recvWindow=60000&timestamp=1735689600000",
                "recvWindow=9.5&timestamp=7|-|recvWindow=9.5&timestamp=7",
                "-|x=1|x=1&timestamp=1735689600000&recvWindow=5000",
                "timestamp=7|x=1|x=1&recvWindow=5000",
                "mytimestamp=7|-|mytimestamp=7&timestamp=1735689600000&recvWindow=5000"
            })
    void addsWhatIsAbsentAndKeepsWhatIsThere(String query, String body, String expected) {
        var request =
                new WireRequest(
                        "spot",
                        "POST",
                        "/api/v3/order",
                        query == null ? "" : query,
                        Map.of(),
                        body == null ? "" : body);

        WireRequest signed = signer.sign(request, credential("key", "secret"), NOW, 0);

        assertThat(body == null ? signed.query() : signed.body())
                .startsWith(expected + "&signature=");
        assertThat(body == null ? signed.body() : signed.query())
                .isEqualTo(body == null ? "" : request.query());
    }

    @Test
    void refusesOtherKeysWithoutQuotingThem() throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair ec = curve.generateKeyPair();
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String broken = "-----BEGIN PRIVATE KEY-----\nSGVsbG8gd29ybGQ=\n-----END PRIVATE KEY-----";

        for (String secret : new String[] {pem(ec.getPrivate()), pem(rsa.getPublic()), broken}) {
            assertThatThrownBy(() -> signer.sign(REQUEST, credential("key", secret), NOW, 0))
                    .isInstanceOf(CredentialUnusable.class)
                    .hasMessageStartingWith("api_secret: is ")
                    .hasMessageNotContaining(secret.substring(40, 60))
                    .hasNoCause();
        }
    }

    @Test
    void refusesAPrivateKeyWhereTheVenueKnowsNone() throws Exception {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Credential credential = credential("key", pem(rsa.getPrivate()));

        assertThatThrownBy(() -> new BinanceUs().signer().sign(REQUEST, credential, NOW, 0))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessageContaining("shared secrets only");
    }

    @Test
    void putsNothingUnprintableIntoAHeader() {
        assertThatThrownBy(() -> signer.sign(REQUEST, credential("key\r\nX: y", "s"), NOW, 0))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessage("api_key: holds characters that no header can carry");
    }
}
