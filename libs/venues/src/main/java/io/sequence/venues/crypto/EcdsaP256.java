package io.sequence.venues.crypto;

import io.sequence.vocabulary.Secret;
import org.bouncycastle.util.BigIntegers;

/** ECDSA on P-256 over SHA-256, as JWS names it ES256 (RFC 7518, 3.4), nonce by RFC 6979. */
public final class EcdsaP256 {
    private EcdsaP256() {}

    /**
     * Signs a message.
     *
     * @param field the catalogue's name of the secret's field
     * @return 64 bytes, {@code r || s}
     * @throws io.sequence.venues.api.CredentialUnusable when the secret is no such key
     */
    public static byte[] sign(Secret secret, String field, byte[] message) {
        Ecdsa.RawSignature signature =
                Ecdsa.sign(
                        Ecdsa.P256, PastedKey.p256(secret, field).getD(), Encoding.sha256(message));
        byte[] both = new byte[64];
        BigIntegers.asUnsignedByteArray(signature.r(), both, 0, 32);
        BigIntegers.asUnsignedByteArray(signature.s(), both, 32, 32);
        return both;
    }
}
