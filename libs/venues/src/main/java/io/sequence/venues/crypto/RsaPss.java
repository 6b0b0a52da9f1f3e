package io.sequence.venues.crypto;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;

/**
 * RSA-PSS over SHA-256 with MGF1 over SHA-256 and 32 bytes of salt (RFC 8017, 8.1 and 9.1). The
 * salt is SHA-256 over the private exponent and the message's SHA-256: the scheme allows any salt,
 * and so the same input gives the same bytes.
 */
public final class RsaPss {
    private static final int SALT_BYTES = 32;
    private static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_BYTES, 1);

    private RsaPss() {}

    /**
     * Signs a message.
     *
     * @param field the catalogue's name of the secret's field
     * @return as many bytes as the modulus has
     * @throws CredentialUnusable when the secret is no unencrypted RSA private key, or too short
     */
    public static byte[] sign(Secret secret, String field, byte[] message) {
        RSAPrivateKey key = PastedKey.rsa(secret, field);
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(PARAMETERS);
            signature.initSign(key, new GivenSalt(salt(key, message)));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new CredentialUnusable(field, "cannot sign as an RSA private key");
        }
    }

    private static byte[] salt(RSAPrivateKey key, byte[] message) {
        byte[] exponent = key.getPrivateExponent().toByteArray();
        byte[] seed = Arrays.copyOf(exponent, exponent.length + SALT_BYTES);
        System.arraycopy(Encoding.sha256(message), 0, seed, exponent.length, SALT_BYTES);
        try {
            return Encoding.sha256(seed);
        } finally {
            Arrays.fill(exponent, (byte) 0);
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** The JDK draws a PSS salt, and nothing else, from the random source it is given. */
    private static final class GivenSalt extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] salt;

        GivenSalt(byte[] salt) {
            this.salt = salt.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != salt.length) {
                throw new IllegalStateException("a PSS salt here has 32 bytes");
            }
            System.arraycopy(salt, 0, bytes, 0, bytes.length);
        }
    }
}
