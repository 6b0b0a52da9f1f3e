package io.sequence.health.domain;

import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import org.jspecify.annotations.Nullable;

/** How a connection stands, more finely than the three headline states that everybody sees. */
public enum Condition {
    /** The newest ping worked. */
    CONNECTED(HealthState.CONNECTED),
    /** Something failed and is not confirmed yet; nobody is told. */
    SUSPECT(HealthState.CONNECTED),
    /** It does not work and heals by itself. */
    ERROR(HealthState.ERROR),
    /** Many keys of the venue fail alike: it is the venue's trouble, not the key's. */
    VENUE_INCIDENT(HealthState.ERROR),
    /** Trouble of ours has kept it from being proven for long. */
    OUR_TROUBLE(HealthState.ERROR),
    /** The user must act. */
    REAUTH_NEEDED(HealthState.REAUTH_NEEDED);

    private final HealthState headline;

    Condition(HealthState headline) {
        this.headline = headline;
    }

    /** What a state and its reason tell of the condition behind them. */
    public static Condition of(HealthState state, @Nullable Reason reason) {
        boolean venues =
                reason != null
                        && (reason.fault() == Fault.VENUE_INCIDENT
                                || reason.fault() == Fault.VENUE_MAINTENANCE);
        return switch (state) {
            case CONNECTED -> CONNECTED;
            case REAUTH_NEEDED -> REAUTH_NEEDED;
            case ERROR -> venues ? VENUE_INCIDENT : ERROR;
        };
    }

    /** What the user sees. */
    public HealthState headline() {
        return headline;
    }

    /** Whether its owner was told that something is wrong. */
    public boolean alarmed() {
        return headline != HealthState.CONNECTED;
    }
}
