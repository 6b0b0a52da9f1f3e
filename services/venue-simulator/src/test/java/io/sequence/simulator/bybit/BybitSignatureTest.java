package io.sequence.simulator.bybit;

import static io.sequence.simulator.CallForTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.CallForTest;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.wire.RsaPair;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BybitSignatureTest {

    private static final ApiKey KEY =
            CallForTest.key("EXAMPLEkeyBYBIT0001", "EXAMPLEsecretBYBIT0001abcdefghijklmn", "");

    @Test
    void acceptsTheWorkedGetWithoutQuery() {
        assertThat(
                        fits(
                                "GET",
                                "/v5/user/query-api",
                                "",
                                "",
                                "f4f3c8984adbc3cea64484fc7d190c987ea9e54feb89bb6c56cac3c870531185"))
                .isTrue();
    }

    @Test
    void acceptsTheWorkedGetWithQuery() {
        assertThat(
                        fits(
                                "GET",
                                "/v5/account/wallet-balance",
                                "accountType=UNIFIED&coin=BTC,USDT",
                                "",
                                "0aae59aea7ff09aeffbdb528ffa2fd4b84440843ee6d5c54bddd170e8c031e64"))
                .isTrue();
    }

    @Test
    void acceptsTheWorkedPost() {
        assertThat(
                        fits(
                                "POST",
                                "/v5/order/create",
                                "",
                                "{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"side\":\"Buy\",\"orderType\":\"Limit\",\"qty\":\"0.001\",\"price\":\"25000\",\"timeInForce\":\"GTC\",\"orderLinkId\":\"demo-1\"}",
                                "aa9fd258a67f47e3785f4bc04221c2a4d8996138babb336c5abbe1d12215bae1"))
                .isTrue();
    }

    @Test
    void refusesAnotherQueryUnderTheSameSignature() {
        assertThat(
                        fits(
                                "GET",
                                "/v5/account/wallet-balance",
                                "accountType=UNIFIED&coin=BTC",
                                "",
                                "0aae59aea7ff09aeffbdb528ffa2fd4b84440843ee6d5c54bddd170e8c031e64"))
                .isFalse();
    }

    @Test
    void acceptsAnRsaSignatureAndRefusesGarbage() throws Exception {
        RsaPair pair = RsaPair.generate();
        KeyTerms rsa =
                new KeyTerms(null, KeyType.RSA, null, null, null, false, null, null, null, null);
        ApiKey key = rsa.issue("k", pair.privatePem(), null, pair.publicBase64(), Instant.EPOCH);
        String pem = pair.privatePem().replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(
                KeyFactory.getInstance("RSA")
                        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signer.update("1735689600000k5000".getBytes(StandardCharsets.UTF_8));
        String signature = Base64.getEncoder().encodeToString(signer.sign());
        assertThat(
                        BybitSignature.fits(
                                call("GET", "/x", "", ""), key, "1735689600000", "5000", signature))
                .isTrue();
        assertThat(
                        BybitSignature.fits(
                                call("GET", "/x", "a=1", ""),
                                key,
                                "1735689600000",
                                "5000",
                                signature))
                .isFalse();
        assertThat(
                        BybitSignature.fits(
                                call("GET", "/x", "", ""), key, "1735689600000", "5000", "%%%"))
                .isFalse();
    }

    private static boolean fits(
            String method, String path, String query, String body, String signature) {
        return BybitSignature.fits(
                call(method, path, query, body), KEY, "1735689600000", "5000", signature);
    }
}
