package io.sequence.intake.domain.alerts;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys of a browser's subscription, as messages to it need them (RFC 8291). */
public final class PushKeys {
    private static final int POINT = 65;
    private static final int AUTH = 16;
    private static final BigInteger P =
            hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger B =
            hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private PushKeys() {}

    /** What is wrong with a public key, or null. */
    public static @Nullable String keyObjection(@Nullable String p256dh) {
        if (p256dh == null) {
            return "is required: the subscription's key p256dh";
        }
        return bytes(p256dh).filter(PushKeys::isPoint).isPresent()
                ? null
                : "must be an uncompressed point of P-256 in base64url, as the browser gives it";
    }

    /** What is wrong with the authentication bytes, or null. */
    public static @Nullable String authObjection(@Nullable String auth) {
        if (auth == null) {
            return "is required: the subscription's key auth";
        }
        return bytes(auth).filter(given -> given.length == AUTH).isPresent()
                ? null
                : "must be 16 bytes in base64url, as the browser gives it";
    }

    /** The same bytes in base64url without padding, of what has no objection. */
    public static String plain(String given) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(given).orElseThrow());
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return text.length() > 2 * POINT
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // A point beside the curve would make messages to it betray what they are encrypted with.
    private static boolean isPoint(byte[] given) {
        if (given.length != POINT || given[0] != 4) {
            return false;
        }
        BigInteger x = new BigInteger(1, given, 1, 32);
        BigInteger y = new BigInteger(1, given, 33, 32);
        return x.compareTo(P) < 0
                && y.compareTo(P) < 0
                && y.multiply(y)
                                .subtract(x.pow(3))
                                .add(x.multiply(THREE))
                                .subtract(B)
                                .mod(P)
                                .signum()
                        == 0;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
