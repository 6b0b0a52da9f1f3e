package io.sequence.venues.crypto;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;

/** RSA signatures (PKCS#1 v1.5 over SHA-256) with a private key as {@link PastedKey} reads it. */
public final class RsaSha256 {
    private static final byte[] PEM_START = "-----BEGIN".getBytes(StandardCharsets.US_ASCII);

    private RsaSha256() {}

    /** Whether a secret is a PEM block rather than a shared text. */
    public static boolean isPem(Secret secret) {
        byte[] bytes = secret.open(SecretAccess.granted());
        try {
            int start = 0;
            while (start < bytes.length && Character.isWhitespace(bytes[start])) {
                start++;
            }
            int end = start + PEM_START.length;
            return end <= bytes.length
                    && Arrays.equals(bytes, start, end, PEM_START, 0, PEM_START.length);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
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
