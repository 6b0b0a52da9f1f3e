package io.sequence.simulator.ether;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Typed data as EIP-712 hashes it. */
public final class Typed {

    private static final byte[] PREFIX = {0x19, 0x01};

    private Typed() {}

    /** An unsigned number as a word of 32 bytes. */
    public static byte[] word(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] word = new byte[32];
        int skip = bytes.length > 32 ? bytes.length - 32 : 0;
        System.arraycopy(bytes, skip, word, 32 - bytes.length + skip, bytes.length - skip);
        return word;
    }

    public static byte[] word(long number) {
        return word(BigInteger.valueOf(number));
    }

    /** An address as a word, zeros before it. */
    public static byte[] address(String address) {
        return word(new BigInteger(1, Addresses.bytes(address)));
    }

    /** A text as a word: its hash. */
    public static byte[] text(String text) {
        return Keccak.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hash of a struct.
     *
     * @param type its encoded type, {@code Agent(string source,bytes32 connectionId)}
     * @param words its members in that order
     */
    public static byte[] struct(String type, byte[]... words) {
        return Keccak.hash(text(type), Keccak.join(words));
    }

    /** The separator of a domain; {@code contract} null where the domain names none. */
    public static byte[] domain(
            String name, String version, long chainId, @Nullable String contract) {
        String members = "EIP712Domain(string name,string version,uint256 chainId";
        return contract == null
                ? struct(members + ")", text(name), text(version), word(chainId))
                : struct(
                        members + ",address verifyingContract)",
                        text(name),
                        text(version),
                        word(chainId),
                        address(contract));
    }

    /** What a wallet signs: the struct under the domain. */
    public static byte[] digest(byte[] domain, byte[] struct) {
        return Keccak.hash(PREFIX, domain, struct);
    }
}
