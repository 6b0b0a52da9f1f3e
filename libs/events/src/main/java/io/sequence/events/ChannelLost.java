package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * {@code channel.lost}, written by mailer: a channel will not take anything any more: the
 * subscription is gone, the bot was blocked or told to stop, or a URL has refused for days.
 *
 * @param accountId whose; the record key
 * @param channelId which one
 * @param reason one sentence, in our words
 * @param at when
 */
public record ChannelLost(AccountId accountId, UUID channelId, String reason, Instant at)
        implements Event {
    @Override
    public UUID key() {
        return accountId.value();
    }
}
