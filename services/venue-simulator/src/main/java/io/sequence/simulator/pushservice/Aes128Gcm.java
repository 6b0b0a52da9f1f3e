package io.sequence.simulator.pushservice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads a message as a browser does, spelt out from RFC 8291 (which keys) and RFC 8188 (one record:
 * salt 16, record size 4, id length 1, id, then the record that ends in a 2).
 */
final class Aes128Gcm {
    private static final int SALT = 16;
    private static final int TAG_BITS = 128;

    private Aes128Gcm() {}

    static String decrypt(byte[] body, KeyPair browser, byte[] authSecret)
            throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(body);
        if (body.length < SALT + 5 + 65 + 17) {
            throw new IllegalArgumentException("too short");
        }
        byte[] salt = new byte[SALT];
        in.get(salt);
        int recordSize = in.getInt();
        byte[] server = new byte[in.get() & 0xff];
        in.get(server);
        byte[] sealed = new byte[in.remaining()];
        in.get(sealed);
        if (sealed.length > recordSize) {
            throw new IllegalArgumentException("more than one record");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(Points.key(server), true);
        byte[] both =
                joined(
                        "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
                        Points.bytes((ECPublicKey) browser.getPublic()),
                        server);
        byte[] ikm = expand(hmac(authSecret, agreement.generateSecret()), both, 32);
        byte[] prk = hmac(salt, ikm);
        byte[] key = expand(prk, info("aes128gcm"), 16);
        byte[] nonce = expand(prk, info("nonce"), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        return withoutPadding(cipher.doFinal(sealed));
    }

    private static String withoutPadding(byte[] plain) {
        int end = plain.length - 1;
        while (end >= 0 && plain[end] == 0) {
            end--;
        }
        if (end < 0 || plain[end] != 2) {
            throw new IllegalArgumentException("the last record does not end in a 2");
        }
        return new String(plain, 0, end, StandardCharsets.UTF_8);
    }

    private static byte[] info(String purpose) {
        return ("Content-Encoding: " + purpose + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    /** HKDF-Expand for at most one block (RFC 5869). */
    private static byte[] expand(byte[] prk, byte[] info, int length)
            throws GeneralSecurityException {
        return Arrays.copyOf(hmac(prk, joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
