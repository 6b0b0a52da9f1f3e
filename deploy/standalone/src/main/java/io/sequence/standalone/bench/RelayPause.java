package io.sequence.standalone.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps the service's relay waiting while pgbench runs, by taking the relay's turn: what pgbench
 * writes is no work for the service. Closing it clears what pgbench left in the outbox.
 */
final class RelayPause implements AutoCloseable {
    private static final String TURN = "hashtextextended('credential_intake.outbox', 0)";

    private final Connection admin;

    RelayPause(Ground ground) throws SQLException {
        admin = ground.postgres().connect(ground.database());
        try (Statement statement = admin.createStatement()) {
            statement.execute("select pg_advisory_lock(" + TURN + ")");
        }
    }

    /** How many events wait for the relay. */
    static long waiting(Ground ground) throws SQLException {
        try (Connection admin = ground.postgres().connect(ground.database());
                Statement count = admin.createStatement();
                ResultSet row =
                        count.executeQuery("select count(*) from credential_intake.outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (admin;
                Statement statement = admin.createStatement()) {
            statement.execute("truncate credential_intake.outbox");
        }
    }
}
