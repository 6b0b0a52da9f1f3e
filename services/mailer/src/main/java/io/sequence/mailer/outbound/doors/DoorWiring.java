package io.sequence.mailer.outbound.doors;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.servicebase.NameLookup;
import io.sequence.servicebase.PublicTarget;
import io.sequence.vault.WebhookSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the doors as they are set; one that is not set up is there, and says so. */
@ApplicationScoped
class DoorWiring {
    private static final Duration LOOKUP_PATIENCE = Duration.ofSeconds(5);

    @Produces
    @Singleton
    PinnedClient client() {
        return new PinnedClient();
    }

    void close(@Disposes PinnedClient client) {
        client.close();
    }

    @Produces
    @Singleton
    DoorMeters meters(MeterRegistry registry) {
        return new DoorMeters(registry);
    }

    @Produces
    @Singleton
    AlertDoor webhooks(
            PinnedClient client,
            PublicTarget guard,
            DoorSettings settings,
            Clock clock,
            DoorMeters meters) {
        return new WebhookDoor(
                client,
                guard,
                settings.webhookKey().map(WebhookSecrets::of).orElse(null),
                clock,
                meters);
    }

    @Produces
    @Singleton
    AlertDoor browsers(
            PinnedClient client,
            PublicTarget guard,
            DoorSettings settings,
            Clock clock,
            DoorMeters meters) {
        Optional<VAPIDKeyPair> keys =
                settings.vapidKey()
                        .flatMap(own -> settings.vapidPublicKey().map(known -> vapid(own, known)));
        return new PushDoor(
                client, guard, keys.orElse(null), settings.vapidSubject(), clock, meters);
    }

    @Produces
    @Singleton
    AlertDoor telegram(TelegramBots bots, TelegramMemory memory, DoorMeters meters) {
        return new TelegramDoor(bots.own(), memory, meters);
    }

    @Produces
    @Singleton
    TelegramDesk desk(
            TelegramBots bots,
            TelegramMemory memory,
            DoorSettings settings,
            Clock clock,
            MeterRegistry registry) {
        TelegramBot own = bots.own();
        if (own != null) {
            Gauge.builder(
                            "sequence.alert.telegram.up",
                            own,
                            bot -> bot.standing() == TelegramBot.Standing.ANSWERS ? 1 : 0)
                    .description("whether Telegram answered our bot the last time it was asked")
                    .register(registry);
        }
        return new TelegramDesk(own, memory, settings.telegramPoll(), clock);
    }

    @Produces
    @Singleton
    TelegramBots bots(PinnedClient client, DoorSettings settings) {
        return new TelegramBots(
                settings.telegramToken()
                        .map(token -> TelegramBot.of(client, settings.telegramUrl(), token))
                        .orElse(null));
    }

    /**
     * The house's bot, if it has one.
     *
     * @param own null when Telegram is off
     */
    record TelegramBots(@Nullable TelegramBot own) {}

    /** The key pair by which push services know us. */
    static VAPIDKeyPair vapid(Path privateKey, Path publicKey) {
        try {
            return VAPIDKeyPairs.of(
                    PrivateKeySources.ofPEMFile(privateKey), PublicKeySources.ofPEMFile(publicKey));
        } catch (IOException e) {
            throw new IllegalStateException("the VAPID keys cannot be read", e);
        }
    }

    /** A guard that lets one origin through wherever it is: an operator named it. */
    static PublicTarget trusting(String url) {
        URI uri = URI.create(url);
        return new PublicTarget(
                List.of(uri.getScheme() + "://" + uri.getRawAuthority()),
                NameLookup.ofThisMachine(LOOKUP_PATIENCE));
    }
}
