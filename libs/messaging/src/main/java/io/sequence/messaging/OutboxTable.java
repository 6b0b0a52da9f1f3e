package io.sequence.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The outbox table as the relay sees it. */
@ApplicationScoped
class OutboxTable {
    // One relay at a time keeps the order; the lock ends with the transaction, also when the
    // process is killed.
    private static final String TAKE_TURN =
            "select pg_advisory_xact_lock(hashtextextended(current_schema() || '.outbox', 0))";
    private static final String NEXT =
            "select id, event_id, topic, record_key, payload, traceparent, created_at from outbox"
                    + " order by id limit ?";

    private final DataSource dataSource;

    OutboxTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<Waiting> lockNext(int limit) {
        try (Connection connection = dataSource.getConnection();
                Statement turn = connection.createStatement();
                PreparedStatement next = connection.prepareStatement(NEXT)) {
            turn.execute(TAKE_TURN);
            next.setInt(1, limit);
            try (ResultSet found = next.executeQuery()) {
                var rows = new ArrayList<Waiting>();
                while (found.next()) {
                    rows.add(read(found));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("outbox", e);
        }
    }

    void delete(List<Waiting> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf("bigint", rows.stream().map(Waiting::id).toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("outbox", e);
        }
    }

    Backlog backlog() {
        try (Connection connection = dataSource.getConnection();
                Statement count = connection.createStatement();
                ResultSet found =
                        count.executeQuery(
                                "select count(*), coalesce(extract(epoch from now() -"
                                        + " min(created_at)), 0) from outbox")) {
            found.next();
            return new Backlog(
                    found.getLong(1), Duration.ofMillis((long) (found.getDouble(2) * 1000)));
        } catch (SQLException e) {
            throw new DatabaseTrouble("outbox", e);
        }
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getObject("record_key", UUID.class),
                row.getString("payload"),
                row.getString("traceparent"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** One row that waits for the broker. */
    record Waiting(
            long id,
            UUID eventId,
            String topic,
            UUID recordKey,
            String payload,
            @Nullable String traceparent,
            Instant createdAt) {}

    /** How much waits, and since when. */
    record Backlog(long rows, Duration oldest) {}
}
