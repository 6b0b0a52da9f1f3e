package io.sequence.health.outbound;

import io.sequence.messaging.DatabaseTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Rows of {@code shard_owner}: which process took a shard over last. Kafka tells a process that it
 * has lost its shards only when it listens; one that was stopped for a while must not tell
 * transitions before that. Every method works in the caller's transaction.
 */
@ApplicationScoped
class OwnerTable {
    private static final String CLAIM =
            "insert into shard_owner (shard, owner) select s, ? from unnest(?::integer[]) as s"
                    + " order by s on conflict (shard) do update set owner = excluded.owner";
    private static final String OWNED =
            "select shard from shard_owner where owner = ? order by shard for share";

    private final UUID self = UUID.randomUUID();
    private final DataSource dataSource;

    OwnerTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** These are this process's from now on, whoever had them. */
    void claim(Set<Integer> shards) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, self);
            statement.setArray(2, connection.createArrayOf("integer", shards.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("shard_owner", e);
        }
    }

    /** Those that nobody has taken over since; nobody does before the transaction ends. */
    Set<Integer> owned() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OWNED)) {
            statement.setObject(1, self);
            var shards = new HashSet<Integer>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    shards.add(row.getInt(1));
                }
            }
            return shards;
        } catch (SQLException e) {
            throw new DatabaseTrouble("shard_owner", e);
        }
    }
}
