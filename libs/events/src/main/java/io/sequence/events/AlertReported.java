package io.sequence.events;

import io.sequence.events.MailReported.Delivery;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code alert.reported}, written by mailer: how an alert stands on one channel that is not the
 * mail. Said when it is put into the queue, when something first stands in its way, and at its end.
 *
 * @param alertId names the alert; together with the channel, the delivery
 * @param accountId whose; the record key
 * @param channelId on which channel
 * @param kind what kind of channel that is
 * @param alert what it tells
 * @param connections which connections it is about; empty when about none
 * @param delivery how it stands
 * @param attempts how often it was tried so far
 * @param reason what stands or stood in the way, in our words; null when nothing does
 * @param queuedAt when it was put into the queue
 * @param at when it was so
 */
public record AlertReported(
        UUID alertId,
        AccountId accountId,
        UUID channelId,
        ChannelKind kind,
        AlertKind alert,
        List<ConnectionId> connections,
        Delivery delivery,
        int attempts,
        @Nullable String reason,
        Instant queuedAt,
        Instant at)
        implements Event {
    @Override
    public UUID key() {
        return accountId.value();
    }
}
