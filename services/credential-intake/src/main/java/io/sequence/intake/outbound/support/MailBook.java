package io.sequence.intake.outbound.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.MailReported;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mails stand, as mailer reported it. Reports come twice, late and in any order: the end of a
 * mail stays its end, and of two reports the later counts, by tries and then by time.
 */
@ApplicationScoped
public class MailBook {
    private static final String HEAR =
            "insert into reported_mail as m (mail_id, account_id, connection_id, template,"
                + " delivery, attempts, reason, queued_at, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (mail_id) do update set delivery = excluded.delivery, attempts ="
                + " excluded.attempts, reason = excluded.reason, at = excluded.at where"
                + " m.account_id = excluded.account_id and (excluded.delivery <> 'waiting',"
                + " excluded.attempts, excluded.at) > (m.settled, m.attempts, m.at)";
    private static final String OWN = "select m.* from reported_mail m";
    private static final String ALL =
            "select m.*, a.email, a.name, a.client_number from reported_mail m join account a on"
                    + " a.id = m.account_id";

    private final Statements statements;

    MailBook(Statements statements) {
        this.statements = statements;
    }

    /** Which mails are wanted; null is any. */
    public record Wanted(@Nullable String delivery, @Nullable AccountId account) {}

    /** Writes down how a mail stands, in the caller's transaction. */
    public void hear(MailReported report) {
        statements.update(
                HEAR,
                report.mailId(),
                report.accountId().value(),
                report.connectionId() == null ? null : report.connectionId().value(),
                report.template(),
                report.delivery().wireName(),
                report.attempts(),
                report.reason(),
                report.queuedAt(),
                report.at());
    }

    /** An account's mails, newest first. */
    public Page<MailView> of(AccountId account, Window window) {
        Listing list =
                Listing.byTimeAndText("m.queued_at", "m.mail_id", window)
                        .where("m.account_id", account.value());
        return Page.of(
                statements.query(list, OWN, SupportRows::mail),
                window,
                row -> Window.Place.of(row.queuedAt(), row.mailId()));
    }

    /** Everybody's mails, newest first. */
    public Page<OperatorMail> all(Wanted wanted, Window window) {
        Listing list =
                Listing.byTimeAndText("m.queued_at", "m.mail_id", window)
                        .whereName("m.delivery", wanted.delivery())
                        .where(
                                "m.account_id",
                                wanted.account() == null ? null : wanted.account().value());
        return Page.of(
                statements.query(list, ALL, SupportRows::operatorMail),
                window,
                row -> Window.Place.of(row.queuedAt(), row.mailId()));
    }

    /** Forgets mails that were put into the queue before. */
    public void sweep(Instant before) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                statements.update(
                                        "delete from reported_mail where queued_at < ?", before));
    }
}
