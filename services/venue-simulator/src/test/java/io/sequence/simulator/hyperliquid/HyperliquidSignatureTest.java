package io.sequence.simulator.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.ether.WalletSignature;
import io.sequence.simulator.wire.Json;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Against the vectors of the official SDK: hyperliquid-python-sdk, tests/signing_test.py. */
class HyperliquidSignatureTest {

    private static final String SIGNER = "0x14791697260e4c9a71f18484c9f997b308e59325";
    private static final String ORDER =
            "{\"type\":\"order\",\"orders\":[{\"a\":1,\"b\":true,\"p\":\"100\",\"s\":\"100\",\"r\":false,"
                + "\"t\":{\"limit\":{\"tif\":\"Gtc\"}}}],\"grouping\":\"na\"}";

    @Test
    void derivesTheAddressOfAKey() {
        assertThat(
                        Addresses.ofPrivateKey(
                                "0x0123456789012345678901234567890123456789012345678901234567890123"))
                .isEqualTo(SIGNER);
    }

    @Test
    void hashesAnOrderAsTheSdkDoes() {
        String order =
                "{\"type\":\"order\",\"orders\":[{\"a\":4,\"b\":true,\"p\":\"1670.1\",\"s\":\"0.0147\",\"r\":false,"
                    + "\"t\":{\"limit\":{\"tif\":\"Ioc\"}}}],\"grouping\":\"na\"}";
        assertThat(
                        hex(
                                HyperliquidSignature.connectionId(
                                        packed(order), 1677777606040L, null, null)))
                .isEqualTo("0fcbeda5ae3c4950a548021552a4fea2226858c4453571bf3f24ba017eac2908");
    }

    @Test
    void recoversTheSignerOnEachNetwork() {
        byte[] id = HyperliquidSignature.connectionId(packed(ORDER), 0, null, null);
        WalletSignature main =
                signature(
                        "0xd65369825a9df5d80099e513cce430311d7d26ddf477f5b3a33d2806b100d78e",
                        "0x2b54116ff64054968aa237c20ca9ff68000f977c93289157748a3162b6ea940e",
                        28);
        WalletSignature test =
                signature(
                        "0x82b2ba28e76b3d761093aaded1b1cdad4960b3af30212b343fb2e6cdfa4e3d54",
                        "0x6b53878fc99d26047f4d7e8c90eb98955a109f44209163f52d8dc4278cbbd9f5",
                        27);
        assertThat(HyperliquidSignature.signer(id, true, main)).isEqualTo(SIGNER);
        assertThat(HyperliquidSignature.signer(id, false, test)).isEqualTo(SIGNER);
        assertThat(HyperliquidSignature.signer(id, false, main)).isNotEqualTo(SIGNER);
    }

    @Test
    void recoversWithAVaultAndWithoutLeadingZeros() {
        byte[] packed = MsgPack.pack(Json.object("type", "dummy", "num", 100000000000L));
        byte[] id =
                HyperliquidSignature.connectionId(
                        packed, 0, "0x1719884eb866cb12b2287399b15f7db5e7d775ea", null);
        WalletSignature signature =
                signature(
                        "0x3c548db75e479f8012acf3000ca3a6b05606bc2ec0c29c50c515066a326239",
                        "0x4d402be7396ce74fbba3795769cda45aec00dc3125a984f2a9f23177b190da2c",
                        28);
        assertThat(HyperliquidSignature.signer(id, true, signature)).isEqualTo(SIGNER);
    }

    @Test
    void packsInTheVenuesOwnSpelling() {
        String padded = ORDER.replace("\"p\":\"100\"", "\"p\":\"100.0\"");
        assertThat(packed(padded)).isEqualTo(packed(ORDER));
        String reordered = ORDER.replace("\"a\":1,\"b\":true", "\"b\":true,\"a\":1");
        assertThat(packed(reordered)).isEqualTo(packed(ORDER));
    }

    private static byte[] packed(String action) {
        JsonNode node = Objects.requireNonNull(Json.read(action));
        return MsgPack.pack(HyperliquidActions.canonical(node));
    }

    private static WalletSignature signature(String r, String s, int v) {
        return Objects.requireNonNull(WalletSignature.of(r, s, v));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
