package io.sequence.mailer.outbound;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.MailReported;
import io.sequence.events.MailReported.Delivery;
import io.sequence.mailer.domain.Letter;
import io.sequence.messaging.OutboxRow;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said about letters: never anything of what they say, nor a mail server's words. */
final class MailReports {
    private MailReports() {}

    /** It was put into the queue. */
    static MailReported queued(Letter letter, UUID account, String once, Instant now) {
        return new MailReported(
                once,
                new AccountId(account),
                letter.event() instanceof ConnectionEvent e ? e.about().connectionId() : null,
                letter.template().wireName(),
                Delivery.WAITING,
                0,
                null,
                now,
                now);
    }

    /**
     * How a letter of the queue stands now, as a row of the outbox.
     *
     * @param attempts how often it was tried so far
     */
    static OutboxRow of(
            WaitingMail mail,
            Delivery delivery,
            int attempts,
            @Nullable String reason,
            Instant now) {
        UUID connection = mail.connectionId();
        return OutboxRow.of(
                new MailReported(
                        mail.once(),
                        new AccountId(mail.accountId()),
                        connection == null ? null : new ConnectionId(connection),
                        mail.template().wireName(),
                        delivery,
                        attempts,
                        reason,
                        mail.queuedAt(),
                        now));
    }
}
