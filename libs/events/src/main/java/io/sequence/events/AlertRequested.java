package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code alert.requested}, written by credential-intake: a user wants a test alert on one channel
 * now. What became of it is {@link AlertReported} with the same id.
 *
 * @param accountId whose; the record key
 * @param alertId names it
 * @param channelId which channel; null for the account's mail
 * @param requestedAt when
 */
public record AlertRequested(
        AccountId accountId, UUID alertId, @Nullable UUID channelId, Instant requestedAt)
        implements Event {
    @Override
    public UUID key() {
        return accountId.value();
    }
}
