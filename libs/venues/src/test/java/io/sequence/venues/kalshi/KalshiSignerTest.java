package io.sequence.venues.kalshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.WireRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;

/** Signatures as any RSA-PSS verifier sees them. */
class KalshiSignerTest {
    private static final Instant NOW = Instant.ofEpochMilli(1703123456789L);
    private static final WireRequest BALANCE =
            WireRequest.get("elections", "/trade-api/v2/portfolio/balance", "");

    private final KalshiSigner signer = new KalshiSigner();

    private static boolean verifies(WireRequest signed, String message, PublicKey key)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance("RSASSA-PSS");
        check.setParameter(
                new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        check.initVerify(key);
        check.update(message.getBytes(StandardCharsets.UTF_8));
        return check.verify(
                Base64.getDecoder()
                        .decode(
                                Objects.requireNonNull(
                                        signed.headers().get("KALSHI-ACCESS-SIGNATURE"))));
    }

    private static String pkcs1() throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(KalshiKeys.PAIR.getPrivate());
        }
        assertThat(text.toString()).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        return text.toString();
    }

    @Test
    void signsWithAKeyInEveryFormInWhichItIsPasted() throws Exception {
        for (String pem : List.of(KalshiKeys.pkcs8(), pkcs1())) {
            for (String pasted :
                    List.of(
                            pem,
                            pem.replace("\n", "\r\n"),
                            pem.replace("\n", "\\n"),
                            pem.strip())) {
                WireRequest signed = signer.sign(BALANCE, KalshiKeys.credential(pasted), NOW, 0);

                assertThat(
                                verifies(
                                        signed,
                                        "1703123456789GET/trade-api/v2/portfolio/balance",
                                        KalshiKeys.PAIR.getPublic()))
                        .isTrue();
                assertThat(signed.headers())
                        .containsEntry("KALSHI-ACCESS-KEY", KalshiKeys.ID)
                        .containsEntry("KALSHI-ACCESS-TIMESTAMP", "1703123456789");
            }
        }
    }

    @Test
    void signsNeitherQueryNorBody() throws Exception {
        var order =
                new WireRequest(
                        "elections",
                        "POST",
                        "/trade-api/v2/portfolio/events/orders",
                        "subaccount=1",
                        Map.of(),
                        "{\"ticker\":\"KXÜ\"}");

        WireRequest signed = signer.sign(order, KalshiKeys.credential(), NOW, 0);

        assertThat(
                        verifies(
                                signed,
                                "1703123456789POST/trade-api/v2/portfolio/events/orders",
                                KalshiKeys.PAIR.getPublic()))
                .isTrue();
        assertThat(signed.query()).isEqualTo("subaccount=1");
        assertThat(signed.body()).isEqualTo("{\"ticker\":\"KXÜ\"}");
        assertThat(signed.headers()).containsEntry("Content-Type", "application/json");
    }

    @Test
    void signsTheSameToTheSameBytesAndAnotherMomentToOthers() {
        WireRequest signed = signer.sign(BALANCE, KalshiKeys.credential(), NOW, 0);

        assertThat(signer.sign(BALANCE, KalshiKeys.credential(), NOW, 7)).isEqualTo(signed);
        assertThat(signer.sign(BALANCE, KalshiKeys.credential(), NOW.plusMillis(1), 0))
                .isNotEqualTo(signed);
    }

    @Test
    void refusesWhatIsNoRsaPrivateKey() {
        for (String secret : List.of("not a key", "0x" + "ab".repeat(32))) {
            assertThatThrownBy(() -> signer.sign(BALANCE, KalshiKeys.credential(secret), NOW, 0))
                    .isInstanceOf(CredentialUnusable.class)
                    .hasMessageStartingWith("api_secret: ")
                    .hasMessageNotContaining(secret);
        }
    }
}
