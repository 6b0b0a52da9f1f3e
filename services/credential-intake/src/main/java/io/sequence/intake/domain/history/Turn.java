package io.sequence.intake.domain.history;

import io.sequence.events.HealthState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection went into a state.
 *
 * @param at when that was confirmed
 * @param revision of the submission whose key it tells of
 * @param state from then on
 * @param beganAt since when it is so; not after {@code at}
 * @param reason why it is not connected, as JSON; null when it is
 */
public record Turn(
        Instant at, long revision, HealthState state, Instant beganAt, @Nullable String reason) {}
