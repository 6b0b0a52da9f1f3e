package io.sequence.health.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.HealthState;
import io.sequence.events.KeyPaused;
import io.sequence.events.KeyValidated;
import io.sequence.events.Reason;
import io.sequence.health.domain.Condition;
import io.sequence.health.domain.Standing;
import io.sequence.health.domain.Standing.Evidence;
import io.sequence.health.domain.Standing.Flaps;
import io.sequence.health.domain.Standing.Pause;
import io.sequence.health.domain.Standing.Recovery;
import io.sequence.health.domain.Watched;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rows of {@code watched_connection}. Every method works in the caller's transaction. */
@ApplicationScoped
class WatchTable {
    private static final String COLUMNS =
            " connection_id, account_id, version, revision, venue, mode, market, host, shard,"
                + " ended, state, reason, first_failure_at, last_proof_at, condition, flap_alarms,"
                + " flap_since, paused, untold ";

    /** A refresh keeps the state: the next ping, not the submission, says that it works again. */
    private static final String WATCH =
            "insert into watched_connection as w (connection_id, account_id, version, revision,"
                    + " venue, mode, market, host, shard) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on"
                    + " conflict (connection_id) do update set version = excluded.version, revision"
                    + " = excluded.revision, market = excluded.market, host = excluded.host, dirty"
                    + " = true where w.revision < excluded.revision and not w.ended";

    private static final String END =
            "insert into watched_connection as w (connection_id, account_id, version, revision,"
                    + " venue, mode, shard, ended) values (?, ?, ?, ?, ?, ?, ?, true) on conflict"
                    + " (connection_id) do update set ended = true, revision ="
                    + " greatest(w.revision, excluded.revision), dirty = true where not w.ended";

    /** Before its key was heard of it is a row without a market, which is not watched. */
    private static final String PAUSE =
            "insert into watched_connection as w (connection_id, account_id, version, revision,"
                    + " venue, mode, shard, paused, pause_act) values (?, ?, ?, 0, ?, ?, ?, ?, ?)"
                    + " on conflict (connection_id) do update set paused = excluded.paused,"
                    + " pause_act = excluded.pause_act, dirty = true where w.pause_act <"
                    + " excluded.pause_act and not w.ended";

    private static final String LOAD =
            "select" + COLUMNS + "from watched_connection where shard = any(?) and not ended";
    private static final String TAKE_CHANGED =
            "update watched_connection set dirty = false where dirty and shard = any(?) returning"
                    + COLUMNS;
    private static final String MOVE =
            "update watched_connection set state = ?, reason = ?, first_failure_at = ?,"
                    + " last_proof_at = ?, condition = ?, flap_alarms = ?, flap_since = ?, untold ="
                    + " ? where connection_id = ? and revision = ? and state = ? and not ended";
    private static final String PROVE =
            "update watched_connection w set last_proof_at = greatest(w.last_proof_at, p.at) from"
                + " unnest(?::uuid[], ?::timestamptz[]) as p (id, at) where w.connection_id = p.id"
                + " and not w.ended";

    private final DataSource dataSource;

    WatchTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A row as its shard's owner reads it.
     *
     * @param watched null when the connection has ended
     */
    record Row(ConnectionId id, @Nullable Watched watched, Standing standing) {}

    void watch(KeyValidated validated, int shard) {
        run(
                WATCH,
                statement -> {
                    about(statement, validated.about());
                    statement.setString(7, validated.market().wireName());
                    statement.setString(8, validated.host());
                    statement.setInt(9, shard);
                });
    }

    void end(About about, int shard) {
        run(
                END,
                statement -> {
                    about(statement, about);
                    statement.setInt(7, shard);
                });
    }

    void pause(KeyPaused wish, int shard) {
        About about = wish.about();
        run(
                PAUSE,
                statement -> {
                    statement.setObject(1, about.connectionId().value());
                    statement.setObject(2, about.accountId().value());
                    statement.setInt(3, about.credentialVersion().value());
                    statement.setString(4, about.venue().value());
                    statement.setString(5, about.mode().wireName());
                    statement.setInt(6, shard);
                    statement.setBoolean(7, wish.paused());
                    statement.setLong(8, wish.act());
                });
    }

