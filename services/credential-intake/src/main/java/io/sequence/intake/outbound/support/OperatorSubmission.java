package io.sequence.intake.outbound.support;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sequence.intake.outbound.connection.ReasonView;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A submission as operators see it: as its owner does, and whose it is. Nothing of the key.
 *
 * @param submissionId names it
 * @param connectionId the connection that it makes or refreshes
 * @param accountId whose
 * @param clientId e.g. {@code 0x3E9 / Ada Lovelace}
 * @param email the account's
 * @param type {@code add} or {@code refresh}
 * @param status {@code received}, {@code validating}, {@code accepted} or {@code rejected}
 * @param reason why it was rejected or takes long, as JSON; null otherwise
 * @param warnings what the user should know about an accepted key, as JSON
 * @param venue where the account is
 * @param market what the key is to trade
 * @param strategyId what is to run
 * @param label the user's name for the connection
 * @param createdAt when it was taken in
 * @param decidedAt when the verdict was reached
 */
public record OperatorSubmission(
        SubmissionId submissionId,
        ConnectionId connectionId,
        AccountId accountId,
        String clientId,
        String email,
        String type,
        @Schema(enumeration = {"received", "validating", "accepted", "rejected"}) String status,
        @Schema(implementation = ReasonView.class) @JsonRawValue @Nullable String reason,
        @Schema(implementation = String[].class) @JsonRawValue String warnings,
        VenueId venue,
        String market,
        StrategyId strategyId,
        String label,
        Instant createdAt,
        @Nullable Instant decidedAt) {
    /** An address belongs in no log. */
    @Override
    public String toString() {
        return "OperatorSubmission[" + submissionId + "]";
    }
}
