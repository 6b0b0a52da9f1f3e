package io.sequence.health.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sequence.events.EventJson;
import io.sequence.events.Reason;
import io.sequence.health.domain.FailureKind;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.messaging.DatabaseTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code open_incident} and {@code incident_holder}: what is going on, once for all
 * instances, and which of them see it. Every method works in the caller's transaction.
 */
@ApplicationScoped
class IncidentTable {
    private static final String OPEN =
            "insert into open_incident (subject, incident_id, kind, reason, since, planned,"
                + " expected_until) values (?, ?, ?, ?, ?, ?, ?) on conflict (subject) do nothing";
    private static final String COLUMNS =
            "select subject, incident_id, kind, reason, since, planned, expected_until from"
                    + " open_incident";
    private static final String HOLD =
            "insert into incident_holder (incident_id, instance, seen_at) values (?, ?, now()) on"
                    + " conflict (incident_id, instance) do update set seen_at = now()";
    private static final String LET_GO =
            "delete from incident_holder where incident_id = ? and (instance = ? or seen_at < now()"
                    + " - interval '1 minute')";
    private static final String CLOSE =
            "delete from open_incident o where incident_id = ? and not exists (select 1 from"
                    + " incident_holder h where h.incident_id = o.incident_id)";
    private static final String SEEN =
            "update incident_holder set seen_at = now() where instance = ? and incident_id ="
                    + " any(?)";
    private static final String DESERTED =
            COLUMNS
                    + " o where not exists (select 1 from incident_holder h where h.incident_id ="
                    + " o.incident_id and h.seen_at >= now() - interval '1 minute') for update skip"
                    + " locked";

    private final DataSource dataSource;

    IncidentTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Something that is going on.
     *
     * @param subject a venue's name, or {@code own:} and what is wrong with us
     */
    record Row(String subject, Incident incident) {}

    /** Writes it down unless the subject has one already; whether it was written. */
    boolean open(Row row) {
        Incident incident = row.incident();
        return update(
                        OPEN,
                        row.subject(),
                        incident.incident(),
                        incident.kind().name(),
                        json(incident.reason()),
                        utc(incident.since()),
                        incident.planned(),
                        utc(incident.expectedUntil()))
                == 1;
    }

    /** What is going on there, locked until the transaction ends. */
    Optional<Row> find(String subject) {
        return rows(COLUMNS + " where subject = ? for update", subject).stream().findFirst();
    }

    List<Row> all() {
        return rows(COLUMNS);
    }

    void hold(UUID incident, UUID instance) {
        update(HOLD, incident, instance);
    }

    /** An instance sees no more of it; whether nobody does, and it is closed. */
    boolean letGo(UUID incident, UUID instance) {
        update(LET_GO, incident, instance);
        return update(CLOSE, incident) == 1;
    }

    /** An instance still sees these. */
    void seen(UUID instance, Collection<UUID> incidents) {
        if (!incidents.isEmpty()) {
            update(SEEN, instance, incidents.toArray(UUID[]::new));
        }
    }

    /** Those that nobody has seen for a minute: whoever did has died. */
    List<Row> deserted() {
        return rows(DESERTED);
    }

    private List<Row> rows(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            var rows = new ArrayList<Row>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseTrouble("open_incident", e);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("open_incident", e);
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof UUID[] ids) {
                statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        OffsetDateTime expected = row.getObject("expected_until", OffsetDateTime.class);
        return new Row(
                row.getString("subject"),
                new Incident(
                        row.getObject("incident_id", UUID.class),
                        FailureKind.valueOf(row.getString("kind")),
                        reason(row.getString("reason")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("planned"),
                        expected == null ? null : expected.toInstant()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static String json(Reason reason) {
        try {
            return EventJson.mapper().writeValueAsString(reason);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reason cannot be written", e);
        }
    }

    private static Reason reason(String json) {
        try {
            return EventJson.mapper().readValue(json, Reason.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reason cannot be read", e);
        }
    }
}
