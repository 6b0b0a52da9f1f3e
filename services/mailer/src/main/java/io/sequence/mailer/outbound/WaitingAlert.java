package io.sequence.mailer.outbound;

import io.sequence.events.AlertKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * An alert that waits for one channel, as taken from the queue.
 *
 * @param id of the row
 * @param alertId which alert
 * @param channelId for which channel
 * @param kind what it tells
 * @param attempts how often it was tried so far
 * @param hindered whether something stood in its way before
 * @param heldUntil from when on it may be told
 * @param queuedAt since when it waits
 */
record WaitingAlert(
        long id,
        UUID alertId,
        UUID channelId,
        AlertKind kind,
        int attempts,
        boolean hindered,
        Instant heldUntil,
        Instant queuedAt) {
    static WaitingAlert read(ResultSet row) throws SQLException {
        return new WaitingAlert(
                row.getLong("delivery_id"),
                row.getObject("alert_id", UUID.class),
                row.getObject("channel_id", UUID.class),
                AlertKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getBoolean("hindered"),
                Objects.requireNonNull(Rows.instant(row, "held_until")),
                Objects.requireNonNull(Rows.instant(row, "queued_at")));
    }

    @Override
    public String toString() {
        return kind.wireName() + " " + alertId;
    }
}
