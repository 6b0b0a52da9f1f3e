package io.sequence.intake.outbound.support;

import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wrote to an account.
 *
 * @param messageId names it
 * @param subject one line
 * @param text plain, with line breaks
 * @param writtenBy the operator's account
 * @param writtenByName the operator's name, null when the account is not there any more
 * @param writtenAt when
 * @param mailId names the mail that carries it; null until mailer has reported it, and again when
 *     reports of its time are not kept any more
 * @param delivery how that mail stands: {@code waiting}, {@code sent}, {@code failed} or {@code
 *     expired}; null as {@code mailId} is
 * @param reason what stands or stood in its way; null when nothing does
 */
public record SupportMessage(
        UUID messageId,
        String subject,
        String text,
        AccountId writtenBy,
        @Nullable String writtenByName,
        Instant writtenAt,
        @Nullable String mailId,
        @Nullable String delivery,
        @Nullable String reason) {
    /** What was written belongs in no log. */
    @Override
    public String toString() {
        return "SupportMessage[" + messageId + "]";
    }
}
