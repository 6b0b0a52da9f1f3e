package io.sequence.mailer.outbound.doors;

import io.sequence.events.AlertKind;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelChanged.PushSubscription;
import io.sequence.events.ChannelChanged.TelegramChat;
import io.sequence.events.ChannelChanged.WebhookTarget;
import io.sequence.events.ChannelKind;
import io.sequence.mailer.outbound.doors.AlertMessage.Subject;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Alerts and channels for the tests of the doors. */
final class Alerts {
    static final Instant AT = Instant.parse("2027-01-02T03:04:05Z");

    private Alerts() {}

    static AlertMessage failing(String... lines) {
        return of(AlertKind.FAILING, ConnectionId.next(), lines);
    }

    static AlertMessage of(AlertKind kind, ConnectionId connection, String... lines) {
        return new AlertMessage(
                UUID.randomUUID(),
                kind,
                "Main account needs you",
                List.of(lines),
                "https://console.example.com/connections/1",
                List.of(
                        new Subject(
                                connection,
                                "Main account",
                                new VenueId("bybit"),
                                "reauth_needed",
                                "key_expired")),
                AT);
    }

    static ChannelChanged webhook(UUID channel, WebhookTarget target) {
        return channel(channel, ChannelKind.WEBHOOK, null, null, target);
    }

    static ChannelChanged push(PushSubscription subscription) {
        return channel(UUID.randomUUID(), ChannelKind.WEB_PUSH, null, subscription, null);
    }

    static ChannelChanged telegram(long chatId) {
        return channel(
                UUID.randomUUID(), ChannelKind.TELEGRAM, new TelegramChat(chatId), null, null);
    }

    private static ChannelChanged channel(
            UUID id,
            ChannelKind kind,
            TelegramChat chat,
            PushSubscription push,
            WebhookTarget webhook) {
        return new ChannelChanged(
                AccountId.next(), id, kind, false, true, false, chat, push, webhook, AT);
    }
}
