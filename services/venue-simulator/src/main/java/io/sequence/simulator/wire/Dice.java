package io.sequence.simulator.wire;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random text in the forms that venues give keys and ids. */
public final class Dice {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHANUMERIC =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String DIGITS = "0123456789";

    private Dice() {}

    /** Letters and digits. */
    public static String alphanumeric(int length) {
        return pick(ALPHANUMERIC, length);
    }

    /** Decimal digits, the first not zero. */
    public static String digits(int length) {
        return pick("123456789", 1) + pick(DIGITS, length - 1);
    }

    /** Lower-case hex. */
    public static String hex(int length) {
        return HexFormat.of().formatHex(bytes((length + 1) / 2)).substring(0, length);
    }

    /** Characters out of {@code alphabet}. */
    public static String pick(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