    List<Row> load(Set<Integer> shards) {
        return rows(LOAD, shards);
    }

    List<Row> takeChanged(Set<Integer> shards) {
        return rows(TAKE_CHANGED, shards);
    }

    /** Writes a transition; false when the row has moved on meanwhile. */
    boolean move(Watched watched, HealthState from, Standing to) {
        return run(
                        MOVE,
                        statement -> {
                            statement.setString(1, to.state().wireName());
                            statement.setString(2, json(to.reason()));
                            statement.setObject(3, utc(to.firstFailureAt()));
                            statement.setObject(4, utc(to.lastProofAt()));
                            statement.setString(5, to.condition().name());
                            statement.setInt(6, to.flaps().alarms());
                            statement.setObject(7, utc(to.flaps().since()));
                            statement.setBoolean(8, to.pause().untold());
                            statement.setObject(9, watched.id().value());
                            statement.setLong(10, watched.about().revision());
                            statement.setString(11, from.wireName());
                        })
                == 1;
    }

    void prove(Map<ConnectionId, Instant> proofs) {
        List<Map.Entry<ConnectionId, Instant>> entries = List.copyOf(proofs.entrySet());
        run(
                PROVE,
                statement -> {
                    Connection jdbc = statement.getConnection();
                    statement.setArray(
                            1,
                            jdbc.createArrayOf(
                                    "uuid",
                                    entries.stream().map(e -> e.getKey().value()).toArray()));
                    statement.setArray(
                            2,
                            jdbc.createArrayOf(
                                    "timestamptz",
                                    entries.stream().map(e -> e.getValue().toString()).toArray()));
                });
    }

    private List<Row> rows(String sql, Set<Integer> shards) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("integer", shards.toArray()));
            var rows = new ArrayList<Row>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseTrouble("watched_connection", e);
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        var id = new ConnectionId(row.getObject("connection_id", UUID.class));
        var standing =
                standing(
                        HealthState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("condition"),
                        reason(row.getString("reason")),
                        instant(row, "first_failure_at"),
                        instant(row, "last_proof_at"),
                        new Flaps(row.getInt("flap_alarms"), instant(row, "flap_since")),
                        new Pause(row.getBoolean("paused"), row.getBoolean("untold")));
        String market = row.getString("market");
        String host = row.getString("host");
        if (row.getBoolean("ended") || market == null || host == null) {
            return new Row(id, null, standing);
        }
        var about =
                new About(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        id,
                        new CredentialVersion(row.getInt("version")),
                        row.getLong("revision"),
                        new VenueId(row.getString("venue").intern()),
                        Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)));
        return new Row(
                id,
                new Watched(
                        about,
                        Market.valueOf(market.toUpperCase(Locale.ROOT)),
                        // Few there are, and each row brings a text of its own.
                        host.intern(),
                        row.getInt("shard")),
                standing);
    }

    private static Standing standing(
            HealthState state,
            @Nullable String kept,
            @Nullable Reason reason,
            @Nullable Instant firstFailureAt,
            @Nullable Instant lastProofAt,
            Flaps flaps,
            Pause pause) {
        // Rows of old have no condition.
        Condition condition = kept != null ? Condition.valueOf(kept) : Condition.of(state, reason);
        return new Standing(
                condition,
                reason,
                firstFailureAt,
                lastProofAt,
                Evidence.NONE,
                Recovery.NONE,
                flaps,
                pause);
    }

    private static void about(PreparedStatement statement, About about) throws SQLException {
        statement.setObject(1, about.connectionId().value());
        statement.setObject(2, about.accountId().value());
        statement.setInt(3, about.credentialVersion().value());
        statement.setLong(4, about.revision());
        statement.setString(5, about.venue().value());
        statement.setString(6, about.mode().wireName());
    }

    private static @Nullable String json(@Nullable Reason reason) {
        try {
            return reason == null ? null : EventJson.mapper().writeValueAsString(reason);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reason cannot be written", e);
        }
    }

    private static @Nullable Reason reason(@Nullable String json) {
        try {
            return json == null ? null : EventJson.mapper().readValue(json, Reason.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reason cannot be read", e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private int run(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("watched_connection", e);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
