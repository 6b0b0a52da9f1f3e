package io.sequence.health;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sequence.vault.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Fresh keysets for the service under test, and time limits that a test can wait for. */
public final class RealKeysets implements QuarkusTestResourceLifecycleManager {
    static final String PUBLIC = "sequence.test.public-keyset";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("keysets");
            Path publicKeyset = folder.resolve("public.json");
            Path privateKeyset = folder.resolve("private.json");
            Path kek = folder.resolve("kek.json");
            Keysets.generate(publicKeyset, privateKeyset, kek);
            return Map.of(
                    PUBLIC,
                    publicKeyset.toString(),
                    "sequence.vault.private-keyset",
                    privateKeyset.toString(),
                    "sequence.vault.kek",
                    kek.toString(),
                    "sequence.health.interval",
                    "2s",
                    "sequence.health.recheck",
                    "500ms",
                    "sequence.health.ambiguous-window",
                    "1s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
