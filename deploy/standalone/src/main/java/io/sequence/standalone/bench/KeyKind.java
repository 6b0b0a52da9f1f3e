package io.sequence.standalone.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of keys with the primitive behind each, taken straight from the JDK or, for curves, from
 * Bouncy Castle with the nonce of RFC 6979, as the venues' signers must have it too.
 */
enum KeyKind {
    HMAC_SHA256 {
        @Override
        Pair make() {
            String secret = HexFormat.of().formatHex(random(32));
            return new Pair(secret, mac("HmacSHA256", secret.getBytes(StandardCharsets.UTF_8), 1));
        }
    },
    /** Venues that hash the passphrase with every request as well. */
    HMAC_SHA256_TWICE {
        @Override
        Pair make() {
            String secret = HexFormat.of().formatHex(random(32));
            return new Pair(secret, mac("HmacSHA256", secret.getBytes(StandardCharsets.UTF_8), 2));
        }
    },
    HMAC_SHA256_BASE64URL {
        @Override
        Pair make() {
            byte[] key = random(32);
            return new Pair(Base64.getUrlEncoder().encodeToString(key), mac("HmacSHA256", key, 1));
        }
    },
    /** Venues that hash the request before it is keyed. */
    HMAC_SHA512_OF_SHA256 {
        @Override
        Pair make() {
            byte[] key = random(64);
            Primitive mac = mac("HmacSHA512", key, 1);
            return new Pair(
                    Base64.getEncoder().encodeToString(key),
                    message -> mac.sign(MessageDigest.getInstance("SHA-256").digest(message)));
        }
    },
    RSA_PKCS1 {
        @Override
        Pair make() throws GeneralSecurityException {
            return jca(
                    "RSA",
                    new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4),
                    "SHA256withRSA",
                    null);
        }
    },
    RSA_PSS {
        @Override
        Pair make() throws GeneralSecurityException {
            return jca(
                    "RSA",
                    new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4),
                    "RSASSA-PSS",
                    new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
    },
    ED25519 {
        @Override
        Pair make() throws GeneralSecurityException {
            var key = new Ed25519PrivateKeyParameters(new SecureRandom());
            return new Pair(
                    pem(encoded(key)),
                    message -> {
                        var signer = new Ed25519Signer();
                        signer.init(true, key);
                        signer.update(message, 0, message.length);
                        return signer.generateSignature();
                    });
        }
    },
    ECDSA_P256 {
        @Override
        Pair make() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            BigInteger number = ((ECPrivateKey) pair.getPrivate()).getS();
            return new Pair(pem(pair.getPrivate().getEncoded()), ecdsa("secp256r1", number));
        }
    },
    ECDSA_SECP256K1 {
        @Override
        Pair make() {
            byte[] key = random(32);
            key[0] = 1;
            return new Pair(
                    "0x" + HexFormat.of().formatHex(key),
                    ecdsa("secp256k1", new BigInteger(1, key)));
        }
    };

    /** A primitive with its key. */
    interface Primitive {
        byte[] sign(byte[] message) throws GeneralSecurityException;
    }

    /**
     * A fresh key.
     *
     * @param text as its owner would paste it
     * @param alone the primitive with that key
     */
    record Pair(String text, Primitive alone) {
        @Override
        public String toString() {
            return "Pair[***]";
        }
    }

    /** A fresh key of this kind. */
    abstract Pair make() throws GeneralSecurityException;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Keyed anew for each message, since each message has another owner. */
    private static Primitive mac(String algorithm, byte[] key, int times) {
        return message -> {
            byte[] hash = new byte[0];
            for (int i = 0; i < times; i++) {
                Mac mac = Mac.getInstance(algorithm);
                mac.init(new SecretKeySpec(key, algorithm));
                hash = mac.doFinal(message);
            }
            return hash;
        };
    }

    private static Pair jca(
            String keys,
            AlgorithmParameterSpec size,
            String algorithm,
            @Nullable AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
        generator.initialize(size);
        KeyPair pair = generator.generateKeyPair();
        return new Pair(
                pem(pair.getPrivate().getEncoded()),
                message -> {
                    Signature signature = Signature.getInstance(algorithm);
                    if (parameters != null) {
                        signature.setParameter(parameters);
                    }
                    signature.initSign(pair.getPrivate());
                    signature.update(message);
                    return signature.sign();
                });
    }

    private static Primitive ecdsa(String curve, BigInteger number) {
        var parameters = CustomNamedCurves.getByName(curve);
        var key = new ECPrivateKeyParameters(number, new ECDomainParameters(parameters));
        return message -> {
            var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, key);
            return signer.generateSignature(MessageDigest.getInstance("SHA-256").digest(message))[0]
                    .toByteArray();
        };
    }

    private static byte[] encoded(Ed25519PrivateKeyParameters key) throws GeneralSecurityException {
        try {
            return PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static String pem(byte[] pkcs8) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
