package io.sequence.intake.outbound.support;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mail as operators see it: as its reader does, and whose it is. Nothing of what is in it.
 *
 * @param mailId names it
 * @param accountId whose
 * @param clientId e.g. {@code 0x3E9 / Ada Lovelace}
 * @param email the account's
 * @param template e.g. {@code expiring}
 * @param title what it is, for people
 * @param connectionId the connection that it is about, null when about the account
 * @param delivery {@code waiting}, {@code sent}, {@code failed} or {@code expired}
 * @param attempts how often it was tried
 * @param reason what stands or stood in the way; null when nothing does
 * @param queuedAt since when it has been on its way
 * @param at when it came to stand so
 */
public record OperatorMail(
        String mailId,
        AccountId accountId,
        String clientId,
        String email,
        String template,
        String title,
        @Nullable ConnectionId connectionId,
        @Schema(enumeration = {"waiting", "sent", "failed", "expired"}) String delivery,
        int attempts,
        @Nullable String reason,
        Instant queuedAt,
        Instant at) {
    /** An address belongs in no log. */
    @Override
    public String toString() {
        return "OperatorMail[" + mailId + "]";
    }
}
