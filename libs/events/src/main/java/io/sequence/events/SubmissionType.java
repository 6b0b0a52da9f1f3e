package io.sequence.events;

import java.util.Locale;

/** A credential for a new connection, or a new one for a connection that is there. */
public enum SubmissionType {
    ADD,
    REFRESH;

    /** The name on the wire: {@code add} or {@code refresh}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
