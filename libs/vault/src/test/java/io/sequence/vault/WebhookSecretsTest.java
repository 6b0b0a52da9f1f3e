package io.sequence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSecretsTest {
    private static final UUID CHANNEL = UUID.fromString("01930000-0000-7000-8000-000000000001");

    @TempDir private Path folder;

    private Path keyFile() {
        return folder.resolve("keys/webhook-key");
    }

    @Test
    void makesAKeyThatOnlyItsOwnerReadsAndKeepsIt() throws IOException {
        WebhookSecrets.generate(keyFile());
        byte[] first = Files.readAllBytes(keyFile());
        WebhookSecrets.generate(keyFile());
        assertThat(Files.readAllBytes(keyFile())).isEqualTo(first).hasSize(65);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void derivesTheSameAgainAndAnotherForEachChannelAndVersion() {
        WebhookSecrets.generate(keyFile());
        WebhookSecrets secrets = WebhookSecrets.of(keyFile());
        String secret = secrets.secret(CHANNEL, 1);
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        assertThat(WebhookSecrets.of(keyFile()).secret(CHANNEL, 1)).isEqualTo(secret);
        assertThat(secrets.secret(CHANNEL, 2)).isNotEqualTo(secret);
        assertThat(secrets.secret(UUID.randomUUID(), 1)).isNotEqualTo(secret);
    }

    /** A second witness: RFC 5869 spelt out with HMAC; extract with no salt, expand one block. */
    @Test
    void derivesAsRfc5869Says() throws Exception {
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keyFile(), HexFormat.of().formatHex(key));
        byte[] prk = hmac(new byte[32], key);
        byte[] info = new byte[16 + 16 + 4 + 1];
        System.arraycopy("sequence-webhook".getBytes(StandardCharsets.US_ASCII), 0, info, 0, 16);
        byte[] id = new java.math.BigInteger("01930000000070008000000000000001", 16).toByteArray();
        System.arraycopy(id, 0, info, 32 - id.length, id.length);
        info[35] = 3;
        info[36] = 1;
        String expected = "whsec_" + Base64.getEncoder().encodeToString(hmac(prk, info));
        assertThat(WebhookSecrets.of(keyFile()).secret(CHANNEL, 3)).isEqualTo(expected);
    }

    @Test
    void refusesAKeyOfAnotherLength() throws IOException {
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keyFile(), "short");
        assertThatThrownBy(() -> WebhookSecrets.of(keyFile()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> WebhookSecrets.of(folder.resolve("none")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}
