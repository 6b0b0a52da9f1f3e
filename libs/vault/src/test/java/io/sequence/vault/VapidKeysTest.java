package io.sequence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VapidKeysTest {
    @TempDir private Path folder;

    @Test
    void makesAPairOnceAndTellsThePublicHalf() throws IOException {
        Path secret = folder.resolve("vapid-private.pem");
        Path open = folder.resolve("vapid-public.pem");
        VapidKeys.generate(secret, open);
        String key = VapidKeys.publicKey(open);
        VapidKeys.generate(secret, open);
        assertThat(VapidKeys.publicKey(open)).isEqualTo(key).hasSize(87);
        assertThat(Base64.getUrlDecoder().decode(key)).hasSize(65).startsWith(4);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    /** The key and its point as RFC 8292, section 2.4, shows them. */
    @Test
    void tellsThePointOfTheDocumentsExample() throws IOException {
        String point =
                "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
        // SubjectPublicKeyInfo of P-256 (RFC 5480) before the point.
        byte[] head = Base64.getDecoder().decode("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE");
        byte[] bytes = Base64.getUrlDecoder().decode(point);
        byte[] encoded = new byte[head.length + 64];
        System.arraycopy(head, 0, encoded, 0, head.length);
        System.arraycopy(bytes, 1, encoded, head.length, 64);
        Path file = folder.resolve("example.pem");
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(encoded)
                        + "\n-----END PUBLIC KEY-----\n");
        assertThat(VapidKeys.publicKey(file)).isEqualTo(point);
    }

    @Test
    void refusesWhatIsNoKey() throws IOException {
        Path file = folder.resolve("no.pem");
        Files.writeString(file, "no key");
        assertThatThrownBy(() -> VapidKeys.publicKey(file))
                .isInstanceOf(IllegalStateException.class);
    }
}
