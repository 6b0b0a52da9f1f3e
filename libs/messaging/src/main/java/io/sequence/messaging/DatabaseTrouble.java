package io.sequence.messaging;

import java.sql.SQLException;

/**
 * A statement failed. Carries the SQL state, which tells passing trouble from a defect, and no row
 * content.
 */
public final class DatabaseTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Wraps what the driver said while working on the named thing. */
    public DatabaseTrouble(String what, SQLException cause) {
        super(what + ": SQL state " + cause.getSQLState(), cause);
    }
}
