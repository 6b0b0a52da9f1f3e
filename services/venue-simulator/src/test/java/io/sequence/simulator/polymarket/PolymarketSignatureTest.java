package io.sequence.simulator.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.domain.Side;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.wire.Macs;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Against the vectors of the official SDKs: clob-client-v2, py-clob-client-v2, rs-clob-client. */
class PolymarketSignatureTest {

    private static final String WALLET = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    private static final long AMOY = 80002;
    private static final String HOLDER = "0x" + "11".repeat(20);
    private static final String ZERO = "0x" + "0".repeat(64);
    private static final String INNER =
            "a3a093c83b6c20c83355c16ce94c92e6e9fcbdeb840618cc74f6c57a42ad145b"
                    + "2b98db73d2c73cbf1f2b6af288566ae81960ddbc3a13921027358a8bff3be6ff1c";
    private static final String SEPARATOR =
            "a440cbd865bc0c6243d7a8df9a8bf48a8827b0a4abbb61c30e96d305423af148";
    private static final String CONTENTS =
            "d23d42d3ad94e65d78258cecaf8dcbaddac0f73dc085040f2c12bb595dd83804";
    private static final String ORDER_TYPE =
            "Order(uint256 salt,address maker,address signer,uint256 tokenId,uint256 makerAmount,"
                    + "uint256 takerAmount,uint8 side,uint8 signatureType,uint256 timestamp,"
                    + "bytes32 metadata,bytes32 builder)";

    @Test
    void spellsAnAddressAsWalletsDo() {
        assertThat(Addresses.checksummed(WALLET))
                .isEqualTo("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    }

    @Test
    void knowsAWalletByItsProof() {
        String proof =
                "0xf62319a987514da40e57e2f4d7529f7bac38f0355bd88bb5adbb3768d80de6c1"
                        + "682518e0af677d5260366425f4361e7b70c25ae232aff0ab2331e2b164a1aedc1b";
        BigInteger nonce = BigInteger.valueOf(23);
        assertThat(PolymarketSignature.attests(WALLET, "10000000", nonce, AMOY, proof)).isTrue();
        assertThat(PolymarketSignature.attests(WALLET, "10000000", nonce, 137, proof)).isFalse();
        assertThat(PolymarketSignature.attests(WALLET, "10000001", nonce, AMOY, proof)).isFalse();
    }

    @Test
    void signsARequestAsTheSdkDoes() {
        String secret = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        byte[] body = "{\"hash\": \"0x123\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(PolymarketSignature.keyed(secret, "1000000", "test-sign", "/orders", body))
                .isEqualTo("ZwAdJKvoYRlEKDkNMwd5BuwNNtg93kNaR_oU2HrfVvc=");
        assertThat(PolymarketSignature.keyed(secret, "1", "GET", "/", new byte[0]))
                .isEqualTo("eHaylCwqRSOa2LFD77Nt_SaTpbsxzN8eTEI3LryhEj4=");
    }

    @Test
    void knowsTheWalletBehindADepositWalletsOrder() {
        byte[] exchange = PolymarketSignature.exchange(PolymarketSignature.EXCHANGE, AMOY);
        assertThat(Macs.hex(exchange)).isEqualTo(SEPARATOR);
        assertThat(Macs.hex(PolymarketSignature.struct(order(signature("00ba")))))
                .isEqualTo(CONTENTS);
        assertThat(PolymarketSignature.signed(order(signature("00ba")), WALLET, exchange, AMOY))
                .isTrue();
        assertThat(PolymarketSignature.signed(order(signature("00bb")), WALLET, exchange, AMOY))
                .isFalse();
        assertThat(PolymarketSignature.signed(order("0x" + INNER), WALLET, exchange, AMOY))
                .isFalse();
    }

    private static String signature(String length) {
        return "0x"
                + INNER
                + SEPARATOR
                + CONTENTS
                + Macs.hex(ORDER_TYPE.getBytes(StandardCharsets.US_ASCII))
                + length;
    }

    private static PolymarketOrder order(String signature) {
        return new PolymarketOrder(
                BigInteger.valueOf(479249096354L),
                HOLDER,
                HOLDER,
                "1234",
                BigInteger.valueOf(100000000),
                BigInteger.valueOf(50000000),
                Side.BUY,
                3,
                BigInteger.valueOf(1710000000000L),
                0,
                ZERO,
                ZERO,
                signature);
    }
}
