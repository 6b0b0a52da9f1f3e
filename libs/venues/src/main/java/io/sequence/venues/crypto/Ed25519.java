package io.sequence.venues.crypto;

import io.sequence.vocabulary.Secret;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Ed25519 signatures (RFC 8032, 5.1). */
public final class Ed25519 {
    private Ed25519() {}

    /**
     * Signs a message.
     *
     * @param field the catalogue's name of the secret's field
     * @return 64 bytes
     * @throws io.sequence.venues.api.CredentialUnusable when the secret is no such key
     */
    public static byte[] sign(Secret secret, String field, byte[] message) {
        Ed25519PrivateKeyParameters key = PastedKey.ed25519(secret, field);
        byte[] signature = new byte[Ed25519PrivateKeyParameters.SIGNATURE_SIZE];
        key.sign(
                org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm.Ed25519,
                null,
                message,
                0,
                message.length,
                signature,
                0);
        return signature;
    }
}
