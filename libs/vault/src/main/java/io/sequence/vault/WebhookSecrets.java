package io.sequence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What calls to users' URLs are signed with (Standard Webhooks). A secret is in no row and no
 * event: it is derived, whenever it is needed, from a key file of the house, the channel's id and a
 * version (HKDF-SHA256, RFC 5869). Whoever has the file has all of them.
 */
public final class WebhookSecrets {
    private static final int KEY_BYTES = 32;
    private static final int SECRET_BYTES = 32;
    private static final byte[] PURPOSE = "sequence-webhook".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey key;

    private WebhookSecrets(byte[] key) {
        this.key = new SecretKeySpec(key, "HKDF");
    }

    /**
     * Makes the key file, 32 random bytes in hex readable by their owner only, where it is missing.
     *
     * @throws IllegalStateException when it cannot be written
     */
    public static void generate(Path keyFile) {
        if (Files.exists(keyFile)) {
            return;
        }
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        OwnFile.write(
                keyFile,
                (HexFormat.of().formatHex(random) + "\n").getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(random, (byte) 0);
    }

    /**
     * Reads the key file.
     *
     * @throws IllegalStateException when it is missing or does not hold 32 bytes in hex
     */
    public static WebhookSecrets of(Path keyFile) {
        String text;
        try {
            text = Files.readString(keyFile).strip();
        } catch (IOException e) {
            throw new IllegalStateException("webhook key " + keyFile + " cannot be read", e);
        }
        if (!text.matches("[0-9A-Fa-f]{" + 2 * KEY_BYTES + "}")) {
            throw new IllegalStateException(
                    "webhook key " + keyFile + " does not hold 32 bytes in hex");
        }
        byte[] bytes = HexFormat.of().parseHex(text);
        WebhookSecrets secrets = new WebhookSecrets(bytes);
        Arrays.fill(bytes, (byte) 0);
        return secrets;
    }

    /**
     * The secret as its receiver keeps it: {@code whsec_} and base64 of 32 bytes. Shown to the
     * channel's owner, used for signing, and never logged.
     *
     * @param channelId of which channel
     * @param version counts from 1
     */
    public String secret(UUID channelId, int version) {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        byte[] info =
                ByteBuffer.allocate(PURPOSE.length + 2 * Long.BYTES + Integer.BYTES)
                        .put(PURPOSE)
                        .putLong(channelId.getMostSignificantBits())
                        .putLong(channelId.getLeastSignificantBits())
                        .putInt(version)
                        .array();
        try {
            byte[] bytes =
                    KDF.getInstance("HKDF-SHA256")
                            .deriveData(
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(key)
                                            .thenExpand(info, SECRET_BYTES));
            return "whsec_" + Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 25 has HKDF-SHA256", e);
        }
    }

    /** Never prints what it holds. */
    @Override
    public String toString() {
        return "WebhookSecrets[]";
    }
}
