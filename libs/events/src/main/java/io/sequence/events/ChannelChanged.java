package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code channel.changed}, written by credential-intake: a channel for alerts was made, changed or
 * removed. The newest by {@code at} counts; a removed channel stays removed. Readers look at the
 * target of its kind alone.
 *
 * @param accountId whose; the record key
 * @param channelId which one
 * @param kind what it is; never {@link ChannelKind#MAIL}, which every account has
 * @param removed whether it is gone
 * @param enabled whether alerts are sent there
 * @param urgentOnly whether it takes urgent alerts alone
 * @param telegram where, of that kind; null otherwise and when removed
 * @param push where, of that kind; null otherwise and when removed
 * @param webhook where, of that kind; null otherwise and when removed
 * @param at when
 */
public record ChannelChanged(
        AccountId accountId,
        UUID channelId,
        ChannelKind kind,
        boolean removed,
        boolean enabled,
        boolean urgentOnly,
        @Nullable TelegramChat telegram,
        @Nullable PushSubscription push,
        @Nullable WebhookTarget webhook,
        Instant at)
        implements Event {
    /** Without an id it is no channel. */
    public ChannelChanged {
        Objects.requireNonNull(channelId, "channel_id");
    }

    @Override
    public UUID key() {
        return accountId.value();
    }

    /** Where it leads is nobody's business. */
    @Override
    public String toString() {
        return "ChannelChanged[" + channelId + ", " + kind + "]";
    }

    /**
     * A chat with the bot.
     *
     * @param chatId Telegram's number of it
     */
    public record TelegramChat(long chatId) {}

    /**
     * A browser's subscription (RFC 8030, 8291).
     *
     * @param endpoint the push service's URL of it
     * @param p256dh the browser's public key, base64url
     * @param auth the browser's 16 bytes that messages to it are encrypted with besides, base64url;
     *     worth nothing without the house's VAPID key, which is in no event
     */
    public record PushSubscription(String endpoint, String p256dh, String auth) {
        @Override
        public String toString() {
            return "PushSubscription[]";
        }
    }

    /**
     * A user's URL. What calls are signed with is in no event and no row: whoever signs derives it
     * from the house's key, the channel's id and this version.
     *
     * @param url https, without user information
     * @param generation counts from 1, one more each time that it is changed
     * @param previousUntil until when calls carry a signature of the version before, too; null when
     *     there is none
     */
    public record WebhookTarget(String url, int generation, @Nullable Instant previousUntil) {
        @Override
        public String toString() {
            return "WebhookTarget[]";
        }
    }
}
