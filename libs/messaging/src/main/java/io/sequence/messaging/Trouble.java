package io.sequence.messaging;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells trouble that passes (the database is away) from a defect (this record can never be taken
 * in).
 */
final class Trouble {
    private Trouble() {}

    static boolean isPassing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isPassing(sql.getSQLState());
            }
            // A commit that fails names its reason beside the way, not on it.
            for (Throwable beside : cause.getSuppressed()) {
                if (isPassing(beside)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String state) {
        if (state == null) {
            // The pool has no state to give when it cannot hand out a connection in time.
            return true;
        }
        // Classes of PostgreSQL's appendix A: connection, transaction rollback, resources,
        // operator, system.
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "40", "53", "57", "58" -> true;
            default -> false;
        };
    }

    /** What went wrong, without anything that a payload or a row held. */
    static String describe(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException sql
                ? "SQL state " + sql.getSQLState()
                : root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
