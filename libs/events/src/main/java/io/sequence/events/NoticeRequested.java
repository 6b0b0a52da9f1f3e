package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.TimeOrderedUuid;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code notice.requested}, written by credential-intake: mails about an account that carry no code
 * and must not be lost, however long the mailer is away. Those with a code are {@link
 * MailRequested}.
 *
 * @param accountId whose mail; the record key
 * @param noticeId names the notice; its mail is {@link #mailId()}
 * @param recipient whom to write to
 * @param template which mail
 * @param subject of a support message; null elsewhere
 * @param text of a support message, line breaks kept; null elsewhere
 * @param requestedAt when
 */
public record NoticeRequested(
        AccountId accountId,
        UUID noticeId,
        Recipient recipient,
        NoticeTemplate template,
        @Nullable String subject,
        @Nullable String text,
        Instant requestedAt)
        implements Event {
    /** Without an id or a template it is no notice: readers are not to take it for one. */
    public NoticeRequested {
        Objects.requireNonNull(noticeId, "notice_id");
        Objects.requireNonNull(template, "template");
    }

    /** A notice that says nothing but what its template does. */
    public static NoticeRequested of(
            AccountId account, Recipient recipient, NoticeTemplate template, Instant at) {
        return new NoticeRequested(
                account, TimeOrderedUuid.next(), recipient, template, null, null, at);
    }

    @Override
    public UUID key() {
        return accountId.value();
    }

    /** What {@link MailReported} calls the mail of this notice. */
    public String mailId() {
        return template.mailId(noticeId);
    }

    /** What was written belongs in no log. */
    @Override
    public String toString() {
        return "NoticeRequested[" + mailId() + "]";
    }

    /** Which mail. */
    public enum NoticeTemplate {
        /** The address is registered already and somebody tried to register it again. */
        ALREADY_REGISTERED,
        /** Somebody used an old session token: all sessions were ended. */
        SESSIONS_ENDED,
        /** The password was changed; other sessions were ended. */
        PASSWORD_CHANGED,
        /** The anti-phishing code was changed; the recipient carries the new one. */
        ANTI_PHISHING_CODE_CHANGED,
        /** A person of support writes: {@code subject} and {@code text}. */
        SUPPORT_MESSAGE,
        /**
         * To an operator: an incident of a venue or trouble of ours began or ended; {@code subject}
         * and {@code text}.
         */
        OPERATOR_ALERT;

        /** The name on the wire, e.g. {@code support_message}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What {@link MailReported} calls the mail of the notice of that id. */
        public String mailId(UUID noticeId) {
            return wireName() + "." + noticeId;
        }
    }
}
