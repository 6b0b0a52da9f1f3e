package io.sequence.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code key.health}, written by health-check: a connection went from one state to another. Nothing
 * is said while a state lasts.
 *
 * @param about version that was pinged
 * @param state the state now
 * @param previous the state before
 * @param reason why it is not connected; null when it is
 * @param firstFailureAt when the trouble began; null when connected without trouble before
 * @param lastProofAt when the key last proved to work; null when never by health-check
 * @param at when the transition was confirmed
 * @param repaired what the alarm that ends with this was about; null when none ends
 * @param incidentId the {@code venue.incident} that it belongs to: many keys fail alike, and nobody
 *     has to act; null when it is the connection's own
 * @param pausedByUser true while its owner has paused the connection: nobody is to be alarmed; null
 *     when not
 */
public record KeyHealth(
        About about,
        HealthState state,
        HealthState previous,
        @Nullable Reason reason,
        @Nullable Instant firstFailureAt,
        @Nullable Instant lastProofAt,
        Instant at,
        @Nullable Reason repaired,
        @Nullable UUID incidentId,
        @Nullable Boolean pausedByUser)
        implements ConnectionEvent {
    /** Of a connection whose owner has not paused it. */
    public KeyHealth(
            About about,
            HealthState state,
            HealthState previous,
            @Nullable Reason reason,
            @Nullable Instant firstFailureAt,
            @Nullable Instant lastProofAt,
            Instant at,
            @Nullable Reason repaired,
            @Nullable UUID incidentId) {
        this(
                about,
                state,
                previous,
                reason,
                firstFailureAt,
                lastProofAt,
                at,
                repaired,
                incidentId,
                null);
    }

    /** Whether nobody is to be alarmed, because its owner has paused it. */
    public boolean quiet() {
        return Boolean.TRUE.equals(pausedByUser);
    }
}
