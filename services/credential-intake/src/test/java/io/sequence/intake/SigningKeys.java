package io.sequence.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sequence.vault.Keysets;
import io.sequence.vault.VapidKeys;
import io.sequence.vault.WebhookSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher makes before the service starts: a P-256 key pair in PEM files, a first
 * operator, the vault's keysets and the key of the idempotency fingerprints. The service is told of
 * the public keyset only; a test that opens what it sealed finds the private one beside it.
 */
public class SigningKeys implements QuarkusTestResourceLifecycleManager {
    static final String OPERATOR = "operator@sequence.example";
    static final String OPERATOR_PASSWORD = "tidal-harbour-9461";

    private @Nullable Path openers;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("signing-keys");
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Path password = folder.resolve("operator-password");
            Files.writeString(password, OPERATOR_PASSWORD + "\n");
            Path publicKeyset = folder.resolve("vault-public.json");
            Path secrets = Files.createTempDirectory("openers");
            Keysets.generate(
                    publicKeyset,
                    secrets.resolve("vault-private.json"),
                    secrets.resolve("vault-kek.json"));
            openers = secrets;
            Path idempotency = folder.resolve("idempotency.key");
            Files.write(idempotency, new SecureRandom().generateSeed(32));
            Map<String, String> settings = new HashMap<>(alerts(folder));
            settings.putAll(
                    Map.of(
                            "sequence.vault.public-keyset",
                            publicKeyset.toString(),
                            "sequence.idempotency.key-file",
                            idempotency.toString(),
                            "sequence.limits.verify-by-challenge",
                            "1000/1000",
                            "sequence.jwt.private-key",
                            pem(folder, "PRIVATE KEY", pair.getPrivate().getEncoded()),
                            "sequence.jwt.public-key",
                            pem(folder, "PUBLIC KEY", pair.getPublic().getEncoded()),
                            "sequence.operator.email",
                            OPERATOR,
                            "sequence.operator.password-file",
                            password.toString()));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> alerts(Path folder) {
        Path webhooks = folder.resolve("webhook.key");
        WebhookSecrets.generate(webhooks);
        Path vapid = folder.resolve("vapid-public.pem");
        VapidKeys.generate(folder.resolve("vapid-private.pem"), vapid);
        return Map.of(
                "sequence.alerts.webhook-key",
                webhooks.toString(),
                "sequence.alerts.vapid-public-key",
                vapid.toString(),
                "sequence.alerts.telegram-bot",
                "SequenceTestBot",
                "sequence.alerts.allowed-origins",
                "http://127.0.0.1:8090");
    }

    private static String pem(Path folder, String kind, byte[] key) throws IOException {
        String text =
                "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(key), kind);
        return Files.writeString(folder.resolve(kind.replace(' ', '-') + ".pem"), text).toString();
    }

    /** Fields of type {@link Openers} are filled. */
    @Override
    public void inject(TestInjector injector) {
        Path folder = openers;
        if (folder != null) {
            injector.injectIntoFields(
                    new Openers(folder), new TestInjector.MatchesType(Openers.class));
        }
    }

    @Override
    public void stop() {}
}
