package io.sequence.mailer.outbound.doors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be set about the doors; keys below {@code sequence.alerts}. A door whose file is not
 * named is shut: it says so, and nothing else depends on it.
 */
@ConfigMapping(prefix = "sequence.alerts")
public interface DoorSettings {
    /** The key file of {@link io.sequence.vault.WebhookSecrets}. */
    Optional<Path> webhookKey();

    /** PKCS#8 PEM of the P-256 key by which push services know us. */
    Optional<Path> vapidKey();

    /** X.509 PEM of its public half. */
    Optional<Path> vapidPublicKey();

    /** Whom a push service writes to about our calls (RFC 8292): {@code mailto:} or https. */
    @WithDefault("mailto:support@sequence.example")
    String vapidSubject();

    /** A file with the bot's token, as Telegram's BotFather gives it. */
    Optional<Path> telegramToken();

    /** The bot's name, without the at sign. */
    Optional<String> telegramBot();

    /** Where Telegram's Bot API is. */
    @WithDefault("https://api.telegram.org")
    String telegramUrl();

    /** How long Telegram holds a question for news open; whole seconds. */
    @WithDefault("25s")
    Duration telegramPoll();

    /** What may be called though it is not public or not https, such as stand-ins. */
    Optional<List<String>> allowedOrigins();
}
