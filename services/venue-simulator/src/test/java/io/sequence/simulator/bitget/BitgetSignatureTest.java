package io.sequence.simulator.bitget;

import static io.sequence.simulator.CallForTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.CallForTest;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.RsaPair;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitgetSignatureTest {

    private static final String TIME = "1695808949356";
    private static final ApiKey KEY = CallForTest.key("k", "example-secret-0001", "p");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET|/api/v2/mix/account/accounts|productType=USDT-FUTURES|''|pF/hlb1sxg9fxdFu85j5AuNTV0+zbKSvYx/vAABapgY=",
                "GET|/api/v2/spot/account/info|''|''|4WFEOwTk9rMX8fPtPZEf74myShqtjpG8PvZSFqSpc0U=",
                "POST|/api/v2/spot/trade/place-order|''|{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"gtc\",\"price\":\"23222.5\",\"size\":\"1\",\"clientOid\":\"121211212122\"}|SnIhJ5r/9guk2LoY80WIT86tQVXI0WpzrHfjFRo0oqE=",
            })
    void acceptsTheWorkedExamples(
            String method, String path, String query, String body, String sign) {
        assertThat(BitgetSignature.fits(call(method, path, query, body), KEY, TIME, sign)).isTrue();
        assertThat(BitgetSignature.fits(call(method, path + "x", query, body), KEY, TIME, sign))
                .isFalse();
    }

    @Test
    void signsQueryValuesUnescaped() {
        String signed = TIME + "GET/api/v2/spot/market/tickers?symbol=龙 BTC+USDT";
        String sign =
                Base64.getEncoder()
                        .encodeToString(
                                Macs.sha256(
                                        "example-secret-0001",
                                        signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(
                        BitgetSignature.fits(
                                call(
                                        "GET",
                                        "/api/v2/spot/market/tickers",
                                        "symbol=%E9%BE%99%20BTC%2BUSDT",
                                        ""),
                                KEY,
                                TIME,
                                sign))
                .isTrue();
    }

    @Test
    void acceptsRsa() throws Exception {
        RsaPair pair = RsaPair.generate();
        KeyTerms terms =
                new KeyTerms(null, KeyType.RSA, null, null, null, false, null, null, null, null);
        ApiKey key = terms.issue("k", pair.privatePem(), "p", pair.publicBase64(), Instant.EPOCH);
        String der = pair.privatePem().replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(
                KeyFactory.getInstance("RSA")
                        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(der))));
        signer.update((TIME + "GET/api/v3/account/info").getBytes(StandardCharsets.UTF_8));
        String sign = Base64.getEncoder().encodeToString(signer.sign());
        assertThat(
                        BitgetSignature.fits(
                                call("GET", "/api/v3/account/info", "", ""), key, TIME, sign))
                .isTrue();
        assertThat(
                        BitgetSignature.fits(
                                call("GET", "/api/v3/account/inf", "", ""), key, TIME, sign))
                .isFalse();
    }
}
