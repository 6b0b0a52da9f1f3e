package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code account.changed}, written by credential-intake: how to write to an account from now on.
 * Said when an account is made and whenever one of these changes; the newest counts.
 *
 * @param accountId which account; the record key
 * @param recipient whom to write to
 * @param unwantedMails templates (wire names, e.g. {@code expiring}) that the user does not want;
 *     others are sent, unknown ones are ignored
 * @param unsubscribePath path under the console's origin that switches reminders off without a
 *     sign-in (RFC 8058), e.g. {@code /v1/mails/unsubscribe/k3…}; null when there is none
 * @param alerts how alerts are wanted; null when nothing was ever wished
 * @param at when it was changed
 */
public record AccountChanged(
        AccountId accountId,
        Recipient recipient,
        List<String> unwantedMails,
        @Nullable String unsubscribePath,
        @Nullable AlertWishes alerts,
        Instant at)
        implements Event {
    @Override
    public UUID key() {
        return accountId.value();
    }

    /** The path lets anybody switch reminders off. */
    @Override
    public String toString() {
        return "AccountChanged[" + recipient + ", unwanted " + unwantedMails + "]";
    }
}
