package io.sequence.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sequence.vault.Keysets;
import io.sequence.vault.Sealer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives a service that signs under {@code @QuarkusTest} fresh keysets of the vault. Only for
 * modules that have the vault on their class path.
 */
public final class RealKeysets implements QuarkusTestResourceLifecycleManager {
    private static final String PUBLIC = "sequence.test.public-keyset";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("keysets");
            Path publicKeyset = folder.resolve("public.json");
            Path privateKeyset = folder.resolve("private.json");
            Path kek = folder.resolve("kek.json");
            Keysets.generate(publicKeyset, privateKeyset, kek);
            var settings = new HashMap<String, String>();
            settings.put(PUBLIC, publicKeyset.toString());
            settings.put("sequence.vault.private-keyset", privateKeyset.toString());
            settings.put("sequence.vault.kek", kek.toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals for the service under test, as intake does. */
    public static Sealer sealer() {
        return new Sealer(
                Keysets.readPublic(
                        Path.of(ConfigProvider.getConfig().getValue(PUBLIC, String.class))));
    }

    @Override
    public void stop() {}
}
