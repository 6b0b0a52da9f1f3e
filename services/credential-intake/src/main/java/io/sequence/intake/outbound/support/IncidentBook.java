package io.sequence.intake.outbound.support;

import io.sequence.events.VenueIncident;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Venues' incidents as health-check told of them; its end stays, whatever order facts come in. */
@ApplicationScoped
public class IncidentBook {
    private static final String HEAR =
            "insert into venue_incident as i (id, venue, venue_code, venue_words, connections,"
                + " began_at, ended_at) values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                + " ended_at = coalesce(i.ended_at, excluded.ended_at), connections ="
                + " greatest(i.connections, excluded.connections)";

    private final Statements statements;

    IncidentBook(Statements statements) {
        this.statements = statements;
    }

    /** Writes an incident down, in the caller's transaction. */
    public void hear(VenueIncident event) {
        statements.update(
                HEAR,
                event.incidentId(),
                event.venue().value(),
                event.reason().venueCode(),
                event.reason().venueWords(),
                event.connections(),
                event.since(),
                event.until());
    }

    /** All of them, newest first. */
    public Page<IncidentView> all(Window window) {
        Listing list = Listing.byTime("began_at", "id", window);
        return Page.of(
                statements.query(list, "select * from venue_incident", IncidentBook::view),
                window,
                row -> Window.Place.of(row.beganAt(), row.incidentId()));
    }

    private static IncidentView view(ResultSet row) throws SQLException {
        return new IncidentView(
                row.getObject("id", UUID.class),
                new VenueId(row.getString("venue")),
                row.getString("venue_code"),
                row.getString("venue_words"),
                row.getInt("connections"),
                Statements.instant(row, "began_at"),
                row.getObject("ended_at") == null ? null : Statements.instant(row, "ended_at"));
    }
}
