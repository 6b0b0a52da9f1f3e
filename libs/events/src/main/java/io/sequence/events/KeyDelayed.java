package io.sequence.events;

import io.sequence.vocabulary.SubmissionId;
import java.time.Instant;

/**
 * {@code key.delayed}, written by key-validation: the venue could not be asked often enough to
 * reach a verdict; trying goes on. Never a verdict.
 *
 * @param about version and revision of the submission
 * @param submissionId which submission
 * @param reason what stands in the way
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried again
 */
public record KeyDelayed(
        About about, SubmissionId submissionId, Reason reason, int attempts, Instant nextAttemptAt)
        implements ConnectionEvent {}
