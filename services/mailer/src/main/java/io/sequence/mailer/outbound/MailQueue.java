package io.sequence.mailer.outbound;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.EventJson;
import io.sequence.events.MailRequested;
import io.sequence.mailer.domain.Letter;
import io.sequence.mailer.domain.Template;
import io.sequence.messaging.TraceParent;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The letters of this house: waiting, sent, failed, expired. Each change is one statement. */
@ApplicationScoped
public class MailQueue {
    // A letter waits behind its account's earlier ones that are due, so that "failing" arrives
    // before "works again"; behind one that waits for its next attempt it does not.
    private static final String CLAIM =
            """
            update mail set leased_until = ?
             where id in (
                   select m.id from mail m
                    where m.state = 'waiting' and m.due_at <= ?
                      and (m.leased_until is null or m.leased_until <= ?)
                      and not exists (select 1 from mail e
                                       where e.account_id = m.account_id and e.id < m.id
                                         and e.state = 'waiting' and e.due_at <= ?)
                    order by m.id limit ?
                      for update skip locked)
            returning *
            """;
    private static final int LONGEST_REASON = 500;

    private final Rows rows;

    MailQueue(DataSource dataSource) {
        this.rows = new Rows(dataSource, "mail queue");
    }

    /**
     * How the queue stands.
     *
     * @param depth letters that wait
     * @param oldest since when the oldest one waits, null when none does
     */
    public record State(long depth, @Nullable Instant oldest) {}

    /** Lets a letter wait, unless it was posted before. */
    void post(Letter letter, UUID eventId, Instant now) {
        UUID account =
                switch (letter.event()) {
                    case ConnectionEvent e -> e.about().accountId().value();
                    case MailRequested e -> e.accountId().value();
                    default -> throw new IllegalStateException("a letter about nobody");
                };
        UUID connection =
                letter.event() instanceof ConnectionEvent e
                        ? e.about().connectionId().value()
                        : null;
        rows.change(
                """
                insert into mail (once, template, account_id, connection_id, event, valid_until,
                                  traceparent, due_at, queued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (once) do nothing
                """,
                letter.once(eventId),
                letter.template().wireName(),
                account,
                connection,
                EventJson.write(letter.event()),
                letter.validUntil(),
                TraceParent.current(),
                now,
                now);
    }

    /** Takes letters that are due, oldest first, for as long as the lease. */
    List<WaitingMail> claim(int most, Instant now, Duration lease) {
        return rows.list(CLAIM, MailQueue::waiting, now.plus(lease), now, now, now, most);
    }

    /** The letter is out. The statement on which "at least once" hangs. */
    void sent(long id, Instant now) {
        finish(id, "sent", null, now);
    }

    /** The letter is given up; reason and fact stay for operators, a code does not. */
    void failed(long id, String reason, Instant now) {
        finish(id, "failed", reason, now);
    }

    /** Gives up letters whose code is of no use any more, and forgets the codes. */
    List<Template> expire(Instant now) {
        return rows.list(
                """
                update mail set state = 'expired', event = null, leased_until = null, finished_at = ?
                 where state = 'waiting' and valid_until <= ?
                   and (leased_until is null or leased_until <= ?)
                returning template
                """,
                row -> Template.named(row.getString(1)),
                now,
                now,
                now);
    }

    /** One letter that turned out to be too late. */
    void expired(long id, Instant now) {
        finish(id, "expired", null, now);
    }

    /** Lets a letter wait for another attempt. */
    void postpone(WaitingMail mail, Hindrance hindrance, String reason, Instant dueAt) {
        rows.change(
                """
                update mail
                   set due_at = ?, leased_until = null, attempts = attempts + 1, hindrance = ?,
                       reason = ?, refusals = refusals + ?
                 where id = ? and state = 'waiting'
                """,
                dueAt,
                hindrance.wireName(),
                shortened(reason),
                hindrance.countsAsRefusal() ? 1 : 0,
                mail.id());
    }

    /** Now that it is known whom to write to, an account's letters need not wait any longer. */
    void wakeForRecipient(AccountId account, Instant now) {
        rows.change(
                """
                update mail set due_at = ?
                 where account_id = ? and state = 'waiting' and hindrance = 'recipient' and due_at > ?
                """,
                now,
                account.value(),
                now);
    }

    /** Now that SMTP answers again, what waited for it need not wait any longer. */
    public void wakeForSmtp(Instant now) {
        rows.change(
                """
                update mail set due_at = ?
                 where state = 'waiting' and hindrance = 'smtp' and due_at > ?
                """,
                now,
                now);
    }

    /** Forgets finished letters. */
    public int forgetBefore(Instant moment) {
        return rows.change("delete from mail where state <> 'waiting' and finished_at < ?", moment);
    }

    /** How many letters wait, and for how long. */
    public State state() {
        return rows.list(
                        "select count(*) as depth, min(queued_at) as oldest from mail where state ="
                                + " 'waiting'",
                        row -> new State(row.getLong("depth"), Rows.instant(row, "oldest")))
                .getFirst();
    }

    private void finish(long id, String state, @Nullable String reason, Instant now) {
        rows.change(
                """
                update mail
                   set state = ?, leased_until = null, reason = ?, finished_at = ?,
                       event = case when ? and valid_until is null then event end
                 where id = ? and state = 'waiting'
                """,
                state,
                reason == null ? null : shortened(reason),
                now,
                state.equals("failed"),
                id);
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static WaitingMail waiting(ResultSet row) throws SQLException {
        return new WaitingMail(
                row.getLong("id"),
                row.getString("once"),
                Template.named(row.getString("template")),
                row.getObject("account_id", UUID.class),
                row.getString("event"),
                Rows.instant(row, "valid_until"),
                row.getString("traceparent"),
                row.getInt("attempts"),
                row.getInt("refusals"),
                Objects.requireNonNull(Rows.instant(row, "queued_at")));
    }
}
