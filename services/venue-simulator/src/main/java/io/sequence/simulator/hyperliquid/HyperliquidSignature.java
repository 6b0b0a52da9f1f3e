package io.sequence.simulator.hyperliquid;

import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.ether.Keccak;
import io.sequence.simulator.ether.Typed;
import io.sequence.simulator.ether.WalletSignature;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Who signed an action: the signature is over a phantom agent whose connection id is the hash of
 * the packed action. Source: official SDK {@code signing.py} and its tests.
 */
final class HyperliquidSignature {

    private static final byte[] DOMAIN = Typed.domain("Exchange", "1", 1337, "0x" + "0".repeat(40));
    private static final String AGENT = "Agent(string source,bytes32 connectionId)";

    private HyperliquidSignature() {}

    /** The connection id of a packed action. */
    static byte[] connectionId(
            byte[] packed, long nonce, @Nullable String vault, @Nullable Long expiresAfter) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(packed);
        data.writeBytes(number(nonce));
        data.write(vault == null ? 0 : 1);
        if (vault != null) {
            data.writeBytes(Addresses.bytes(vault));
        }
        if (expiresAfter != null) {
            data.write(0);
            data.writeBytes(number(expiresAfter));
        }
        return Keccak.hash(data.toByteArray());
    }

    /** The address that signed, null when the signature is malformed. */
    static @Nullable String signer(
            byte[] connectionId, boolean mainnet, WalletSignature signature) {
        byte[] agent = Typed.struct(AGENT, Typed.text(mainnet ? "a" : "b"), connectionId);
        return signature.signer(Typed.digest(DOMAIN, agent));
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }
}
