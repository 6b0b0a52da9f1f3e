package io.sequence.intake.outbound.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.NoticeRequested;
import io.sequence.events.NoticeRequested.NoticeTemplate;
import io.sequence.events.Recipient;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.TimeOrderedUuid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what operators write to accounts, and asks for the mail that carries it. */
@ApplicationScoped
public class MessageLedger {
    private static final Duration TWICE = Duration.ofMinutes(1);
    private static final String RECIPIENT =
            "select email, name, client_number, anti_phishing_code from account where id = ? for no"
                    + " key update";
    private static final String SAME_KEY =
            "select id, subject = ? and text = ? as same from support_message where account_id = ?"
                    + " and written_by = ? and idempotency_key = ?";
    private static final String SAME_WORDS =
            "select 1 from support_message where account_id = ? and written_at > ? and subject = ?"
                    + " and text = ? limit 1";
    private static final String WRITE =
            "with c as (insert into support_message (id, account_id, written_by, subject, text,"
                + " idempotency_key, written_at) values (?, ?, ?, ?, ?, ?, ?) returning id,"
                + " account_id) insert into account_change (account_id, changed_by, field,"
                + " old_value, new_value, request_id, changed_at) select account_id, ?, 'message',"
                + " null, id::text, ?, ? from c";
    // The message's id is its notice's, so that its mail is known by it.
    private static final String MAIL_ID = NoticeTemplate.SUPPORT_MESSAGE.wireName() + ".";
    private static final String SELECT =
            "select m.*, w.name, r.mail_id, r.delivery, r.reason from support_message m left join"
                    + " account w on w.id = m.written_by left join reported_mail r on r.mail_id = '"
                    + MAIL_ID
                    + "' || m.id and r.account_id = m.account_id";

    private final Statements statements;
    private final Outbox outbox;

    MessageLedger(Statements statements, Outbox outbox) {
        this.statements = statements;
        this.outbox = outbox;
    }

    /**
     * A message to be sent.
     *
     * @param to whose mail
     * @param subject one line, checked by the caller
     * @param text plain, checked by the caller
     * @param key the request's {@code Idempotency-Key}, null when it has none
     * @param act who writes, and when
     */
    public record Draft(
            AccountId to,
            String subject,
            String text,
            @Nullable String key,
            SupportLedger.Act act) {
        @Override
        public String toString() {
            return "Draft[" + to + "]";
        }
    }

    /** What came of a draft. */
    public sealed interface Outcome {
        /** It goes out, now or since the same request came before. */
        record Sent(UUID messageId) implements Outcome {}

        /** The same words went to the account less than a minute ago. */
        record JustSent() implements Outcome {}

        /** The same key came with other words. */
        record KeyReused() implements Outcome {}

        /** There is no such account. */
        record NoAccount() implements Outcome {}
    }

    /** Sends a message; returns when it is durable. */
    public Outcome send(Draft draft) {
        return QuarkusTransaction.requiringNew().call(() -> write(draft));
    }

    /** What was written to an account, newest first. */
    public Page<SupportMessage> to(AccountId account, Window window) {
        Listing list =
                Listing.byTime("m.written_at", "m.id", window)
                        .where("m.account_id", account.value());
        return Page.of(
                statements.query(list, SELECT, SupportRows::message),
                window,
                row -> Window.Place.of(row.writtenAt(), row.messageId()));
    }

    private Outcome write(Draft draft) {
        Optional<Recipient> recipient =
                statements.query(RECIPIENT, SupportRows::recipient, draft.to().value()).stream()
                        .findFirst();
        if (recipient.isEmpty()) {
            return new Outcome.NoAccount();
        }
        Optional<Outcome> before = before(draft);
        if (before.isPresent()) {
            return before.get();
        }
        UUID id = TimeOrderedUuid.next();
        SupportLedger.Act act = draft.act();
        statements.update(
                WRITE,
                id,
                draft.to().value(),
                act.by().value(),
                draft.subject(),
                draft.text(),
                draft.key(),
                act.at(),
                act.by().value(),
                act.requestId(),
                act.at());
        outbox.append(
                new NoticeRequested(
                        draft.to(),
                        id,
                        recipient.get(),
                        NoticeTemplate.SUPPORT_MESSAGE,
                        draft.subject(),
                        draft.text(),
                        act.at()));
        return new Outcome.Sent(id);
    }

    private Optional<Outcome> before(Draft draft) {
        if (draft.key() == null) {
            boolean justSent =
                    !statements
                            .query(
                                    SAME_WORDS,
                                    row -> row.getInt(1),
                                    draft.to().value(),
                                    draft.act().at().minus(TWICE),
                                    draft.subject(),
                                    draft.text())
                            .isEmpty();
            return justSent ? Optional.of(new Outcome.JustSent()) : Optional.empty();
        }
        List<Outcome> answered =
                statements.query(
                        SAME_KEY,
                        row ->
                                row.getBoolean("same")
                                        ? new Outcome.Sent(row.getObject("id", UUID.class))
                                        : new Outcome.KeyReused(),
                        draft.subject(),
                        draft.text(),
                        draft.to().value(),
                        draft.act().by().value(),
                        draft.key());
        return answered.stream().findFirst();
    }
}
