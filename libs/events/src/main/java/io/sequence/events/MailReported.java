package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code mail.reported}, written by mailer: how a mail stands. Said when it is put into the queue,
 * when something first stands in its way, and at its end. Carries nothing of its content.
 *
 * @param mailId names the mail, unique by template and what it tells, e.g. {@code
 *     expiring.01936b3e-…}
 * @param accountId whose; the record key
 * @param connectionId which connection it is about; null when about the account
 * @param template wire name, e.g. {@code expiring}
 * @param delivery how it stands
 * @param attempts how often it was tried so far
 * @param reason what stands or stood in the way, in our words; null when nothing does
 * @param queuedAt when it was put into the queue
 * @param at when it was so
 */
public record MailReported(
        String mailId,
        AccountId accountId,
        @Nullable ConnectionId connectionId,
        String template,
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

    /** How a mail stands. */
    public enum Delivery {
        /** In the queue; when a reason is given, that stands in its way. */
        WAITING,
        /** The mail server took it. */
        SENT,
        /** Given up; the reason tells why. */
        FAILED,
        /** Its time passed before it could be sent. */
        EXPIRED;

        /** The name on the wire, e.g. {@code sent}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
