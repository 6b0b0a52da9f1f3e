package io.sequence.mailer.outbound;

import io.sequence.mailer.domain.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that waits, as taken from the queue.
 *
 * @param id of the row
 * @param once names it for good; the Message-ID comes from it
 * @param template its kind
 * @param accountId whose
 * @param connectionId which connection it is about, null when about the account
 * @param event the fact as JSON; may hold a one-time code
 * @param validUntil null when always
 * @param traceparent of the fact that it tells, null when it had none
 * @param attempts hand-overs that did not succeed so far
 * @param refusals how often it was refused for good
 * @param hindered whether something stood in its way before
 * @param queuedAt since when it waits
 */
record WaitingMail(
        long id,
        String once,
        Template template,
        UUID accountId,
        @Nullable UUID connectionId,
        String event,
        @Nullable Instant validUntil,
        @Nullable String traceparent,
        int attempts,
        int refusals,
        boolean hindered,
        Instant queuedAt) {
    static WaitingMail read(ResultSet row) throws SQLException {
        return new WaitingMail(
                row.getLong("id"),
                row.getString("once"),
                Template.named(row.getString("template")),
                row.getObject("account_id", UUID.class),
                row.getObject("connection_id", UUID.class),
                row.getString("event"),
                Rows.instant(row, "valid_until"),
                row.getString("traceparent"),
                row.getInt("attempts"),
                row.getInt("refusals"),
                row.getString("hindrance") != null,
                Objects.requireNonNull(Rows.instant(row, "queued_at")));
    }

    /** The event belongs in no log. */
    @Override
    public String toString() {
        return template.wireName() + " " + id;
    }
}
