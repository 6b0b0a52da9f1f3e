package io.sequence.venues.crypto;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** RSA signatures (PKCS#1 v1.5 over SHA-256) with a private key in PEM, PKCS#8 or PKCS#1. */
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
            signature.initSign(read(pem, field));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new CredentialUnusable(field, "cannot sign as an RSA private key");
        }
    }

    private static PrivateKey read(Secret pem, String field) {
        byte[] bytes = pem.open(SecretAccess.granted());
        try (var text = new ByteArrayInputStream(bytes);
                var parser =
                        new PEMParser(new InputStreamReader(text, StandardCharsets.US_ASCII))) {
            PrivateKeyInfo info =
                    switch (parser.readObject()) {
                        case PEMKeyPair pair -> pair.getPrivateKeyInfo();
                        case PrivateKeyInfo alone -> alone;
                        case null, default ->
                                throw new CredentialUnusable(
                                        field, "is not an unencrypted RSA private key in PEM");
                    };
            return new JcaPEMKeyConverter().getPrivateKey(info);
        } catch (IOException | IllegalArgumentException unreadable) {
            // Parsers quote what they read; the cause is dropped on purpose.
            throw new CredentialUnusable(field, "is not a readable PEM private key");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
