package io.sequence.venues.crypto;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * A private key in every form in which people paste it: PEM as PKCS#8, PKCS#1, SEC 1 or OpenSSH,
 * with CRLF, with line ends spelled {@code \n}, on one line, without its first or last line,
 * quoted, with invisible characters, inside the JSON file that the venue offers for download
 * (members {@code privateKey}, {@code private_key}, {@code api_secret}, {@code secret}); Ed25519
 * also as Base64 of the seed or of the seed and its public half. What the key is, its bytes say,
 * not its label.
 *
 * <p>A key that was read is remembered for three minutes, see {@link ParsedKeys}.
 */
public final class PastedKey {
    private PastedKey() {}

    /** What a secret is; answers for every text. */
    public static KeyKind kindOf(Secret secret) {
        return ParsedKeys.of(secret).kind();
    }

    /** What a pasted text is, read without remembering it: for whoever does not sign. */
    public static KeyKind glance(String pasted) {
        byte[] utf8 = pasted.getBytes(StandardCharsets.UTF_8);
        try (KeyText text = KeyText.of(utf8)) {
            return KeyForm.of(text).kind();
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /** Whether a text holds the start of a PEM block, readable or not. */
    public static boolean marked(String pasted) {
        byte[] utf8 = pasted.getBytes(StandardCharsets.UTF_8);
        try (KeyText text = KeyText.of(utf8)) {
            return text.hasMarker();
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /** Whether a text is Base64 of an Ed25519 seed and the public half that belongs to it. */
    public static boolean isSeedWithPublicHalf(String pasted) {
        byte[] utf8 = pasted.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[0];
        try (KeyText text = KeyText.of(utf8)) {
            both = text.bytes();
            return both.length == 64
                    && Arrays.equals(
                            new Ed25519PrivateKeyParameters(both, 0)
                                    .generatePublicKey()
                                    .getEncoded(),
                            Arrays.copyOfRange(both, 32, 64));
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    /**
     * A pasted key file as RFC 7468 writes it, with the markers that its content asks for.
     *
     * @return empty when it is no unencrypted private key of a kind that we know, or Base64 of a
     *     bare Ed25519 key
     */
    public static Optional<String> pem(String pasted) {
        byte[] utf8 = pasted.getBytes(StandardCharsets.UTF_8);
        try (KeyText text = KeyText.of(utf8)) {
            return switch (KeyForm.of(text).kind()) {
                case RSA, EC_P256, ED25519, EC_OTHER -> text.pem();
                case PUBLIC, ENCRYPTED, NOT_A_KEY -> Optional.empty();
            };
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /**
     * An RSA private key with its primes.
     *
     * @param field the catalogue's name of the secret's field
     * @throws CredentialUnusable when it is anything else, said in plain words
     */
    public static RSAPrivateKey rsa(Secret secret, String field) {
        return switch (ParsedKeys.of(secret)) {
            case KeyForm.Rsa rsa -> rsa.key();
            case KeyForm other -> throw unfit(field, other.kind(), "an RSA private key");
        };
    }

    /**
     * An EC private key on P-256 (secp256r1).
     *
     * @param field the catalogue's name of the secret's field
     * @throws CredentialUnusable when it is anything else, said in plain words
     */
    public static ECPrivateKeyParameters p256(Secret secret, String field) {
        return switch (ParsedKeys.of(secret)) {
            case KeyForm.P256 p256 -> p256.key();
            case KeyForm other -> throw unfit(field, other.kind(), "an EC private key on P-256");
        };
    }

    /**
     * The 32-byte seed of an Ed25519 key (RFC 8032, 5.1.5); the caller wipes it.
     *
     * @param field the catalogue's name of the secret's field
     * @throws CredentialUnusable when it is anything else, said in plain words
     */
    public static byte[] ed25519Seed(Secret secret, String field) {
        return ed25519(secret, field).getEncoded();
    }

    static Ed25519PrivateKeyParameters ed25519(Secret secret, String field) {
        return switch (ParsedKeys.of(secret)) {
            case KeyForm.EdKey edKey -> edKey.key();
            case KeyForm other -> throw unfit(field, other.kind(), "an Ed25519 private key");
        };
    }

    private static CredentialUnusable unfit(String field, KeyKind kind, String wanted) {
        return new CredentialUnusable(field, words(kind) + "; the venue wants " + wanted);
    }

    private static String words(KeyKind kind) {
        return switch (kind) {
            case RSA -> "is an RSA private key";
            case EC_P256 -> "is an EC private key on P-256";
            case ED25519 -> "is an Ed25519 private key";
            case EC_OTHER -> "is an EC private key on another curve than P-256";
            case PUBLIC -> "is the public half of a key or a certificate";
            case ENCRYPTED -> "is a private key that a password guards";
            case NOT_A_KEY -> "is not a readable private key";
        };
    }
}
