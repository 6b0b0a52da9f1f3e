package io.sequence.validation.outbound;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.validation.domain.Ownership.Claim;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
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
 * Rows of {@code venue_account_claim}. Every method works in the caller's transaction; the primary
 * key settles races between two that claim at once.
 */
@ApplicationScoped
class ClaimTable {
    private static final String SELECT =
            "select account_uid, account_id, connection_id from venue_account_claim where ";
    private static final String TAKE =
            "insert into venue_account_claim (venue, mode, account_uid, account_id, connection_id,"
                    + " revision, claimed_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String RENEW =
            "update venue_account_claim set revision = ? where connection_id = ? and revision < ?";
    private static final String REVISION =
            "select revision from venue_account_claim where connection_id = ? for update";
    private static final String END = "delete from venue_account_claim where connection_id = ?";

    private final DataSource dataSource;
    private final Statements changes;

    ClaimTable(DataSource dataSource) {
        this.dataSource = dataSource;
        this.changes = new Statements(dataSource, "venue_account_claim");
    }

    /** What a connection has claimed; null when nothing. */
    @Nullable Claim ofConnection(ConnectionId connection) {
        return find(
                SELECT + "connection_id = ?",
                statement -> statement.setObject(1, connection.value()));
    }

    /**
     * Claims a venue account unless somebody has; waits for a transaction that is about to.
     *
     * @return the claim that stands now, this one or the earlier one
     */
    @Nullable Claim take(About about, String accountUid, Instant now) {
        changes.run(
                TAKE,
                statement -> {
                    place(statement, about, accountUid);
                    statement.setObject(4, about.accountId().value());
                    statement.setObject(5, about.connectionId().value());
                    statement.setLong(6, about.revision());
                    statement.setObject(7, now.atOffset(ZoneOffset.UTC));
                });
        changes.run(
                RENEW,
                statement -> {
                    statement.setLong(1, about.revision());
                    statement.setObject(2, about.connectionId().value());
                    statement.setLong(3, about.revision());
                });
        return find(
                SELECT + "venue = ? and mode = ? and account_uid = ?",
                statement -> place(statement, about, accountUid));
    }

    /** The revision that took effect last on a connection, its row locked; 0 when none did. */
    long revision(ConnectionId connection) {
        try (Connection jdbc = dataSource.getConnection();
                PreparedStatement statement = jdbc.prepareStatement(REVISION)) {
            statement.setObject(1, connection.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("venue_account_claim", e);
        }
    }

    /** Lets the venue account be connected again. */
    void end(ConnectionId connection) {
        changes.run(END, statement -> statement.setObject(1, connection.value()));
    }

    private static void place(PreparedStatement statement, About about, String accountUid)
            throws SQLException {
        statement.setString(1, about.venue().value());
        statement.setString(2, about.mode().wireName());
        statement.setString(3, accountUid);
    }

    private @Nullable Claim find(String sql, Statements.Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Claim(
                                row.getString("account_uid"),
                                new AccountId(row.getObject("account_id", UUID.class)),
                                new ConnectionId(row.getObject("connection_id", UUID.class)))
                        : null;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("venue_account_claim", e);
        }
    }
}
