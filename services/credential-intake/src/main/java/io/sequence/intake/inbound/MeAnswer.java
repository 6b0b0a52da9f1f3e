package io.sequence.intake.inbound;

import io.sequence.intake.domain.account.Account;
import io.sequence.vocabulary.AccountId;
import java.time.Instant;

/**
 * The answer of {@code GET /v1/me}.
 *
 * @param accountId the account's id
 * @param clientId e.g. {@code 0x3E9 / Ada Lovelace}
 * @param email as registered
 * @param name as registered
 * @param role {@code trader} or {@code operator}
 * @param supportClearance {@code not_needed}, {@code needed} or {@code cleared}
 * @param antiPhishingCodeSet whether one was given; the code itself is shown in mails only
 * @param registeredAt when
 */
public record MeAnswer(
        AccountId accountId,
        String clientId,
        String email,
        String name,
        String role,
        String supportClearance,
        boolean antiPhishingCodeSet,
        Instant registeredAt) {
    static MeAnswer of(Account account) {
        return new MeAnswer(
                account.id(),
                account.clientId().toString(),
                account.email(),
                account.name(),
                account.role(),
                account.clearance().wireName(),
                account.antiPhishingCode() != null,
                account.registeredAt());
    }
}
