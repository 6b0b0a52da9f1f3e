package io.sequence.intake.outbound.support;

import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account in the operators' list.
 *
 * @param accountId names it
 * @param clientId e.g. {@code 0x3E9 / Ada Lovelace}
 * @param email as registered
 * @param name as registered
 * @param role {@code trader} or {@code operator}
 * @param supportClearance {@code needed} while an operator must clear it
 * @param registeredAt when
 * @param connections how many it has now
 * @param openSupportRequests how many wait
 */
public record AccountSummary(
        AccountId accountId,
        String clientId,
        String email,
        String name,
        @Schema(enumeration = {"trader", "operator"}) String role,
        @Schema(enumeration = {"not_needed", "needed", "cleared"}) String supportClearance,
        Instant registeredAt,
        int connections,
        int openSupportRequests) {
    /** An address belongs in no log. */
    @Override
    public String toString() {
        return "AccountSummary[" + accountId + "]";
    }
}
