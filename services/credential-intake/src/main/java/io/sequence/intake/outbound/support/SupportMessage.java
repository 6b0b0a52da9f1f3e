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
 */
public record SupportMessage(
        UUID messageId,
        String subject,
        String text,
        AccountId writtenBy,
        @Nullable String writtenByName,
        Instant writtenAt) {
    /** What was written belongs in no log. */
    @Override
    public String toString() {
        return "SupportMessage[" + messageId + "]";
    }
}
