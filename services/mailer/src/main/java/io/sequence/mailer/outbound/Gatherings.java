package io.sequence.mailer.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.EventJson;
import io.sequence.events.KeyHealth;
import io.sequence.events.MailReported;
import io.sequence.events.MailReported.Delivery;
import io.sequence.mailer.domain.Background;
import io.sequence.mailer.domain.Template;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Letters about several connections of an account at one moment, which become one. */
@ApplicationScoped
class Gatherings {
    private static final int MOST = 200;
    private static final String TOLD = "told in one mail with others";

    private final Rows rows;
    private final Outbox outbox;
    private final AlertSettings settings;

    Gatherings(DataSource dataSource, Outbox outbox, AlertSettings settings) {
        this.rows = new Rows(dataSource, "gathering letters");
        this.outbox = outbox;
        this.settings = settings;
    }

    private record Due(UUID accountId, Template template) {}

    /** Ends what has gathered long enough: few letters go as they are, many as one. */
    void gather(Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.MICROS);
        List<Due> due =
                rows.list(
                        "select distinct account_id, template from mail where gather_until <= ? and"
                                + " state = 'waiting' limit ?",
                        row ->
                                new Due(
                                        row.getObject("account_id", UUID.class),
                                        Template.named(row.getString("template"))),
                        now,
                        MOST);
        for (Due each : due) {
            QuarkusTransaction.requiringNew().run(() -> end(each, now));
        }
    }

    private void end(Due due, Instant now) {
        List<WaitingMail> letters =
                rows.list(
                        """
                        select * from mail
                         where account_id = ? and template = ? and state = 'waiting'
                           and gather_until is not null
                         order by id for update skip locked
                        """,
                        WaitingMail::read,
                        due.accountId(),
                        due.template().wireName());
        Template together = due.template().together();
        if (together == null || letters.size() < settings.digestLetterFrom()) {
            for (WaitingMail letter : letters) {
                rows.change("update mail set gather_until = null where id = ?", letter.id());
            }
            return;
        }
        String once = post(together, letters.getFirst(), now);
        for (WaitingMail letter : letters) {
            rows.change(
                    """
                    update mail set state = 'gathered', gathered_into = ?, gather_until = null,
                                    finished_at = ?
                     where id = ?
                    """,
                    once,
                    now,
                    letter.id());
            String template = letter.template().wireName();
            say(letter, letter.once(), template, letter.connectionId(), Delivery.EXPIRED, now);
        }
    }

    /** Named by the first of them, so it is one letter however often this is tried. */
    private String post(Template template, WaitingMail first, Instant now) {
        String once =
                template.wireName() + first.once().substring(first.template().wireName().length());
        rows.change(
                """
                insert into mail (once, template, account_id, traceparent, due_at, queued_at, event)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (once) do nothing
                """,
                once,
                template.wireName(),
                first.accountId(),
                first.traceparent(),
                now,
                now,
                first.event());
        say(first, once, template.wireName(), null, Delivery.WAITING, now);
        return once;
    }

    private void say(
            WaitingMail letter,
            String once,
            String template,
            @Nullable UUID connection,
            Delivery delivery,
            Instant now) {
        boolean ended = delivery == Delivery.EXPIRED;
        outbox.append(
                new MailReported(
                        once,
                        new AccountId(letter.accountId()),
                        connection == null ? null : new ConnectionId(connection),
                        template,
                        delivery,
                        0,
                        ended ? TOLD : null,
                        ended ? letter.queuedAt() : now,
                        now));
    }

    /** What a letter about several connections tells. */
    List<Background.Other> of(String once) {
        return rows.list(
                """
                select m.event, c.label from mail m left join connection c using (connection_id)
                 where m.gathered_into = ? and m.event is not null order by m.id
                """,
                row ->
                        new Background.Other(
                                EventJson.read(row.getString(1), KeyHealth.class),
                                row.getString(2)),
                once);
    }
}
