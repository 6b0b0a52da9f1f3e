package io.sequence.mailer.outbound;

import io.sequence.events.AlertKind;
import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.mailer.domain.Tiding;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.TimeOrderedUuid;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Venues' incidents as accounts know of them: told once when they last, and once when over. */
@ApplicationScoped
class IncidentBook {
    private final Rows rows;

    IncidentBook(DataSource dataSource) {
        this.rows = new Rows(dataSource, "incidents");
    }

    /** An incident that an account's connections fail with. */
    record Notice(
            UUID incidentId,
            UUID thread,
            VenueId venue,
            Mode mode,
            Fault fault,
            Instant since,
            boolean told) {
        Tiding tiding(Tiding.Part part, Instant at) {
            return new Tiding(
                    AlertKind.VENUE_INCIDENT,
                    part,
                    thread,
                    null,
                    venue,
                    mode,
                    part == Tiding.Part.CLOSES ? HealthState.CONNECTED : HealthState.ERROR,
                    fault,
                    "",
                    "",
                    since,
                    at);
        }
    }

    /** A connection of the account fails with it. */
    void join(KeyHealth health, UUID incidentId, Instant tellAt) {
        Instant since = health.firstFailureAt() == null ? health.at() : health.firstFailureAt();
        Reason reason = health.reason();
        rows.change(
                """
                insert into incident_notice (account_id, incident_id, thread_id, venue, mode, fault, since, tell_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (account_id, incident_id) do update
                   set since = least(incident_notice.since, excluded.since)
                """,
                health.about().accountId().value(),
                incidentId,
                TimeOrderedUuid.next(),
                health.about().venue().value(),
                health.about().mode().wireName(),
                (reason == null ? Fault.VENUE_INCIDENT : reason.fault()).name(),
                since,
                tellAt);
    }

    /** The notice of an incident; its row stays locked. */
    Optional<Notice> lock(UUID accountId, UUID incidentId) {
        return rows
                .list(
                        "select * from incident_notice where account_id = ? and incident_id = ? for"
                                + " update",
                        IncidentBook::notice,
                        accountId,
                        incidentId)
                .stream()
                .findFirst();
    }

    /** Those that lasted long enough to be told of; their rows stay locked. */
    List<Notice> due(UUID accountId, Instant now) {
        return rows.list(
                """
                select * from incident_notice where account_id = ? and not told and tell_at <= ?
                 order by incident_id for update
                """,
                IncidentBook::notice,
                accountId,
                now);
    }

    /** Notes that it was told. */
    void told(UUID accountId, UUID incidentId) {
        rows.change(
                "update incident_notice set told = true where account_id = ? and incident_id = ?",
                accountId,
                incidentId);
    }

    /** It is over for the account. */
    void forget(UUID accountId, UUID incidentId) {
        rows.change(
                "delete from incident_notice where account_id = ? and incident_id = ?",
                accountId,
                incidentId);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("incident_id", UUID.class),
                row.getObject("thread_id", UUID.class),
                new VenueId(row.getString("venue")),
                Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                Fault.valueOf(row.getString("fault")),
                Objects.requireNonNull(Rows.instant(row, "since")),
                row.getBoolean("told"));
    }
}
