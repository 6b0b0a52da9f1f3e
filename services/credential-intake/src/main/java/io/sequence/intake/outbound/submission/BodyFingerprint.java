package io.sequence.intake.outbound.submission;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells whether two request bodies are the same without keeping either: HMAC-SHA256 under a key of
 * the house, since a body holds secrets and some of them could be guessed from a plain digest.
 */
@Startup
@ApplicationScoped
public class BodyFingerprint {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    BodyFingerprint(@ConfigProperty(name = "sequence.idempotency.key-file") Path keyFile) {
        byte[] bytes = read(keyFile);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        Arrays.fill(bytes, (byte) 0);
    }

    /** 32 bytes that are the same for the same body only. */
    public byte[] of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing", e);
        }
    }

    private static byte[] read(Path keyFile) {
        try {
            byte[] bytes = Files.readAllBytes(keyFile);
            if (bytes.length < 32) {
                throw new IllegalStateException(
                        "sequence.idempotency.key-file holds less than 32 bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "sequence.idempotency.key-file cannot be read: " + keyFile, e);
        }
    }
}
