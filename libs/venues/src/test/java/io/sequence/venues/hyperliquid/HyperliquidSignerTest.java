package io.sequence.venues.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.WireRequest;
import io.sequence.vocabulary.Secret;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the body may hold; the signatures themselves are held by the golden vectors. */
class HyperliquidSignerTest {
    private static final String KEY =
            "0123456789012345678901234567890123456789012345678901234567890123";
    private static final String VAULT = "0x1719884eb866cb12b2287399b15f7db5e7d775ea";

    @Test
    void keepsTheBodysOwnNonceAndVault() {
        String given =
                sign(
                        "{\"action\":{\"type\":\"noop\"},\"nonce\":5,\"vaultAddress\":null}",
                        VAULT,
                        9);

        assertThat(given).contains("\"nonce\":5,").doesNotContain("vaultAddress");
        assertThat(sign("{\"action\":{\"type\":\"noop\"}}", VAULT, 9))
                .contains("\"nonce\":9,", "\"vaultAddress\":\"" + VAULT + "\"");
    }

    @Test
    void lowersAddressesAsTheVenueHashesThem() {
        String upper =
                sign(
                        "{\"action\":{\"type\":\"x\",\"user\":\""
                                + VAULT.toUpperCase(Locale.ROOT).replace("0X", "0x")
                                + "\"}}",
                        "",
                        1);

        assertThat(upper)
                .isEqualTo(sign("{\"action\":{\"type\":\"x\",\"user\":\"" + VAULT + "\"}}", "", 1));
    }

    @Test
    void hashesMembersInTheOrderGiven() {
        assertThat(sign("{\"action\":{\"type\":\"x\",\"a\":1,\"b\":2}}", "", 1))
                .isNotEqualTo(sign("{\"action\":{\"type\":\"x\",\"b\":2,\"a\":1}}", "", 1))
                .contains("\"action\":{\"type\":\"x\",\"a\":1,\"b\":2}");
    }

    @Test
    void takesAnActionAlone() {
        assertThat(sign("{\"type\":\"noop\"}", "", 1))
                .isEqualTo(sign("{\"action\":{\"type\":\"noop\"}}", "", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"action\":\"noop\"}",
                "{\"action\":{\"type\":\"usdSend\",\"signatureChainId\":\"0x66eee\"}}"
            })
    void signsNothingElse(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> sign(body, "", 1));
    }

    @Test
    void namesTheVaultThatIsNoAddress() {
        assertThatExceptionOfType(CredentialUnusable.class)
                .isThrownBy(() -> sign("{\"action\":{\"type\":\"noop\"}}", "my vault", 1))
                .withMessageContaining("passphrase")
                .withMessageNotContaining("my vault");
    }

    private static String sign(String body, String vault, long nonce) {
        return new HyperliquidSigner()
                .sign(
                        WireRequest.post("mainnet", "/exchange", body),
                        new Credential(
                                HyperliquidProfile.VENUE,
                                "mainnet",
                                Map.of(
                                        "api_key", Secret.of(VAULT),
                                        "api_secret", Secret.of(KEY),
                                        "passphrase", Secret.of(vault))),
                        Instant.EPOCH,
                        nonce)
                .body();
    }
}
