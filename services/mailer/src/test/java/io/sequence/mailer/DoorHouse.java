package io.sequence.mailer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sequence.testing.VenueSimulator;
import io.sequence.vault.VapidKeys;
import io.sequence.vault.WebhookSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the mailer under test what its doors need, and the stand-ins that they lead to. */
public final class DoorHouse implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "8123456:CANARYcanaryCANARYcanaryCANARYtoken";

    private static @Nullable VenueSimulator simulator;
    private static Path folder = Path.of("");

    static Path webhookKey() {
        return folder.resolve("webhook-key");
    }

    /** What a browser is given when it subscribes. */
    static String pushKey() {
        return VapidKeys.publicKey(folder.resolve("vapid-public.pem"));
    }

    static VenueSimulator simulator() {
        VenueSimulator started = simulator;
        if (started == null) {
            throw new IllegalStateException("it was not started");
        }
        return started;
    }

    @Override
    public Map<String, String> start() {
        VenueSimulator started = VenueSimulator.start();
        simulator = started;
        try {
            Path keys = Files.createTempDirectory("alert-keys");
            folder = keys;
            Path token = keys.resolve("telegram-token");
            Files.writeString(token, TOKEN);
            WebhookSecrets.generate(webhookKey());
            Path vapid = keys.resolve("vapid.pem");
            Path vapidPublic = keys.resolve("vapid-public.pem");
            VapidKeys.generate(vapid, vapidPublic);
            makeBot(started);
            return Map.of(
                    TestClock.TRUE_TIME,
                    "true",
                    "sequence.alerts.telegram-token",
                    token.toString(),
                    "sequence.alerts.telegram-url",
                    started.url() + "/_telegram",
                    "sequence.alerts.telegram-poll",
                    "1s",
                    "sequence.alerts.webhook-key",
                    webhookKey().toString(),
                    "sequence.alerts.vapid-key",
                    vapid.toString(),
                    "sequence.alerts.vapid-public-key",
                    vapidPublic.toString(),
                    "sequence.alerts.allowed-origins",
                    started.url().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeBot(VenueSimulator started) throws IOException {
        var request =
                HttpRequest.newBuilder(started.url().resolve("/_telegram/_admin/bots"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"token\":\"" + TOKEN + "\",\"username\":\"a_bot\"}"))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("there is no bot");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        VenueSimulator started = simulator;
        if (started != null) {
            started.close();
            simulator = null;
        }
    }
}
