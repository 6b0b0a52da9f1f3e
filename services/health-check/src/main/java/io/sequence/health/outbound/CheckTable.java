package io.sequence.health.outbound;

import io.sequence.events.CheckRequested;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows of {@code requested_check}. Every method works in the caller's transaction. */
@ApplicationScoped
class CheckTable {
    private static final String INSERT =
            "insert into requested_check (check_id, connection_id, shard, requested_at) values (?,"
                    + " ?, ?, ?) on conflict (check_id) do nothing";
    private static final String TAKE =
            "delete from requested_check where shard = any(?) returning check_id, connection_id,"
                    + " requested_at";

    private final DataSource dataSource;

    CheckTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A check that a user waits for. */
    record Check(UUID id, ConnectionId connection, Instant requestedAt) {}

    void insert(CheckRequested check, int shard) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, check.checkId());
            statement.setObject(2, check.about().connectionId().value());
            statement.setInt(3, shard);
            statement.setObject(4, check.requestedAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("requested_check", e);
        }
    }

    List<Check> take(Set<Integer> shards) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setArray(1, connection.createArrayOf("integer", shards.toArray()));
            var checks = new ArrayList<Check>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    checks.add(
                            new Check(
                                    row.getObject("check_id", UUID.class),
                                    new ConnectionId(row.getObject("connection_id", UUID.class)),
                                    row.getObject("requested_at", OffsetDateTime.class)
                                            .toInstant()));
                }
            }
            return checks;
        } catch (SQLException e) {
            throw new DatabaseTrouble("requested_check", e);
        }
    }
}
