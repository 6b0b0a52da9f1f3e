package io.sequence.intake.domain.submission;

import io.sequence.events.Recipient;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.StrategyId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who submits.
 *
 * @param accountId the signed-in account
 * @param email as registered, letter case kept
 * @param name the account's name
 * @param clientId text form
 * @param antiPhishingCode null until one was given
 * @param supportFirst whether support must clear the account before it may submit
 * @param invitations strategies that it was invited to
 */
public record Applicant(
        AccountId accountId,
        String email,
        String name,
        String clientId,
        @Nullable String antiPhishingCode,
        boolean supportFirst,
        Set<StrategyId> invitations) {
    /** Whom to write to, with the code that is in force after the submission. */
    public Recipient recipient(@Nullable String newCode) {
        return new Recipient(email, name, clientId, newCode == null ? antiPhishingCode : newCode);
    }

    @Override
    public String toString() {
        return "Applicant[" + accountId + "]";
    }
}
