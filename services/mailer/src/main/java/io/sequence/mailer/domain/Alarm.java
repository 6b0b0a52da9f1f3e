package io.sequence.mailer.domain;

import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How alerts stand with one connection.
 *
 * @param trouble what was told and is not over; null when nothing is
 * @param incident the venue's incident that it fails with; null when it does with none
 * @param pause thread of the pause that was told; null when none was
 */
public record Alarm(@Nullable Trouble trouble, @Nullable UUID incident, @Nullable UUID pause) {
    /** Of a connection of which nothing was ever told. */
    public static final Alarm CALM = new Alarm(null, null, null);

    /**
     * A connection's own trouble, from its confirmation to its end.
     *
     * @param thread names it
     * @param revision of the credential that fails
     * @param state what was told
     * @param reason why
     * @param since when it began to fail
     * @param confirmedAt when that was confirmed, or became graver
     * @param nextAt when it is told again; null when it is not
     */
    public record Trouble(
            UUID thread,
            long revision,
            HealthState state,
            @Nullable Reason reason,
            Instant since,
            Instant confirmedAt,
            @Nullable Instant nextAt) {
        /** The same, to be told again at another moment. */
        public Trouble next(@Nullable Instant moment) {
            return new Trouble(thread, revision, state, reason, since, confirmedAt, moment);
        }

        Trouble became(HealthState other, @Nullable Reason why) {
            return new Trouble(thread, revision, other, why, since, confirmedAt, nextAt);
        }
    }

    Alarm trouble(@Nullable Trouble other) {
        return new Alarm(other, incident, pause);
    }

    Alarm incident(@Nullable UUID other) {
        return new Alarm(trouble, other, pause);
    }

    Alarm pause(@Nullable UUID other) {
        return new Alarm(trouble, incident, other);
    }
}
