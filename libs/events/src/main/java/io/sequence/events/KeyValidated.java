package io.sequence.events;

import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code key.validated}, written by key-validation: the venue proved the key and the house accepted
 * it. The credential is the connection's active one; on a refresh the older one is retiring.
 *
 * @param about the version that is active now
 * @param submissionId which submission
 * @param type new connection or refresh
 * @param market what the key trades
 * @param strategyId the strategy asked for, or the one that runs
 * @param label the user's name for the connection
 * @param host label of the venue's host that the key answers on
 * @param rights right by right
 * @param ipAllowList addresses that may use the key, empty when there is no restriction
 * @param subAccount whether it is a sub-account; null when the venue does not tell
 * @param expiresAt when the key dies by the venue's word or the house's rule; null when it does not
 * @param expiryReported whether that is the venue's word
 * @param warnings what the user should know, one sentence each
 * @param balances as found by the funded check
 * @param recipient whom to write to
 * @param keyHint the last four characters of the key's public half
 * @param submittedAt when the key was taken in
 * @param validatedAt when the verdict was reached
 * @param accountUid the venue's id of the account that the key belongs to; null when not told
 */
public record KeyValidated(
        About about,
        SubmissionId submissionId,
        SubmissionType type,
        Market market,
        StrategyId strategyId,
        String label,
        String host,
        Rights rights,
        List<String> ipAllowList,
        @Nullable Boolean subAccount,
        @Nullable Instant expiresAt,
        boolean expiryReported,
        List<String> warnings,
        List<WalletBalance> balances,
        Recipient recipient,
        String keyHint,
        Instant submittedAt,
        Instant validatedAt,
        @Nullable String accountUid)
        implements ConnectionEvent {
    /** A key of which the account is not told. */
    public KeyValidated(
            About about,
            SubmissionId submissionId,
            SubmissionType type,
            Market market,
            StrategyId strategyId,
            String label,
            String host,
            Rights rights,
            List<String> ipAllowList,
            @Nullable Boolean subAccount,
            @Nullable Instant expiresAt,
            boolean expiryReported,
            List<String> warnings,
            List<WalletBalance> balances,
            Recipient recipient,
            String keyHint,
            Instant submittedAt,
            Instant validatedAt) {
        this(
                about,
                submissionId,
                type,
                market,
                strategyId,
                label,
                host,
                rights,
                ipAllowList,
                subAccount,
                expiresAt,
                expiryReported,
                warnings,
                balances,
                recipient,
                keyHint,
                submittedAt,
                validatedAt,
                null);
    }
}
