package io.sequence.mailer.outbound;

import io.sequence.events.AlertRequested;
import io.sequence.events.ConnectionEvent;
import io.sequence.events.EventJson;
import io.sequence.events.MailReported.Delivery;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.mailer.domain.Letter;
import io.sequence.messaging.Outbox;
import io.sequence.messaging.OutboxRow;
import io.sequence.messaging.TraceParent;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The letters of this house: waiting, sent, failed, expired, unwanted. Each change is one
 * statement, which also writes what is said about it.
 */
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
                      and m.gather_until is null
                      and (m.leased_until is null or m.leased_until <= ?)
                      and not exists (select 1 from mail e
                                       where e.account_id = m.account_id and e.id < m.id
                                         and e.state = 'waiting' and e.due_at <= ?)
                    order by m.id limit ?
                      for update skip locked)
            returning *
            """;
    private static final String POST =
            """
            insert into mail (once, template, account_id, connection_id, valid_until, traceparent,
                              due_at, gather_until, queued_at, event, state, finished_at)
            select ?, ?, ?::uuid, ?::uuid, ?::timestamptz, ?, ?::timestamptz,
                   case when wish.without then null else ?::timestamptz end, ?::timestamptz,
                   case when wish.without then null else ? end,
                   case when wish.without then 'unwanted' else 'waiting' end,
                   case when wish.without then ?::timestamptz end
              from (select ?::boolean and exists (
                           select 1 from addressee
                            where account_id = ?::uuid and ? = any (unwanted)) as without) wish
            on conflict (once) do nothing
            returning state
            """;
    private static final String FINISH =
            """
            update mail
               set state = ?, leased_until = null, reason = ?, finished_at = ?,
                   event = case when ? and valid_until is null then event end
             where id = ? and state = 'waiting'
            returning id
            """;
    private static final String POSTPONE =
            """
            update mail
               set due_at = ?, leased_until = null, attempts = attempts + 1, hindrance = ?,
                   reason = ?, refusals = refusals + ?
             where id = ? and state = 'waiting'
            returning id
            """;
    private static final String SAID =
            "with done as (%s) insert into outbox ("
                    + OutboxRow.COLUMNS
                    + ")"
                    + " select ?::uuid, ?, ?::uuid, ?, ? from done";
    private static final int LONGEST_REASON = 500;

    private final Rows rows;
    private final Outbox outbox;
    private final AlertSettings settings;

    MailQueue(DataSource dataSource, Outbox outbox, AlertSettings settings) {
        this.rows = new Rows(dataSource, "mail queue");
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * How the queue stands.
     *
     * @param depth letters that wait
     * @param oldest since when the oldest one waits, null when none does
     */
    public record State(long depth, @Nullable Instant oldest) {}

    /**
     * Lets a letter wait, unless it was posted before or its addressee does without; in the
     * caller's transaction.
     */
    void post(Letter letter, UUID eventId, Instant now) {
        UUID account =
                switch (letter.event()) {
                    case ConnectionEvent e -> e.about().accountId().value();
                    case MailRequested e -> e.accountId().value();
                    case NoticeRequested e -> e.accountId().value();
                    case AlertRequested e -> e.accountId().value();
                    default -> throw new IllegalStateException("a letter about nobody");
                };
        UUID connection =
                letter.event() instanceof ConnectionEvent e
                        ? e.about().connectionId().value()
                        : null;
        String once = letter.once(eventId);
        boolean gathers = letter.template().together() != null;
        Instant dueAt = gathers ? now.plus(settings.gathering()) : now;
        List<String> posted =
                rows.list(
                        POST,
                        row -> row.getString(1),
                        once,
                        letter.template().wireName(),
                        account,
                        connection,
                        letter.validUntil(),
                        TraceParent.current(),
                        dueAt,
                        gathers ? dueAt : null,
                        now,
                        EventJson.write(letter.event()),
                        now,
                        letter.template().optional(),
                        account,
                        letter.template().wireName());
        if (posted.contains("waiting")) {
            outbox.append(MailReports.queued(letter, account, once, now));
        }
    }

    /** Takes letters that are due, oldest first, for as long as the lease. */
    List<WaitingMail> claim(int most, Instant now, Duration lease) {
        return rows.list(CLAIM, WaitingMail::read, now.plus(lease), now, now, now, most);
    }

    /** The letter is out. The statement on which "at least once" hangs. */
    void sent(WaitingMail mail, Instant now) {
        finish(mail, "sent", null, now, report(mail, Delivery.SENT, 1, null, now));
        rows.change("update mail set event = null where gathered_into = ?", mail.once());
    }

    /**
     * The letter is given up; reason and fact stay for operators, a code does not.
     *
     * @param reason may hold the mail server's words; stays here
     * @param told the same in our words
     */
    void failed(WaitingMail mail, String reason, String told, Instant now) {
        finish(mail, "failed", reason, now, report(mail, Delivery.FAILED, 1, told, now));
    }

    /** One letter whose code is of no use any more; the code is forgotten. */
    void expired(WaitingMail mail, Instant now) {
        String why = "its code ran out";
        finish(mail, "expired", null, now, report(mail, Delivery.EXPIRED, 0, why, now));
    }

    /** One letter that its addressee came to do without while it waited. */
    void unwanted(WaitingMail mail, Instant now) {
        String why = "not wanted any more";
        finish(mail, "unwanted", null, now, report(mail, Delivery.EXPIRED, 0, why, now));
    }

    /** Letters whose code is of no use any more, and which nobody has in hand. */
    List<WaitingMail> tooLate(Instant now, int most) {
        return rows.list(
                """
                select * from mail
                 where state = 'waiting' and valid_until <= ?
                   and (leased_until is null or leased_until <= ?)
                 order by id limit ?
                """,
                WaitingMail::read,
                now,
                now,
                most);
    }

    /**
     * Lets a letter wait for another attempt; what stands in its way is said the first time.
     *
     * @param reason may hold the mail server's words; stays here
     * @param told the same in our words
     */
    void postpone(
            WaitingMail mail,
            Hindrance hindrance,
            String reason,
            String told,
            Instant dueAt,
            Instant now) {
        Object[] values = {
            dueAt,
            hindrance.wireName(),
            shortened(reason),
            hindrance.countsAsRefusal() ? 1 : 0,
            mail.id()
        };
        if (mail.hindered()) {
            rows.list(POSTPONE, row -> row.getLong(1), values);
        } else {
            change(POSTPONE, report(mail, Delivery.WAITING, 1, told, now), values);
        }
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

    private void finish(
            WaitingMail mail, String state, @Nullable String reason, Instant now, OutboxRow said) {
        change(
                FINISH,
                said,
                state,
                reason == null ? null : shortened(reason),
                now,
                state.equals("failed"),
                mail.id());
    }

    /** One statement: the change, and what is said about it if it changed anything. */
    private void change(String update, OutboxRow said, @Nullable Object... values) {
        int before = values.length;
        @Nullable Object[] all = java.util.Arrays.copyOf(values, before + 5);
        all[before] = said.eventId();
        all[before + 1] = said.topic();
        all[before + 2] = said.recordKey();
        all[before + 3] = said.payload();
        all[before + 4] = said.traceparent();
        if (rows.change(SAID.formatted(update), all) > 0) {
            outbox.committed();
        }
    }

    private static OutboxRow report(
            WaitingMail mail, Delivery delivery, int more, @Nullable String reason, Instant now) {
        return MailReports.of(mail, delivery, mail.attempts() + more, reason, now);
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
