package io.sequence.launcher.domain;

import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What health-check said last of a connection; kept also while its bot, or the credential that it
 * speaks of, is not known yet.
 *
 * @param revision of the credential that was pinged
 * @param state the state since
 * @param reason why it is not connected
 */
public record LastHealth(long revision, HealthState state, @Nullable Reason reason) {
    static LastHealth of(KeyHealth event) {
        return new LastHealth(event.about().revision(), event.state(), event.reason());
    }

    /** Whether a bot on the credential of that revision must not trade. */
    boolean stops(long activeRevision) {
        return switch (state) {
            case CONNECTED -> false;
            case ERROR, REAUTH_NEEDED -> revision == activeRevision;
        };
    }
}
