package io.sequence.intake.outbound.alerts;

import io.sequence.events.ChannelKind;
import io.sequence.vault.VapidKeys;
import io.sequence.vault.WebhookSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What this house has to alert people with; what is not set up is said to be missing. */
@ApplicationScoped
public class AlertMeans {
    private final @Nullable WebhookSecrets secrets;
    private final @Nullable String pushKey;
    private final @Nullable String bot;

    AlertMeans(
            @ConfigProperty(name = "sequence.alerts.webhook-key") Optional<Path> webhookKey,
            @ConfigProperty(name = "sequence.alerts.vapid-public-key") Optional<Path> vapidKey,
            @ConfigProperty(name = "sequence.alerts.telegram-bot") Optional<String> bot) {
        // A file that is named but missing or broken stops the service: nobody would notice else.
        this.secrets = webhookKey.map(WebhookSecrets::of).orElse(null);
        this.pushKey = vapidKey.map(VapidKeys::publicKey).orElse(null);
        this.bot = bot.map(String::strip).filter(name -> !name.isEmpty()).orElse(null);
    }

    /** The public key that browsers subscribe with: an uncompressed point in base64url. */
    public Optional<String> pushKey() {
        return Optional.ofNullable(pushKey);
    }

    /** The name of the house's Telegram bot. */
    public Optional<String> bot() {
        return Optional.ofNullable(bot);
    }

    /** Why there is no such way, in a sentence; empty when there is. */
    public Optional<String> missing(ChannelKind kind) {
        return switch (kind) {
            case MAIL -> Optional.empty();
            case TELEGRAM -> missing(bot, "Telegram is not set up here.");
            case WEB_PUSH -> missing(pushKey, "Alerts in browsers are not set up here.");
            case WEBHOOK -> missing(secrets, "Webhooks are not set up here.");
        };
    }

    /**
     * What a webhook's calls are signed with: for its owner's eyes, for no row and no log.
     *
     * @throws IllegalStateException when webhooks are {@link #missing}
     */
    public String secret(UUID channel, int generation) {
        if (secrets == null) {
            throw new IllegalStateException("webhooks are not set up");
        }
        return secrets.secret(channel, generation);
    }

    private static Optional<String> missing(@Nullable Object means, String words) {
        return means == null ? Optional.of(words) : Optional.empty();
    }
}
