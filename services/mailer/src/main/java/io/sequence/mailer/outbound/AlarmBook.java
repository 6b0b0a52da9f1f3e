package io.sequence.mailer.outbound;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.Reason;
import io.sequence.mailer.domain.Alarm;
import io.sequence.mailer.domain.Alarm.Trouble;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How alerts stand with each connection. */
@ApplicationScoped
class AlarmBook {
    private final Rows rows;

    AlarmBook(DataSource dataSource) {
        this.rows = new Rows(dataSource, "alarms");
    }

    /** A connection whose trouble is to be told again. */
    record Step(ConnectionId connectionId, VenueId venue, Mode mode, Trouble trouble) {}

    /** Trouble that is to be mailed again. */
    record Reminder(KeyHealth letter, Trouble trouble, Instant at) {}

    /** How alerts stand with a connection whose row in the address book the caller has locked. */
    Alarm find(About about) {
        return rows
                .list(
                        "select * from alarm where connection_id = ?",
                        AlarmBook::alarm,
                        about.connectionId().value())
                .stream()
                .findFirst()
                .orElse(Alarm.CALM);
    }

    /** Notes how they stand from now on. */
    void note(About about, Alarm alarm) {
        if (alarm.equals(Alarm.CALM)) {
            rows.change("delete from alarm where connection_id = ?", about.connectionId().value());
            return;
        }
        Trouble trouble = alarm.trouble();
        rows.change(
                """
                insert into alarm (connection_id, account_id, venue, mode, trouble_thread, revision, state,
                                   reason, since, confirmed_at, next_at, incident_id, pause_thread)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (connection_id) do update
                   set trouble_thread = excluded.trouble_thread, revision = excluded.revision,
                       state = excluded.state, reason = excluded.reason, since = excluded.since,
                       confirmed_at = excluded.confirmed_at, next_at = excluded.next_at,
                       incident_id = excluded.incident_id, pause_thread = excluded.pause_thread,
                       letter_at = case when excluded.trouble_thread is not null then alarm.letter_at end
                """,
                about.connectionId().value(),
                about.accountId().value(),
                about.venue().value(),
                about.mode().wireName(),
                trouble == null ? null : trouble.thread(),
                trouble == null ? null : trouble.revision(),
                trouble == null ? null : trouble.state().wireName(),
                trouble == null || trouble.reason() == null ? null : Json.write(trouble.reason()),
                trouble == null ? null : trouble.since(),
                trouble == null ? null : trouble.confirmedAt(),
                trouble == null ? null : trouble.nextAt(),
                alarm.incident(),
                alarm.pause());
    }

    /** An account's steps up to a moment; their rows stay locked. */
    List<Step> steps(UUID accountId, Instant until) {
        return rows.list(
                """
                select * from alarm where account_id = ? and next_at <= ?
                 order by connection_id for update
                """,
                row ->
                        new Step(
                                new ConnectionId(row.getObject("connection_id", UUID.class)),
                                new VenueId(row.getString("venue")),
                                Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                                Objects.requireNonNull(trouble(row))),
                accountId,
                until);
    }

    /**
     * Notes when a connection's trouble is mailed again.
     *
     * @param letter the fact that is told; null when it stays the same
     * @param moment null when it is not mailed
     */
    void remind(ConnectionId connectionId, @Nullable KeyHealth letter, @Nullable Instant moment) {
        rows.change(
                "update alarm set letter_at = ?, letter = coalesce(?, letter) where connection_id ="
                        + " ?",
                moment,
                letter == null ? null : EventJson.write(letter),
                connectionId.value());
    }

    /** An account's letters up to a moment; their rows stay locked. */
    List<Reminder> reminders(UUID accountId, Instant until) {
        return rows.list(
                """
                select * from alarm
                 where account_id = ? and letter_at <= ? and trouble_thread is not null
                   and letter is not null and incident_id is null
                 order by connection_id for update
                """,
                row ->
                        new Reminder(
                                EventJson.read(row.getString("letter"), KeyHealth.class),
                                Objects.requireNonNull(trouble(row)),
                                Objects.requireNonNull(Rows.instant(row, "letter_at"))),
                accountId,
                until);
    }

    /** Notes when a connection's trouble is told again. */
    void next(ConnectionId connectionId, @Nullable Instant moment) {
        rows.change(
                "update alarm set next_at = ? where connection_id = ?",
                moment,
                connectionId.value());
    }

    /** How many connections of an account fail with an incident. */
    int failingWith(UUID accountId, UUID incidentId) {
        return rows.list(
                        "select count(*) from alarm where account_id = ? and incident_id = ?",
                        row -> row.getInt(1),
                        accountId,
                        incidentId)
                .getFirst();
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(
                trouble(row),
                row.getObject("incident_id", UUID.class),
                row.getObject("pause_thread", UUID.class));
    }

    private static @Nullable Trouble trouble(ResultSet row) throws SQLException {
        UUID thread = row.getObject("trouble_thread", UUID.class);
        if (thread == null) {
            return null;
        }
        String reason = row.getString("reason");
        return new Trouble(
                thread,
                row.getLong("revision"),
                HealthState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                reason == null ? null : Json.read(reason, Reason.class),
                Objects.requireNonNull(Rows.instant(row, "since")),
                Objects.requireNonNull(Rows.instant(row, "confirmed_at")),
                Rows.instant(row, "next_at"));
    }
}
