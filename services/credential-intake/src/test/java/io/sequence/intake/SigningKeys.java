package io.sequence.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/** A P-256 key pair in PEM files, and a first operator, as the launcher makes them. */
public class SigningKeys implements QuarkusTestResourceLifecycleManager {
    static final String OPERATOR = "operator@sequence.example";
    static final String OPERATOR_PASSWORD = "tidal-harbour-9461";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("signing-keys");
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Path password = folder.resolve("operator-password");
            Files.writeString(password, OPERATOR_PASSWORD + "\n");
            return Map.of(
                    "sequence.limits.verify-by-challenge",
                    "1000/1000",
                    "sequence.jwt.private-key",
                    pem(folder, "PRIVATE KEY", pair.getPrivate().getEncoded()),
                    "sequence.jwt.public-key",
                    pem(folder, "PUBLIC KEY", pair.getPublic().getEncoded()),
                    "sequence.operator.email",
                    OPERATOR,
                    "sequence.operator.password-file",
                    password.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Path folder, String kind, byte[] key) throws IOException {
        String text =
                "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(key), kind);
        return Files.writeString(folder.resolve(kind.replace(' ', '-') + ".pem"), text).toString();
    }

    @Override
    public void stop() {}
}
