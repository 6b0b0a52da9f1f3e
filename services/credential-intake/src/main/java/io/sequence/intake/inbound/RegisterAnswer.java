package io.sequence.intake.inbound;

import io.sequence.vocabulary.AccountId;
import java.util.UUID;

/**
 * The answer of {@code POST /v1/accounts}.
 *
 * @param accountId the account's id
 * @param clientId e.g. {@code 0x3E9 / Ada Lovelace}
 * @param challengeId what the welcome mail's code may be given to at {@code /v1/auth/verify}
 */
public record RegisterAnswer(AccountId accountId, String clientId, UUID challengeId) {}
