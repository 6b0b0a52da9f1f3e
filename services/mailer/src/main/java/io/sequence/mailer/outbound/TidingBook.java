package io.sequence.mailer.outbound;

import io.sequence.mailer.domain.Tiding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What gathers until it is told. */
@ApplicationScoped
class TidingBook {
    private static final String DUE =
            """
            select account_id from tiding where due_at <= ?
            union select account_id from alarm where next_at <= ?
            union select account_id from alarm
                   where letter_at <= ? and letter is not null and incident_id is null
            union select account_id from incident_notice where not told and tell_at <= ?
            limit ?
            """;

    private final Rows rows;

    TidingBook(DataSource dataSource) {
        this.rows = new Rows(dataSource, "tidings");
    }

    /** Lets something be told at a moment, with all that gathers until then. */
    void gather(UUID accountId, Tiding tiding, Instant dueAt) {
        rows.change(
                "insert into tiding (account_id, due_at, body) values (?, ?, ?)",
                accountId,
                dueAt,
                Json.write(tiding));
    }

    /** Accounts that are to be told something now. */
    List<UUID> due(Instant now, int most) {
        return rows.list(DUE, row -> row.getObject(1, UUID.class), now, now, now, now, most);
    }

    /** Whether an account is another's to tell at this moment; until the transaction ends. */
    boolean claim(UUID accountId) {
        return rows.list(
                        "select pg_try_advisory_xact_lock(hashtext('alerts'), hashtext(?))",
                        row -> row.getBoolean(1),
                        accountId.toString())
                .getFirst();
    }

    /** Takes what an account is to be told until a moment, in order. */
    List<Tiding> take(UUID accountId, Instant until) {
        return rows
                .list(
                        "delete from tiding where account_id = ? and due_at <= ? returning"
                                + " tiding_id, body",
                        row -> new Row(row.getLong(1), row.getString(2)),
                        accountId,
                        until)
                .stream()
                .sorted(java.util.Comparator.comparingLong(Row::id))
                .map(row -> Json.read(row.body(), Tiding.class))
                .toList();
    }

    private record Row(long id, String body) {}
}
