package io.sequence.events;

import java.util.Locale;

/** The three headline states of a connection. */
public enum HealthState {
    CONNECTED,
    /** It does not work at the moment and heals by itself. */
    ERROR,
    /** The user must act. */
    REAUTH_NEEDED;

    /** The name on the wire, e.g. {@code reauth_needed}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
