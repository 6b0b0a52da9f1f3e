package io.sequence.intake.outbound.connection;

import io.sequence.intake.domain.submission.Refreshable;
import io.sequence.intake.outbound.connection.ConnectionView.BotView;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads connections and submissions, always of one account: another's are not there. */
@ApplicationScoped
public class ConnectionBook {
    private static final String CONNECTIONS =
            "select c.*, b.bot_id, b.bot_number, b.strategy_id as bot_strategy, b.state as"
                + " bot_state, b.reason as bot_reason, b.changed_at as bot_changed_at from"
                + " connection c left join bot b on b.connection_id = c.id where c.account_id = ?"
                + " and c.phase in ('validating', 'live')";
    private static final String SUBMISSION =
            "select s.*, c.venue, c.market, c.strategy_id, c.label from submission s join"
                    + " connection c on c.id = s.connection_id where s.account_id = ?";

    private final DataSource dataSource;

    ConnectionBook(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The account's connections, oldest first; ended and refused ones are not among them. */
    public List<ConnectionView> all(AccountId account) {
        return query(
                CONNECTIONS + " order by c.created_at, c.id",
                ConnectionBook::connection,
                account.value());
    }

    /** One connection of the account. */
    public Optional<ConnectionView> find(AccountId account, ConnectionId id) {
        return query(
                        CONNECTIONS + " and c.id = ?",
                        ConnectionBook::connection,
                        account.value(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** One live connection of the account, as a refresh needs it. */
    public Optional<Refreshable> refreshable(AccountId account, ConnectionId id) {
        return query(
                        "select * from connection where account_id = ? and id = ? and phase ="
                                + " 'live'",
                        row ->
                                new Refreshable(
                                        new ConnectionId(row.getObject("id", UUID.class)),
                                        new VenueId(row.getString("venue")),
                                        Market.valueOf(
                                                row.getString("market").toUpperCase(Locale.ROOT)),
                                        new StrategyId(row.getString("strategy_id")),
                                        row.getString("label")),
                        account.value(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** One submission of the account. */
    public Optional<SubmissionView> submission(AccountId account, SubmissionId id) {
        return query(
                        SUBMISSION + " and s.id = ?",
                        ConnectionBook::submission,
                        account.value(),
                        id.value())
                .stream()
                .findFirst();
    }

    /**
     * Submissions of the account, newest first: their ids begin with the time at which they were
     * taken in, so what comes in meanwhile moves nothing from one page to another.
     *
     * @param before the last one of the page before; null for the first page
     */
    public List<SubmissionView> submissions(
            AccountId account, @Nullable SubmissionId before, int limit) {
        String newestFirst = " order by s.id desc limit ?";
        return before == null
                ? query(
                        SUBMISSION + newestFirst,
                        ConnectionBook::submission,
                        account.value(),
                        limit)
                : query(
                        SUBMISSION + " and s.id < ?" + newestFirst,
                        ConnectionBook::submission,
                        account.value(),
                        before.value(),
                        limit);
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                find.setObject(i + 1, values[i]);
            }
            try (ResultSet row = find.executeQuery()) {
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

    private static ConnectionView connection(ResultSet row) throws SQLException {
        boolean validating = row.getString("phase").equals("validating");
        return new ConnectionView(
                new ConnectionId(row.getObject("id", UUID.class)),
                row.getString("label"),
                new VenueId(row.getString("venue")),
                row.getString("market"),
                row.getString("mode"),
                new StrategyId(row.getString("strategy_id")),
                validating ? "validating" : row.getString("status"),
                row.getString("reason"),
                row.getString("rights"),
                row.getString("ip_allow_list"),
                row.getString("warnings"),
                (Boolean) row.getObject("sub_account"),
                instant(row, "expires_at"),
                row.getBoolean("expiry_reported"),
                row.getString("key_changes"),
                row.getString("balances"),
                instant(row, "balances_at"),
                instant(row, "last_sync_at"),
                (Long) row.getObject("noticed_within_seconds"),
                row.getBoolean("paused"),
                row.getBoolean("active"),
                row.getString("key_hint"),
                row.getInt("applied_version"),
                row.getString("bot_id") == null ? null : bot(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static BotView bot(ResultSet row) throws SQLException {
        return new BotView(
                row.getString("bot_id"),
                row.getInt("bot_number"),
                new StrategyId(row.getString("bot_strategy")),
                row.getString("bot_state"),
                row.getString("bot_reason"),
                row.getObject("bot_changed_at", OffsetDateTime.class).toInstant());
    }

    private static SubmissionView submission(ResultSet row) throws SQLException {
        return new SubmissionView(
                new SubmissionId(row.getObject("id", UUID.class)),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                row.getString("type"),
                row.getString("status"),
                row.getString("reason"),
                row.getString("warnings"),
                new VenueId(row.getString("venue")),
                row.getString("market"),
                new StrategyId(row.getString("strategy_id")),
                row.getString("label"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "decided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
