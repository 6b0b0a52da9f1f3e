package io.sequence.venues.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Secret;
import org.junit.jupiter.api.Test;

/** The vendor's own test vectors, which are of the test chain, and ids of the golden orders. */
class PolymarketTypedDataTest {
    /** A development key that everybody knows. */
    private static final Secret KEY =
            Secret.of("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

    private static final String ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    private static final long AMOY = 80002;

    @Test
    void provesAWallet() {
        assertThat(
                        PolymarketTypedData.proof(
                                KEY, "signer_private_key", ADDRESS, AMOY, "10000000", "23"))
                .isEqualTo(
                        "0xf62319a987514da40e57e2f4d7529f7bac38f0355bd88bb5adbb3768d80de6c1682518e0"
                                + "af677d5260366425f4361e7b70c25ae232aff0ab2331e2b164a1aedc1b");
    }

    @Test
    void signsForADepositWallet() {
        String wallet = "0x1111111111111111111111111111111111111111";
        ObjectNode order =
                Json.object()
                        .put("salt", 479249096354L)
                        .put("maker", wallet)
                        .put("signer", wallet)
                        .put("tokenId", "1234")
                        .put("makerAmount", "100000000")
                        .put("takerAmount", "50000000")
                        .put("side", "BUY")
                        .put("signatureType", 3)
                        .put("timestamp", "1710000000000")
                        .put("metadata", PolymarketTypedData.ZERO_WORD)
                        .put("builder", PolymarketTypedData.ZERO_WORD);
        var exchange =
                new PolymarketExchange(AMOY, "2", "0xE111180000d2663C0091e4f400237545B87B996B");

        String signature =
                PolymarketTypedData.signature(KEY, "signer_private_key", order, exchange);

        assertThat(signature)
                .startsWith(
                        "0xa3a093c83b6c20c83355c16ce94c92e6e9fcbdeb840618cc74f6c57a42ad145b2b98db73"
                            + "d2c73cbf1f2b6af288566ae81960ddbc3a13921027358a8bff3be6ff1c"
                            + "a440cbd865bc0c6243d7a8df9a8bf48a8827b0a4abbb61c30e96d305423af148"
                            + "d23d42d3ad94e65d78258cecaf8dcbaddac0f73dc085040f2c12bb595dd83804")
                .endsWith("00ba")
                .hasSize(2 + 2 * (65 + 32 + 32 + 186 + 2));
    }

    @Test
    void knowsTheVenuesIdBeforehand() {
        ObjectNode order =
                Json.object()
                        .put("salt", 479249096354L)
                        .put("maker", ADDRESS)
                        .put("signer", ADDRESS)
                        .put(
                                "tokenId",
                                "71321045679252212594626385532706912750332728571942532289631379312455583992563")
                        .put("makerAmount", "5600000")
                        .put("takerAmount", "10000000")
                        .put("side", "BUY")
                        .put("signatureType", 0)
                        .put("timestamp", "1713398400000")
                        .put("metadata", PolymarketTypedData.ZERO_WORD)
                        .put("builder", PolymarketTypedData.ZERO_WORD);

        // Computed with viem's hashTypedData over the vendor's typed data.
        assertThat(PolymarketTypedData.orderId(order, PolymarketExchange.of(2, false)))
                .isEqualTo("0xa066dfac3a53b15250993493e69b565fdc5af4eb45c8736d563da2eef6f0c3ff");
    }
}
