package io.sequence.venues.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.WireRequest;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;

/** Self-generated keys and credentials that cannot sign. */
class BybitSignerTest {
    private static final Instant NOW = Instant.ofEpochMilli(1735689600000L);
    private static final WireRequest REQUEST =
            WireRequest.get("global", "/v5/account/wallet-balance", "accountType=UNIFIED");

    private final BybitSigner signer = new BybitSigner();

    private static Credential credential(String key, String secret) {
        return new Credential(
                new VenueId("bybit"),
                "global",
                Map.of("api_key", Secret.of(key), "api_secret", Secret.of(secret)));
    }

    @Test
    void signsWithAnRsaKeyInEitherPemForm() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String pkcs8 =
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n";
        var pkcs1 = new StringWriter();
        try (var writer = new JcaPEMWriter(pkcs1)) {
            writer.writeObject(pair.getPrivate());
        }
        assertThat(pkcs1.toString()).startsWith("-----BEGIN RSA PRIVATE KEY-----");

        for (String pem : new String[] {pkcs8, pkcs1.toString()}) {
            WireRequest signed = signer.sign(REQUEST, credential("key", pem), NOW, 0);

            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(pair.getPublic());
            check.update(
                    "1735689600000key5000accountType=UNIFIED".getBytes(StandardCharsets.UTF_8));
            assertThat(
                            check.verify(
                                    Base64.getDecoder()
                                            .decode(
                                                    Objects.requireNonNull(
                                                            signed.headers().get("X-BAPI-SIGN")))))
                    .isTrue();
        }
    }

    @Test
    void namesTheFieldThatIsNoKeyAndNotWhatItHolds() {
        String broken = "-----BEGIN PRIVATE KEY-----\nSGVsbG8gd29ybGQ=\n-----END PRIVATE KEY-----";

        assertThatThrownBy(() -> signer.sign(REQUEST, credential("key", broken), NOW, 0))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessageStartingWith("api_secret: ")
                .hasMessageNotContaining("SGVsbG8")
                .hasNoCause();
    }

    @Test
    void putsNothingUnprintableIntoAHeader() {
        assertThatThrownBy(() -> signer.sign(REQUEST, credential("key\r\nX: y", "s"), NOW, 0))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessage("api_key: holds characters that no header can carry");
    }
}
