package io.sequence.events;

import io.sequence.vocabulary.SubmissionId;
import java.time.Instant;

/**
 * {@code key.rejected}, written by key-validation: the key was refused and its sealed bytes are
 * erased. A refused refresh leaves the older key working.
 *
 * @param about version and revision of the refused submission
 * @param submissionId which submission
 * @param type new connection or refresh
 * @param label the user's name for the connection
 * @param reason why, and the one fix
 * @param recipient whom to write to
 * @param rejectedAt when the verdict was reached
 */
public record KeyRejected(
        About about,
        SubmissionId submissionId,
        SubmissionType type,
        String label,
        Reason reason,
        Recipient recipient,
        Instant rejectedAt)
        implements ConnectionEvent {}
