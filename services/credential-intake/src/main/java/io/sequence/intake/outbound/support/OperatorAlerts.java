package io.sequence.intake.outbound.support;

import io.sequence.access.Roles;
import io.sequence.events.NoticeRequested;
import io.sequence.events.NoticeRequested.NoticeTemplate;
import io.sequence.events.Recipient;
import io.sequence.intake.domain.support.IncidentWords;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ClientId;
import io.sequence.vocabulary.TimeOrderedUuid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells every operator of each incident once when it begins and once when it is over. */
@ApplicationScoped
class OperatorAlerts {
    private static final String BEGAN =
            "update venue_incident set began_told = true where id = ? and not began_told";
    private static final String ENDED =
            "update venue_incident set ended_told = true where id = ? and ended_at is not null and"
                    + " not ended_told";
    private static final String INCIDENT = "select * from venue_incident where id = ?";
    private static final String OPERATORS =
            "select id, email, name, client_number, anti_phishing_code from account where role = ?"
                    + " order by id";

    private final Statements statements;
    private final Outbox outbox;
    private final InstantSource clock;

    OperatorAlerts(Statements statements, Outbox outbox, InstantSource clock) {
        this.statements = statements;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Operator(AccountId account, Recipient recipient) {}

    /** Tells what was not told yet, in the caller's transaction. */
    void tell(UUID incident, boolean over) {
        // What is heard of when it is over already is one mail, not two.
        boolean begins = statements.update(BEGAN, incident) == 1;
        boolean ends = over && statements.update(ENDED, incident) == 1;
        if (!begins && !ends) {
            return;
        }
        IncidentView view = statements.query(INCIDENT, IncidentBook::view, incident).getFirst();
        Instant now = clock.instant();
        for (Operator operator :
                statements.query(OPERATORS, OperatorAlerts::operator, Roles.OPERATOR)) {
            outbox.append(
                    new NoticeRequested(
                            operator.account(),
                            TimeOrderedUuid.next(),
                            operator.recipient(),
                            NoticeTemplate.OPERATOR_ALERT,
                            IncidentWords.subject(words(view)),
                            String.join("\n", lines(view)),
                            now));
        }
    }

    private static List<String> lines(IncidentView view) {
        return IncidentWords.lines(words(view));
    }

    private static IncidentWords.Facts words(IncidentView view) {
        return new IncidentWords.Facts(
                view.venue() == null ? null : view.venue().value(),
                view.kind(),
                view.origin().equals("planned"),
                view.venueCode(),
                view.venueWords(),
                view.connections(),
                view.beganAt(),
                view.expectedUntil(),
                view.endedAt());
    }

    private static Operator operator(ResultSet row) throws SQLException {
        String name = row.getString("name");
        @Nullable String code = row.getString("anti_phishing_code");
        return new Operator(
                new AccountId(row.getObject("id", UUID.class)),
                new Recipient(
                        row.getString("email"),
                        name,
                        new ClientId(row.getLong("client_number"), name).toString(),
                        code));
    }
}
