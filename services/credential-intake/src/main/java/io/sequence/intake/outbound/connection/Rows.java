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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** Reads one row of an answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * A column of values, given to a statement as one array, for statements that change many rows
     * at once.
     *
     * @param type of the elements, as PostgreSQL names it
     * @param values some may be null
     */
    record Many(String type, @Nullable Object[] values) {
        static Many uuids(Stream<UUID> values) {
            return new Many("uuid", values.toArray());
        }

        static Many integers(Stream<Integer> values) {
            return new Many("int4", values.toArray());
        }

        static Many times(Stream<? extends @Nullable Instant> values) {
            return new Many(
                    "timestamptz",
                    values.map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC)).toArray());
        }

        static Many texts(Stream<? extends @Nullable String> values) {
            return new Many("text", values.toArray());
        }
    }

    /** All rows. */
    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
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
            switch (value) {
                case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
                case Many many ->
                        statement.setArray(
                                i + 1,
                                statement
                                        .getConnection()
                                        .createArrayOf(many.type(), many.values()));
                case null, default -> statement.setObject(i + 1, value);
            }
        }
    }
}
