package io.sequence.venues.crypto;

import io.sequence.venues.api.Credential;
import io.sequence.vocabulary.SecretAccess;

/** A name for a key that tells nothing of its secret: what nonces and rate budgets go by. */
public final class KeyFingerprint {
    private static final int HEX_DIGITS = 32;

    private KeyFingerprint() {}

    /** The first 128 bits of SHA-256 over venue and public half, in hexadecimal. */
    public static String of(Credential credential, String publicField) {
        String publicHalf = credential.field(publicField).openText(SecretAccess.granted());
        return Encoding.hex(Encoding.sha256(credential.venue() + "\n" + publicHalf))
                .substring(0, HEX_DIGITS);
    }
}
