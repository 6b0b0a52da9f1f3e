package io.sequence.venues.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of typed data (EIP-712). A type is written as the standard's {@code encodeType}: the
 * struct first, then every struct it refers to, in the alphabet's order, e.g. {@code Mail(Person
 * from,Person to,string contents)Person(string name,address wallet)}.
 *
 * <p>Values by type: {@code string} a text; {@code address}, {@code bytes}, {@code bytesN} a {@code
 * byte[]} or {@code 0x…} text; {@code uintN}, {@code intN} an {@code Integer}, {@code Long}, {@link
 * BigInteger} or decimal text; {@code bool} a {@code Boolean}; {@code T[]} a {@link List}; a struct
 * its {@link Struct}.
 */
public final class Eip712 {
    private static final byte[] PREFIX = {0x19, 0x01};
    private static final int WORD = 32;

    private Eip712() {}

    /** Reads a type once; keep it in a constant. */
    public static Type type(String encodeType) {
        return new Type(encodeType);
    }

    /** The digest to sign: {@code keccak256(0x1901 || separator || hashStruct)}. */
    public static byte[] digest(byte[] domainSeparator, Struct struct) {
        return Keccak.hash256(PREFIX, domainSeparator, struct.hash());
    }

    /**
     * The separator of a domain with name, version and chain.
     *
     * @param verifyingContract its address, or null for a domain without one
     * @return 32 bytes
     */
    public static byte[] domainSeparator(
            String name, String version, long chainId, @Nullable String verifyingContract) {
        String members = "EIP712Domain(string name,string version,uint256 chainId";
        return verifyingContract == null
                ? type(members + ")").of(name, version, chainId).hash()
                : type(members + ",address verifyingContract)")
                        .of(name, version, chainId, verifyingContract)
                        .hash();
    }

    /** A struct's type. */
    public static final class Type {
        private final String encoded;
        private final String name;
        private final List<String> members = new ArrayList<>();
        private final byte[] hash;

        private Type(String encoded) {
            int open = encoded.indexOf('(');
            int close = encoded.indexOf(')');
            if (open < 1 || close < open) {
                throw new IllegalArgumentException("no type: " + encoded);
            }
            this.encoded = encoded;
            this.name = encoded.substring(0, open);
            if (close > open + 1) {
                for (String member : encoded.substring(open + 1, close).split(",", -1)) {
                    members.add(member.substring(0, member.indexOf(' ')));
                }
            }
            this.hash = Keccak.hash256(encoded.getBytes(StandardCharsets.UTF_8));
        }

        /** A struct of this type; values in the type's order. */
        public Struct of(Object... values) {
            if (values.length != members.size()) {
                throw new IllegalArgumentException(
                        name + " has " + members.size() + " members, not " + values.length);
            }
            byte[] words = new byte[WORD * (values.length + 1)];
            System.arraycopy(hash, 0, words, 0, WORD);
            for (int i = 0; i < values.length; i++) {
                System.arraycopy(word(members.get(i), values[i]), 0, words, WORD * (i + 1), WORD);
            }
            return new Struct(this, Keccak.hash256(words));
        }

        /** The type as the standard writes it. */
        public String encoded() {
            return encoded;
        }

        @Override
        public String toString() {
            return encoded;
        }
    }

    /** A struct's hash, {@code hashStruct} in the standard. */
    public static final class Struct {
        private final Type type;
        private final byte[] hash;

        private Struct(Type type, byte[] hash) {
            this.type = type;
            this.hash = hash;
        }

        /** 32 bytes. */
        public byte[] hash() {
            return hash.clone();
        }
    }

    private static byte[] word(String type, Object value) {
        if (type.endsWith("]")) {
            return array(type.substring(0, type.lastIndexOf('[')), (List<?>) value);
        }
        if (value instanceof Struct struct) {
            if (!struct.type.name.equals(type)) {
                throw new IllegalArgumentException(type + " wanted, not " + struct.type.name);
            }
            return struct.hash;
        }
        return switch (type) {
            case "string" -> Keccak.hash256(((String) value).getBytes(StandardCharsets.UTF_8));
            case "bytes" -> Keccak.hash256(bytes(value));
            case "bool" -> number(BigInteger.valueOf((Boolean) value ? 1 : 0), 8, false);
            case "address" -> padded(exact(type, bytes(value), 20), WORD - 20);
            default -> sized(type, value);
        };
    }

    private static byte[] sized(String type, Object value) {
        if (type.startsWith("bytes")) {
            return padded(exact(type, bytes(value), Integer.parseInt(type.substring(5))), 0);
        }
        if (type.startsWith("uint")) {
            return number(integer(value), bits(type.substring(4)), false);
        }
        if (type.startsWith("int")) {
            return number(integer(value), bits(type.substring(3)), true);
        }
        throw new IllegalArgumentException("no value of type " + type);
    }

    private static byte[] array(String type, List<?> values) {
        byte[][] words = new byte[values.size()][];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(type, values.get(i));
        }
        return Keccak.hash256(words);
    }

    private static byte[] number(BigInteger value, int bits, boolean signed) {
        boolean fits =
                signed
                        ? value.bitLength() < bits
                        : value.signum() >= 0 && value.bitLength() <= bits;
        if (!fits) {
            throw new IllegalArgumentException("a number does not fit " + bits + " bits");
        }
        byte[] word = new byte[WORD];
        Arrays.fill(word, (byte) (value.signum() < 0 ? 0xff : 0));
        byte[] bytes = value.toByteArray();
        int drop = Math.max(0, bytes.length - WORD);
        int length = bytes.length - drop;
        System.arraycopy(bytes, drop, word, WORD - length, length);
        return word;
    }

    private static int bits(String digits) {
        return digits.isEmpty() ? 256 : Integer.parseInt(digits);
    }

    private static BigInteger integer(Object value) {
        return switch (value) {
            case BigInteger big -> big;
            case Long number -> BigInteger.valueOf(number);
            case Integer number -> BigInteger.valueOf(number);
            case String text -> new BigInteger(text);
            default -> throw new IllegalArgumentException("no whole number");
        };
    }

    private static byte[] bytes(Object value) {
        return switch (value) {
            case byte[] bytes -> bytes;
            case String text when text.startsWith("0x") ->
                    java.util.HexFormat.of().parseHex(text.substring(2).toLowerCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("bytes are a byte[] or a 0x text");
        };
    }

    private static byte[] exact(String type, byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(type + " has " + length + " bytes");
        }
        return bytes;
    }

    private static byte[] padded(byte[] bytes, int before) {
        byte[] word = new byte[WORD];
        System.arraycopy(bytes, 0, word, before, bytes.length);
        return word;
    }
}
