package io.sequence.health.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.health.domain.InspectionBook;
import io.sequence.health.domain.KeyReading;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rows of {@code key_reading}. Every method works in the caller's transaction. */
@ApplicationScoped
class ReadingTable {
    private static final String ACCEPT =
            "insert into key_reading as k (connection_id, shard, version, revision, accepted_uid,"
                    + " reading) select ?, ?, ?, ?, ?, ? from watched_connection w where"
                    + " w.connection_id = ? and w.revision = ? and not w.ended on conflict"
                    + " (connection_id) do update set version = excluded.version, revision ="
                    + " excluded.revision, print = 0, accepted_uid ="
                    + " coalesce(excluded.accepted_uid, k.accepted_uid), reading ="
                    + " excluded.reading where k.revision < excluded.revision";
    private static final String LOCK =
            "select version, revision, print, accepted_uid, reading from key_reading where"
                    + " connection_id = ? for update";
    private static final String SETTLE =
            "update key_reading set print = ?, accepted_uid = ?, reading = ? where connection_id ="
                    + " ?";
    private static final String END = "delete from key_reading where connection_id = ?";
    private static final String LOAD =
            "select connection_id, print, accepted_uid from key_reading where shard = any(?)";

    private final DataSource dataSource;

    ReadingTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A row, locked.
     *
     * @param acceptedUid the account that was connected; null when nobody told
     */
    record Row(
            CredentialVersion version,
            long revision,
            @Nullable String acceptedUid,
            KeyReading reading) {}

    /** What a watched key is known to be, unless something as new is known; not of ended ones. */
    void accept(About about, int shard, @Nullable String acceptedUid, KeyReading reading) {
        run(
                ACCEPT,
                statement -> {
                    statement.setObject(1, about.connectionId().value());
                    statement.setInt(2, shard);
                    statement.setInt(3, about.credentialVersion().value());
                    statement.setLong(4, about.revision());
                    statement.setString(5, acceptedUid);
                    statement.setString(6, json(reading));
                    statement.setObject(7, about.connectionId().value());
                    statement.setLong(8, about.revision());
                });
    }

    @Nullable Row lock(ConnectionId connection) {
        try (Connection jdbc = dataSource.getConnection();
                PreparedStatement statement = jdbc.prepareStatement(LOCK)) {
            statement.setObject(1, connection.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Row(
                                new CredentialVersion(row.getInt("version")),
                                row.getLong("revision"),
                                row.getString("accepted_uid"),
                                reading(row.getString("reading")))
                        : null;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("key_reading", e);
        }
    }

    void settle(
            ConnectionId connection, long print, @Nullable String acceptedUid, KeyReading reading) {
        run(
                SETTLE,
                statement -> {
                    statement.setLong(1, print);
                    statement.setString(2, acceptedUid);
                    statement.setString(3, json(reading));
                    statement.setObject(4, connection.value());
                });
    }

    void end(ConnectionId connection) {
        run(END, statement -> statement.setObject(1, connection.value()));
    }

    /** Remembers what is known of the keys of shards. */
    void load(Set<Integer> shards, InspectionBook book) {
        try (Connection jdbc = dataSource.getConnection();
                PreparedStatement statement = jdbc.prepareStatement(LOAD)) {
            statement.setArray(1, jdbc.createArrayOf("integer", shards.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    book.put(
                            new ConnectionId(row.getObject("connection_id", UUID.class)),
                            row.getLong("print"),
                            row.getString("accepted_uid"));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("key_reading", e);
        }
    }

    private static String json(KeyReading reading) {
        try {
            return EventJson.mapper().writeValueAsString(reading);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reading cannot be written", e);
        }
    }

    private static KeyReading reading(String json) {
        try {
            return EventJson.mapper().readValue(json, KeyReading.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reading cannot be read", e);
        }
    }

    private void run(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("key_reading", e);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
