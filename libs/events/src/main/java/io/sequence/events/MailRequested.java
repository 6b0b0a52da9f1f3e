package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code mail.requested}, written by credential-intake: mails with a one-time code, therefore kept
 * on the topic for 15 minutes only. Mails about an account without a code are {@link
 * NoticeRequested}; the templates of these are read here too, and not written any more.
 *
 * @param accountId whose mail; the record key
 * @param recipient whom to write to
 * @param content which mail
 * @param requestedAt when
 */
public record MailRequested(
        AccountId accountId, Recipient recipient, Content content, Instant requestedAt)
        implements Event {
    @Override
    public UUID key() {
        return accountId.value();
    }

    /**
     * What to write.
     *
     * @param template which mail
     * @param code the one-time code, for the templates that carry one
     * @param codeValidUntil until when the code works
     * @param note free words for templates that take some: of a support message the text, line
     *     breaks kept
     * @param subject of a support message; null elsewhere
     */
    public record Content(
            Template template,
            @Nullable String code,
            @Nullable Instant codeValidUntil,
            @Nullable String note,
            @Nullable String subject) {
        /** A one-time code belongs in no log. */
        @Override
        public String toString() {
            return "Content[" + template + "]";
        }
    }

    /** Which mail. */
    public enum Template {
        /** After registration: welcome, with the code that confirms the address. */
        WELCOME,
        /** The code of a sign-in. */
        SIGN_IN_CODE,
        /** Of old: {@link NoticeRequested.NoticeTemplate#ALREADY_REGISTERED}. */
        ALREADY_REGISTERED,
        /** Of old: {@link NoticeRequested.NoticeTemplate#SESSIONS_ENDED}. */
        SESSIONS_ENDED,
        /** Of old: {@link NoticeRequested.NoticeTemplate#PASSWORD_CHANGED}. */
        PASSWORD_CHANGED,
        /** Of old: {@link NoticeRequested.NoticeTemplate#ANTI_PHISHING_CODE_CHANGED}. */
        ANTI_PHISHING_CODE_CHANGED,
        /** Of old: {@link NoticeRequested.NoticeTemplate#SUPPORT_MESSAGE}. */
        SUPPORT_MESSAGE;

        /** The name on the wire, e.g. {@code sign_in_code}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
