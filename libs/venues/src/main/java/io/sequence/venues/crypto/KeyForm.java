package io.sequence.venues.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a pasted key is, told by its bytes and not by its label, which people lose or mix up. Knows
 * RFC 8017 A.1.2 (PKCS#1), RFC 5958 (PKCS#8), RFC 5915 (SEC 1), RFC 8410 (Ed25519), OpenSSH's file.
 */
sealed interface KeyForm {
    /** The kind, for whoever asks before signing. */
    KeyKind kind();

    /** An RSA key with its primes. */
    record Rsa(RSAPrivateKey key) implements KeyForm {
        @Override
        public KeyKind kind() {
            return KeyKind.RSA;
        }
    }

    /** A scalar on P-256. */
    record P256(ECPrivateKeyParameters key) implements KeyForm {
        @Override
        public KeyKind kind() {
            return KeyKind.EC_P256;
        }
    }

    /** A seed; its public half is worked out once. */
    record EdKey(Ed25519PrivateKeyParameters key) implements KeyForm {
        @Override
        public KeyKind kind() {
            return KeyKind.ED25519;
        }
    }

    /** Nothing that we sign with. */
    record Unfit(KeyKind kind) implements KeyForm {}

    /** Reads a pasted text; never fails. */
    static KeyForm of(KeyText text) {
        String label = text.label();
        byte[] bytes = text.bytes();
        try {
            KeyForm found = ofBytes(bytes, label.isEmpty());
            if (found.kind() != KeyKind.NOT_A_KEY) {
                return found;
            }
            String words = label.replace(" ", "");
            if (words.startsWith("ENCRYPTED") || encrypted(text)) {
                return new Unfit(KeyKind.ENCRYPTED);
            }
            return new Unfit(
                    words.endsWith("PUBLICKEY") || words.endsWith("CERTIFICATE")
                            ? KeyKind.PUBLIC
                            : KeyKind.NOT_A_KEY);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // Parsers quote what they read; the cause is dropped on purpose.
            return new Unfit(KeyKind.NOT_A_KEY);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The label that RFC 7468 gives a private key's bytes; empty when they have none. */
    static String label(byte[] bytes) {
        if (isOpenSsh(bytes)) {
            return "OPENSSH PRIVATE KEY";
        }
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(bytes));
            return switch (sequence.getObjectAt(1)) {
                case ASN1Sequence algorithm -> "PRIVATE KEY";
                case ASN1OctetString scalar -> "EC PRIVATE KEY";
                case ASN1Integer modulus -> "RSA PRIVATE KEY";
                default -> "";
            };
        } catch (IOException | RuntimeException noSequence) {
            return "";
        }
    }

    /** RFC 1421 headers of a PEM block that OpenSSL encrypted. */
    private static boolean encrypted(KeyText text) {
        return Pattern.compile("ENCRYPTED").matcher(text.view()).find();
    }

    private static KeyForm ofBytes(byte[] bytes, boolean bare)
            throws IOException, GeneralSecurityException {
        if (bare && (bytes.length == 32 || bytes.length == 64)) {
            return edKey(Arrays.copyOf(bytes, 32));
        }
        if (isOpenSsh(bytes)) {
            return openSsh(bytes);
        }
        if (bytes.length < 16 || bytes[0] != 0x30) {
            return new Unfit(KeyKind.NOT_A_KEY);
        }
        return ofSequence(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(bytes)));
    }

    /** Whether the bytes begin as OpenSSH's file does; a shared secret may well begin with an o. */
    private static boolean isOpenSsh(byte[] bytes) {
        byte[] start = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
        return bytes.length > start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static KeyForm ofSequence(ASN1Sequence sequence)
            throws IOException, GeneralSecurityException {
        ASN1Encodable first = sequence.getObjectAt(0);
        ASN1Encodable second = sequence.size() > 1 ? sequence.getObjectAt(1) : first;
        if (first instanceof ASN1Sequence) {
            return new Unfit(
                    second instanceof ASN1OctetString ? KeyKind.ENCRYPTED : KeyKind.PUBLIC);
        }
        return switch (second) {
            case ASN1Sequence algorithm -> pkcs8(PrivateKeyInfo.getInstance(sequence));
            case ASN1OctetString scalar -> sec1(ECPrivateKey.getInstance(sequence), null);
            case ASN1Integer number when sequence.size() >= 9 ->
                    rsa(org.bouncycastle.asn1.pkcs.RSAPrivateKey.getInstance(sequence));
            case ASN1Integer number when sequence.size() == 2 -> new Unfit(KeyKind.PUBLIC);
            case ASN1BitString publicHalf -> new Unfit(KeyKind.PUBLIC);
            default -> new Unfit(KeyKind.NOT_A_KEY);
        };
    }

    private static KeyForm pkcs8(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return rsa(
                    org.bouncycastle.asn1.pkcs.RSAPrivateKey.getInstance(info.parsePrivateKey()));
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return sec1(
                    ECPrivateKey.getInstance(info.parsePrivateKey()),
                    info.getPrivateKeyAlgorithm().getParameters());
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return edKey(ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets());
        }
        return new Unfit(KeyKind.NOT_A_KEY);
    }

    private static KeyForm sec1(ECPrivateKey key, @Nullable ASN1Encodable outerCurve) {
        ASN1Encodable named = outerCurve == null ? key.getParametersObject() : outerCurve;
        BigInteger scalar = key.getKey();
        // Without a name only the length speaks, and P-256 is what venues issue.
        boolean p256 =
                named == null
                        ? scalar.bitLength() <= 256
                        : named.equals(SECObjectIdentifiers.secp256r1);
        return p256
                ? new P256(new ECPrivateKeyParameters(scalar, Ecdsa.P256))
                : new Unfit(KeyKind.EC_OTHER);
    }

    private static KeyForm rsa(org.bouncycastle.asn1.pkcs.RSAPrivateKey key)
            throws GeneralSecurityException {
        return new Rsa(
                (RSAPrivateKey)
                        KeyFactory.getInstance("RSA")
                                .generatePrivate(
                                        new RSAPrivateCrtKeySpec(
                                                key.getModulus(),
                                                key.getPublicExponent(),
                                                key.getPrivateExponent(),
                                                key.getPrime1(),
                                                key.getPrime2(),
                                                key.getExponent1(),
                                                key.getExponent2(),
                                                key.getCoefficient())));
    }

    private static KeyForm edKey(byte[] seed) {
        var key = new Ed25519PrivateKeyParameters(seed, 0);
        Arrays.fill(seed, (byte) 0);
        return new EdKey(key);
    }

    private static KeyForm openSsh(byte[] bytes) throws IOException, GeneralSecurityException {
        AsymmetricKeyParameter key;
        try {
            key = OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(bytes);
        } catch (IllegalStateException guarded) {
            return new Unfit(KeyKind.ENCRYPTED);
        }
        return key instanceof Ed25519PrivateKeyParameters ed
                ? new EdKey(ed)
                : pkcs8(PrivateKeyInfoFactory.createPrivateKeyInfo(key));
    }
}
