package io.sequence.health.domain;

import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands.
 *
 * @param condition how it stands
 * @param reason why its owner was alarmed; null when they were not
 * @param firstFailureAt when the trouble of now began; null when there is none
 * @param lastProofAt when the key last proved to work; null when never
 * @param evidence failures that have not led to another condition yet
 * @param recovery successes since the last failure, while an alarm stands
 * @param flaps alarms of late
 * @param pause whether its owner has paused it
 */
public record Standing(
        Condition condition,
        @Nullable Reason reason,
        @Nullable Instant firstFailureAt,
        @Nullable Instant lastProofAt,
        Evidence evidence,
        Recovery recovery,
        Flaps flaps,
        Pause pause) {
    /** Of a connection whose owner has not paused it. */
    public Standing(
            Condition condition,
            @Nullable Reason reason,
            @Nullable Instant firstFailureAt,
            @Nullable Instant lastProofAt,
            Evidence evidence,
            Recovery recovery,
            Flaps flaps) {
        this(condition, reason, firstFailureAt, lastProofAt, evidence, recovery, flaps, Pause.NONE);
    }

    /** A connection whose key was accepted a moment ago. */
    public static final Standing FRESH =
            new Standing(
                    Condition.CONNECTED,
                    null,
                    null,
                    null,
                    Evidence.NONE,
                    Recovery.NONE,
                    Flaps.NONE);

    /** The same with its owner's wish. */
    public Standing with(Pause other) {
        return new Standing(
                condition, reason, firstFailureAt, lastProofAt, evidence, recovery, flaps, other);
    }

    /** What the user sees. */
    public HealthState state() {
        return condition.headline();
    }

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

    /**
     * Successes in a row, while an alarm stands.
     *
     * @param successes how many
     * @param since when the first of them came; null when there is none
     */
    public record Recovery(int successes, @Nullable Instant since) {
        /** No success. */
        public static final Recovery NONE = new Recovery(0, null);
    }

    /**
     * Alarms of late. A connection that raises them again and again has to work for a while before
     * it counts as repaired.
     *
     * @param alarms how many since
     * @param since when the first of them was raised; null when there is none
     */
    public record Flaps(int alarms, @Nullable Instant since) {
        /** No alarm. */
        public static final Flaps NONE = new Flaps(0, null);
    }

    /**
     * Whether its owner has paused a connection. Paused, it is pinged and says how it stands, and
     * nobody is alarmed; what is still wrong when they take it up again is told then.
     *
     * @param on whether it is paused
     * @param untold whether the alarm that stands was raised meanwhile, and nobody knows
     */
    public record Pause(boolean on, boolean untold) {
        /** Not paused. */
        public static final Pause NONE = new Pause(false, false);
    }
}
