package io.sequence.mailer.outbound;

import io.sequence.events.AlertKind;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.mailer.outbound.doors.AlertMessage;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it was made.
 *
 * @param id names it
 * @param accountId whose
 * @param kind what it tells
 * @param part where that stands in its threads
 * @param title one line
 * @param lines the text
 * @param path of the console's page about it
 * @param subjects which connections, for programs
 * @param at when the fact was so
 * @param traceparent of what brought it about; null when unknown
 */
record MadeAlert(
        UUID id,
        AccountId accountId,
        AlertKind kind,
        Part part,
        String title,
        List<String> lines,
        String path,
        List<AlertMessage.Subject> subjects,
        Instant at,
        @Nullable String traceparent) {
    /** Which connections it is about. */
    List<ConnectionId> connections() {
        return subjects.stream().map(AlertMessage.Subject::id).toList();
    }

    AlertMessage message(String consoleUrl) {
        return new AlertMessage(id, kind, title, lines, consoleUrl + path, subjects, at);
    }

    static MadeAlert read(ResultSet row) throws SQLException {
        return new MadeAlert(
                row.getObject("alert_id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                AlertKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                List.of((String[]) row.getArray("lines").getArray()),
                row.getString("path"),
                Arrays.asList(Json.read(row.getString("subjects"), AlertMessage.Subject[].class)),
                Objects.requireNonNull(Rows.instant(row, "at")),
                row.getString("traceparent"));
    }

    /** What it says belongs in no log. */
    @Override
    public String toString() {
        return kind.wireName() + " " + id;
    }
}
