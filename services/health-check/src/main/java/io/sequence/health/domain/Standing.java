package io.sequence.health.domain;

import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands.
 *
 * @param state what the user sees
 * @param reason why it is not connected; null when it is
 * @param firstFailureAt when the trouble of now began; null when there is none
 * @param lastProofAt when the key last proved to work; null when never
 * @param evidence failures that have not led to another state yet
 */
public record Standing(
        HealthState state,
        @Nullable Reason reason,
        @Nullable Instant firstFailureAt,
        @Nullable Instant lastProofAt,
        Evidence evidence) {
    /** A connection whose key was accepted a moment ago. */
    public static final Standing FRESH =
            new Standing(HealthState.CONNECTED, null, null, null, Evidence.NONE);

    /**
     * Failures in a row.
     *
     * @param refusals times that the venue refused the key, within the window
     * @param refusedSince when it did so first; null when it did not
     * @param doubts times that it refused the key without saying why
     * @param doubtedSince when it did so first; null when it did not
     * @param troubles all other failures
     */
    public record Evidence(
            int refusals,
            @Nullable Instant refusedSince,
            int doubts,
            @Nullable Instant doubtedSince,
            int troubles) {
        /** No failure. */
        public static final Evidence NONE = new Evidence(0, null, 0, null, 0);
    }
}
