package io.sequence.validation.domain;

import io.sequence.events.KeySubmitted;
import io.sequence.validation.domain.Patience.Doubt;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One submission that waits for its verdict, as leased to one worker.
 *
 * @param submission what is to be examined
 * @param lease names this worker's turn; whoever holds another one may write nothing
 * @param attempt counts from 1, this turn included
 * @param doubt a refusal that has not lasted yet; null when there is none
 * @param delayed whether the user has been told that it takes longer
 * @param takenInAt when the submission was heard of
 * @param traceparent W3C trace context of the submission; null when there is none
 */
public record Job(
        KeySubmitted submission,
        UUID lease,
        int attempt,
        @Nullable Doubt doubt,
        boolean delayed,
        Instant takenInAt,
        @Nullable String traceparent) {}
