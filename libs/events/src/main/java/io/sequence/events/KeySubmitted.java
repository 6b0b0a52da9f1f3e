package io.sequence.events;

import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Money;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code key.submitted}, written by credential-intake: a credential was taken in and lies sealed in
 * the vault.
 *
 * @param about version and revision of this submission
 * @param submissionId which submission
 * @param type new connection or refresh
 * @param market what the key is to trade
 * @param strategyId the strategy asked for; on a refresh the one that runs
 * @param minimumBalance what the strategy needs in its base asset; null on a refresh
 * @param label the user's name for the connection
 * @param keyHint the last four characters of the key's public half
 * @param recipient whom to write to about this connection
 * @param submittedAt when it was taken in
 */
public record KeySubmitted(
        About about,
        SubmissionId submissionId,
        SubmissionType type,
        Market market,
        StrategyId strategyId,
        @Nullable Money minimumBalance,
        String label,
        String keyHint,
        Recipient recipient,
        Instant submittedAt)
        implements ConnectionEvent {}
