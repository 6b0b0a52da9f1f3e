package io.sequence.intake.outbound.support;

import io.sequence.events.OwnTrouble;
import io.sequence.events.VenueIncident;
import io.sequence.events.VenueIncident.Origin;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/**
 * Incidents of venues and trouble of ours, as health-check told of them; their end stays, whatever
 * order facts come in.
 */
@ApplicationScoped
public class IncidentBook {
    private static final String HEAR =
            "insert into venue_incident as i (id, venue, origin, kind, venue_code, venue_words,"
                    + " connections, began_at, expected_until, ended_at) values (?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?) on conflict (id) do update set ended_at = coalesce(i.ended_at,"
                    + " excluded.ended_at), connections = greatest(i.connections,"
                    + " excluded.connections)";

    private final Statements statements;
    private final OperatorAlerts alerts;

    IncidentBook(Statements statements, OperatorAlerts alerts) {
        this.statements = statements;
        this.alerts = alerts;
    }

    /** Writes an incident down, in the caller's transaction. */
    public void hear(VenueIncident event) {
        boolean planned = event.origin() == Origin.PLANNED;
        statements.update(
                HEAR,
                event.incidentId(),
                event.venue().value(),
                planned ? "planned" : "keys",
                null,
                event.reason().venueCode(),
                event.reason().venueWords(),
                event.connections(),
                event.since(),
                event.expectedUntil(),
                event.until());
        alerts.tell(event.incidentId(), event.until() != null);
    }

    /** Writes trouble of ours down, in the caller's transaction. */
    public void hear(OwnTrouble event) {
        statements.update(
                HEAR,
                event.troubleId(),
                null,
                "own",
                event.kind().wireName(),
                "",
                event.words(),
                event.connections(),
                event.since(),
                null,
                event.until());
        alerts.tell(event.troubleId(), event.until() != null);
    }

    /** All of them, newest first. */
    public Page<IncidentView> all(Window window) {
        Listing list = Listing.byTime("began_at", "id", window);
        return Page.of(
                statements.query(list, "select * from venue_incident", IncidentBook::view),
                window,
                row -> Window.Place.of(row.beganAt(), row.incidentId()));
    }

    static IncidentView view(ResultSet row) throws SQLException {
        String venue = row.getString("venue");
        return new IncidentView(
                row.getObject("id", UUID.class),
                venue == null ? null : new VenueId(venue),
                row.getString("origin").toLowerCase(Locale.ROOT),
                row.getString("kind"),
                row.getString("venue_code"),
                row.getString("venue_words"),
                row.getInt("connections"),
                Statements.instant(row, "began_at"),
                row.getObject("expected_until") == null
                        ? null
                        : Statements.instant(row, "expected_until"),
                row.getObject("ended_at") == null ? null : Statements.instant(row, "ended_at"));
    }
}
