package io.sequence.simulator.ether;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/** Addresses and the private keys behind them; text forms are lower-case hex with {@code 0x}. */
public final class Addresses {

    static final org.bouncycastle.asn1.x9.X9ECParameters CURVE =
            CustomNamedCurves.getByName("secp256k1");

    private static final HexFormat HEX = HexFormat.of();

    private Addresses() {}

    /**
     * A private key that follows from {@code origin}, so that nothing has to be remembered: money
     * here is make-believe.
     */
    public static String privateKey(String origin) {
        byte[] seed = Keccak.hash(origin.getBytes(StandardCharsets.UTF_8));
        BigInteger scalar =
                new BigInteger(1, seed)
                        .mod(CURVE.getN().subtract(BigInteger.ONE))
                        .add(BigInteger.ONE);
        return "0x" + HEX.formatHex(Typed.word(scalar));
    }

    /** The address of a private key. */
    public static String ofPrivateKey(String privateKey) {
        return of(CURVE.getG().multiply(new BigInteger(privateKey.substring(2), 16)));
    }

    static String of(ECPoint publicKey) {
        byte[] encoded = publicKey.normalize().getEncoded(false);
        return last20(Keccak.hash(Arrays.copyOfRange(encoded, 1, encoded.length)));
    }

    /** An address that follows from {@code origin} and has no private key, as a contract has. */
    public static String contract(String origin) {
        return last20(Keccak.hash(origin.getBytes(StandardCharsets.UTF_8)));
    }

    private static String last20(byte[] hash) {
        return "0x" + HEX.formatHex(hash, 12, 32);
    }

    /** Mixed case by EIP-55: a letter is upper case where the hash's digit is 8 or more. */
    public static String checksummed(String address) {
        String digits = address.substring(2).toLowerCase(Locale.ROOT);
        String hash = HEX.formatHex(Keccak.hash(digits.getBytes(StandardCharsets.US_ASCII)));
        StringBuilder mixed = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            mixed.append(hash.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return mixed.toString();
    }

    /** The address in lower case, null when the text is none. */
    public static @Nullable String read(@Nullable String text) {
        return text != null && text.matches("0x[0-9a-fA-F]{40}")
                ? text.toLowerCase(Locale.ROOT)
                : null;
    }

    /** The 20 bytes of an address. */
    public static byte[] bytes(String address) {
        return HEX.parseHex(address, 2, 42);
    }
}
