package io.sequence.venues.crypto;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.util.BigIntegers;

/**
 * Ethereum's signatures and addresses: ECDSA on secp256k1 (SEC 2), nonce by RFC 6979, the lower of
 * the two values of {@code s} (EIP-2). A key is 32 bytes in hexadecimal, with or without {@code
 * 0x}, in upper or lower case.
 */
public final class Secp256k1 {
    private static final int KEY_DIGITS = 64;
    private static final BigInteger ORDER = Ecdsa.SECP256K1.getN();
    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private static final Remembered<String> ADDRESSES = new Remembered<>();

    private Secp256k1() {}

    /**
     * A signature.
     *
     * @param r 32 bytes
     * @param s 32 bytes, at most half the order
     * @param v 27 or 28
     */
    public record Signature(byte[] r, byte[] s, int v) {
        /** {@code 0x} and 65 bytes: r, s, v. */
        public String hex() {
            return "0x" + Encoding.hex(bytes());
        }

        /** 65 bytes: r, s, v. */
        public byte[] bytes() {
            byte[] all = Arrays.copyOf(r, 65);
            System.arraycopy(s, 0, all, 32, 32);
            all[64] = (byte) v;
            return all;
        }
    }

    /**
     * Signs a digest.
     *
     * @param field the catalogue's name of the secret's field
     * @param digest 32 bytes
     * @throws CredentialUnusable when the secret is no such key
     */
    public static Signature sign(Secret key, String field, byte[] digest) {
        if (digest.length != 32) {
            throw new IllegalArgumentException("a digest has 32 bytes");
        }
        Ecdsa.RawSignature raw = Ecdsa.sign(Ecdsa.SECP256K1, scalar(key, field), digest);
        boolean high = raw.s().compareTo(HALF_ORDER) > 0;
        BigInteger s = high ? ORDER.subtract(raw.s()) : raw.s();
        int odd = raw.recovery() & 1;
        return new Signature(
                BigIntegers.asUnsignedByteArray(32, raw.r()),
                BigIntegers.asUnsignedByteArray(32, s),
                27 + (high ? 1 - odd : odd));
    }

    /**
     * The address of a key, {@code 0x} and 40 lower-case digits.
     *
     * @param field the catalogue's name of the secret's field
     * @throws CredentialUnusable when the secret is no such key
     */
    public static String address(Secret key, String field) {
        return checksummedAddress(key, field).toLowerCase(Locale.ROOT);
    }

    /**
     * The address of a key with the check that EIP-55 hides in its case. Deriving one costs as much
     * as signing, so it is {@link Remembered}; the key is not.
     */
    public static String checksummedAddress(Secret key, String field) {
        byte[] utf8 = key.open(SecretAccess.granted());
        ByteBuffer name;
        try {
            name = Remembered.name(utf8);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
        return ADDRESSES
                .find(name)
                .orElseGet(
                        () -> {
                            String address = derived(scalar(key, field));
                            ADDRESSES.keep(name, address);
                            return address;
                        });
    }

    private static String derived(BigInteger scalar) {
        byte[] point = Ecdsa.timesG(Ecdsa.SECP256K1, scalar).getEncoded(false);
        byte[] hash = Keccak.hash256(Arrays.copyOfRange(point, 1, point.length));
        return checksummed("0x" + Encoding.hex(Arrays.copyOfRange(hash, 12, 32)));
    }

    /** An address of any case with the check that EIP-55 hides in its case. */
    public static String checksummed(String address) {
        String digits = address.substring(2).toLowerCase(Locale.ROOT);
        String hash = Encoding.hex(Keccak.hash256(digits.getBytes(StandardCharsets.US_ASCII)));
        var cased = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            cased.append(hash.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return cased.toString();
    }

    /** The private number behind a secret, refused unless the curve has it. */
    private static BigInteger scalar(Secret key, String field) {
        byte[] utf8 = key.open(SecretAccess.granted());
        byte[] bytes = new byte[KEY_DIGITS / 2];
        try (KeyText text = KeyText.of(utf8)) {
            if (!read(text.view(), bytes)) {
                throw new CredentialUnusable(
                        field, "is not a private key of 64 hexadecimal digits");
            }
            var scalar = new BigInteger(1, bytes);
            if (scalar.signum() == 0 || scalar.compareTo(ORDER) >= 0) {
                throw new CredentialUnusable(field, "is a number that is no private key");
            }
            return scalar;
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static boolean read(CharSequence text, byte[] bytes) {
        boolean prefixed =
                text.length() > 1
                        && text.charAt(0) == '0'
                        && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
        int start = prefixed ? 2 : 0;
        if (text.length() - start != KEY_DIGITS) {
            return false;
        }
        for (int i = 0; i < KEY_DIGITS; i++) {
            int digit = digit(text.charAt(start + i));
            if (digit < 0) {
                return false;
            }
            bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
        }
        return true;
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
