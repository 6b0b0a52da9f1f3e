package io.sequence.venues.crypto;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;

/** RSA signatures (PKCS#1 v1.5 over SHA-256) with a private key as {@link PastedKey} reads it. */
public final class RsaSha256 {
    /** Base64 of the shortest PKCS#8 file, an Ed25519 key's (RFC 8410, 10.3), has 64 characters. */
    private static final int SHORTEST_FILE = 64;

    private RsaSha256() {}

    /**
     * Whether a secret is a key file, whole or without its markers, rather than a shared text. Any
     * 64 bytes in Base64 could be an Ed25519 key, so without markers they are taken for a text.
     */
    public static boolean isPem(Secret secret) {
        byte[] bytes = secret.open(SecretAccess.granted());
        if (KeyText.isPlainWord(bytes)) {
            Arrays.fill(bytes, (byte) 0);
            return false;
        }
        try (KeyText text = KeyText.of(bytes)) {
            return text.hasMarker() || (secret.length() >= SHORTEST_FILE && isFile(secret));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static boolean isFile(Secret secret) {
        return switch (PastedKey.kindOf(secret)) {
            case RSA, EC_P256, EC_OTHER, PUBLIC, ENCRYPTED -> true;
            case ED25519, NOT_A_KEY -> false;
        };
    }

    /**
     * Signs a message.
     *
     * @param field the catalogue's name of the secret's field
     * @return as many bytes as the modulus has
     * @throws CredentialUnusable when the secret is no unencrypted RSA private key
     */
    public static byte[] sign(Secret pem, String field, byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(PastedKey.rsa(pem, field));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new CredentialUnusable(field, "cannot sign as an RSA private key");
        }
    }
}
