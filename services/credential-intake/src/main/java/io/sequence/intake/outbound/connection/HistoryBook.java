package io.sequence.intake.outbound.connection;

import io.sequence.events.HealthState;
import io.sequence.intake.domain.history.Outage;
import io.sequence.intake.domain.history.Point;
import io.sequence.intake.domain.history.Slots;
import io.sequence.intake.domain.history.Turn;
import io.sequence.intake.outbound.connection.HistoryView.OutageView;
import io.sequence.intake.outbound.connection.Rows.Many;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads how a connection fared. */
@ApplicationScoped
public class HistoryBook {
    private static final String EXISTS =
            "select id from connection where account_id = ? and id = ? and phase in ('validating',"
                    + " 'live')";
    // Slot by slot: the key begins with the time, and other connections' slots lie between.
    private static final String SLOTS =
            "select at, took from connection_slot where connection_id = ? and at = any(?) order by"
                    + " at";
    private static final String TURNS =
            "select at, revision, status, began_at, reason from connection_turn where connection_id"
                    + " = ?";

    private final Rows rows;

    HistoryBook(Rows rows) {
        this.rows = rows;
    }

    /** The last day of one of the account's connections. */
    public Optional<HistoryView> find(AccountId account, ConnectionId id, Instant now) {
        if (rows.uuid(EXISTS, account.value(), id.value()) == null) {
            return Optional.empty();
        }
        Instant from = Slots.first(now);
        List<Point> points =
                rows.list(
                        SLOTS,
                        HistoryBook::point,
                        id.value(),
                        Many.times(Slots.between(from, now).stream()));
        List<OutageView> outages =
                Outage.of(rows.list(TURNS, HistoryBook::turn, id.value()), from).stream()
                        .map(OutageView::of)
                        .toList();
        return Optional.of(new HistoryView(id, from, now, Slots.STEP.toSeconds(), points, outages));
    }

    private static Point point(ResultSet row) throws SQLException {
        return Point.of(instant(row, "at"), List.of((Integer[]) row.getArray("took").getArray()));
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                instant(row, "at"),
                row.getLong("revision"),
                HealthState.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                instant(row, "began_at"),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
