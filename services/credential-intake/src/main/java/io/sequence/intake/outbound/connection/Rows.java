package io.sequence.intake.outbound.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.messaging.DatabaseTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs one statement in the current transaction; JSON columns take objects of the public contract.
 */
@ApplicationScoped
class Rows {
    private final DataSource dataSource;
    private final ObjectMapper json;

    Rows(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** How many rows the statement changed. */
    int update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("connection", e);
        }
    }

    /** The UUID in the first column of the first row, or null. */
    @Nullable UUID uuid(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("connection", e);
        }
    }

    /**
     * Takes an account's turn until the transaction ends. Whatever changes more than one row of an
     * account takes it first, so that two such changes wait for each other and never in a circle.
     */
    void lockAccount(UUID account) {
        uuid("select id from account where id = ? for no key update", account);
    }

    /** Locks an account's connections in one order, which is that of {@link HealthLedger} too. */
    void lockConnections(UUID account) {
        uuid(
                "select id from connection where account_id = ? and phase in ('validating', 'live')"
                        + " order by id for update",
                account);
    }

    /** An object as the public contract writes it, null staying null. */
    @Nullable String json(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(
                    i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
