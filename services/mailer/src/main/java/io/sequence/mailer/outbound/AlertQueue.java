package io.sequence.mailer.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.AlertKind;
import io.sequence.events.AlertReported;
import io.sequence.events.AlertRequested;
import io.sequence.events.ChannelKind;
import io.sequence.events.ChannelLost;
import io.sequence.events.MailReported.Delivery;
import io.sequence.mailer.domain.AlertText;
import io.sequence.mailer.domain.AlertWords;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.messaging.Outbox;
import io.sequence.messaging.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of this house, a row for each channel that one goes to: waiting, sent, failed,
 * expired. Each change and what is said about it are one transaction.
 */
@ApplicationScoped
public class AlertQueue {
    // A channel has one alert in flight, and they keep their order; one that is held back for the
    // morning waits aside, and a test goes first.
    private static final String CLAIM =
            """
            update alert_delivery set leased_until = ?
             where delivery_id in (
                   select d.delivery_id from alert_delivery d
                    where d.state = 'waiting' and d.due_at <= ?
                      and (d.channel_kind = ? or (d.channel_kind is null and ?))
                      and (d.leased_until is null or d.leased_until <= ?)
                      and not exists (
                          select 1 from alert_delivery e
                           where e.channel_id = d.channel_id and e.delivery_id <> d.delivery_id
                             and e.state = 'waiting'
                             and (e.leased_until > ?
                                  or (e.kind = 'test' and d.kind <> 'test' and e.due_at <= ?)
                                  or ((e.kind = 'test') = (d.kind = 'test')
                                      and e.delivery_id < d.delivery_id and e.held_until <= ?)))
                    order by (d.attempts > 0), d.delivery_id limit ?
                      for update skip locked)
            returning *
            """;
    private static final int LONGEST_REASON = 200;

    private final Rows rows;
    private final Outbox outbox;
    private final ChannelBook channels;
    private final ThreadBook threads;

    AlertQueue(DataSource dataSource, Outbox outbox, ChannelBook channels, ThreadBook threads) {
        this.rows = new Rows(dataSource, "alert queue");
        this.outbox = outbox;
        this.channels = channels;
        this.threads = threads;
    }

    /**
     * How the queue stands.
     *
     * @param depth alerts that wait and are not held back, a channel each
     * @param oldest since when the oldest one waits, null when none does
     */
    public record State(long depth, @Nullable Instant oldest) {}

    /** A channel that an alert goes to, and from when on. */
    record Aim(UUID channelId, ChannelKind kind, Instant heldUntil) {}

    /** Puts an alert into the queue; in the caller's transaction. */
    void post(MadeAlert alert, List<UUID> threads, List<Aim> aims, Instant now) {
        insert(alert, now);
        for (UUID thread : threads) {
            rows.change(
                    "insert into alert_subject (alert_id, thread_id) values (?, ?) on conflict do"
                            + " nothing",
                    alert.id(),
                    thread);
        }
        for (Aim aim : aims) {
            queue(alert, aim.channelId(), aim.kind(), aim.heldUntil(), now);
            say(alert, aim.channelId(), aim.kind(), Delivery.WAITING, 0, null, now, now);
        }
    }

    /** Puts a test into the queue, unless it was before; in the caller's transaction. */
    void test(AlertRequested request, UUID channelId, Instant now) {
        AlertText text = AlertWords.test();
        var alert =
                new MadeAlert(
                        request.alertId(),
                        request.accountId(),
                        AlertKind.TEST,
                        Part.OPENS,
                        text.title(),
                        text.lines(),
                        text.path(),
                        List.of(),
                        request.requestedAt(),
                        TraceParent.current());
        ChannelKind kind = channels.find(channelId).map(ChannelBook.Known::kind).orElse(null);
        if (insert(alert, now)) {
            queue(alert, channelId, kind, now, now);
            if (kind != null) {
                say(alert, channelId, kind, Delivery.WAITING, 0, null, now, now);
            }
        }
    }

    /** Takes alerts that are due for channels of a kind, for as long as the lease. */
    List<WaitingAlert> claim(ChannelKind kind, int most, Instant now, Duration lease) {
        // What goes to a channel that was not heard of yet is looked at with the webhooks.
        boolean unknown = kind == ChannelKind.WEBHOOK;
        return rows.list(
                CLAIM,
                WaitingAlert::read,
                now.plus(lease),
                now,
                kind.wireName(),
                unknown,
                now,
                now,
                now,
                now,
                most);
    }

    /** The alert of that id. */
    Optional<MadeAlert> find(UUID alertId) {
        return rows
                .list("select * from alert where alert_id = ?", MadeAlert::read, alertId)
                .stream()
                .findFirst();
    }

    /** The channel took it. The transaction on which "at least once" hangs. */
    void sent(WaitingAlert waiting, MadeAlert alert, ChannelKind kind, Instant now) {
        finish(waiting, alert, kind, Delivery.SENT, 1, null, now);
    }

    /** It is given up. */
    void failed(WaitingAlert waiting, MadeAlert alert, ChannelKind kind, String why, Instant now) {
        finish(waiting, alert, kind, Delivery.FAILED, 1, why, now);
    }

    /** It is not to be told any more. */
    void expired(
            WaitingAlert waiting,
            MadeAlert alert,
            @Nullable ChannelKind kind,
            String why,
            Instant now) {
        finish(waiting, alert, kind, Delivery.EXPIRED, 0, why, now);
    }

    /** Lets it wait for another attempt; what stands in its way is said the first time. */
    void postpone(
            WaitingAlert waiting,
            MadeAlert alert,
            @Nullable ChannelKind kind,
            String why,
            Instant dueAt,
            Instant now) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            int changed =
                                    rows.change(
                                            """
                                            update alert_delivery
                                               set due_at = ?, leased_until = null, attempts = attempts + 1,
                                                   hindered = true, reason = ?
                                             where delivery_id = ? and state = 'waiting'
                                            """,
                                            dueAt,
                                            shortened(why),
                                            waiting.id());
                            if (changed > 0 && kind != null && !waiting.hindered()) {
                                report(waiting, alert, kind, Delivery.WAITING, 1, why, now);
                            }
                        });
    }

    /** A channel is dead: that is said, this alert has failed and so has what waits behind it. */
    void lost(WaitingAlert waiting, MadeAlert alert, ChannelKind kind, String why, Instant now) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            end(waiting, alert, kind, Delivery.FAILED, 1, why, now);
                            if (channels.lose(waiting.channelId(), now)) {
                                outbox.append(
                                        new ChannelLost(
                                                alert.accountId(), waiting.channelId(), why, now));
                            }
                            rest(waiting.channelId())
                                    .forEach(
                                            other ->
                                                    find(other.alertId())
                                                            .ifPresent(
                                                                    its ->
                                                                            end(
                                                                                    other,
                                                                                    its,
                                                                                    kind,
                                                                                    Delivery.FAILED,
                                                                                    0,
                                                                                    why,
                                                                                    now)));
                        });
    }

    /** Whether a channel took anything since a moment. */
    boolean tookAnythingSince(UUID channelId, Instant moment) {
        return !rows.list(
                        """
                        select 1 from alert_delivery
                         where channel_id = ? and state = 'sent' and finished_at >= ? limit 1
                        """,
                        row -> row.getInt(1),
                        channelId,
                        moment)
                .isEmpty();
    }

    /** What waits for a channel is tried now, unless it is held back. */
    void wake(UUID channelId, Instant now) {
        rows.change(
                """
                update alert_delivery set due_at = greatest(?, held_until)
                 where channel_id = ? and state = 'waiting' and due_at > ?
                """,
                now,
                channelId,
                now);
    }

    /** When an account's alerts of the time since then were made, the newest first. */
    List<Instant> made(UUID accountId, Instant since) {
        return rows.list(
                "select made_at from alert where account_id = ? and made_at > ? and kind <> 'test'"
                        + " order by made_at desc",
                row -> java.util.Objects.requireNonNull(Rows.instant(row, "made_at")),
                accountId,
                since);
    }

    /** Forgets alerts of which everything has ended. */
    public void forgetBefore(Instant moment) {
        rows.change(
                """
                delete from alert a
                 where a.made_at < ?
                   and not exists (select 1 from alert_delivery d
                                    where d.alert_id = a.alert_id
                                      and (d.state = 'waiting' or d.finished_at >= ?))
                """,
                moment,
                moment);
        threads.forgetBefore(moment);
    }

    /** How many alerts wait, and for how long. */
    public State state(Instant now) {
        return rows.list(
                        """
                        select count(*) as depth, min(held_until) as oldest from alert_delivery
                         where state = 'waiting' and held_until <= ?
                        """,
                        row -> new State(row.getLong("depth"), Rows.instant(row, "oldest")),
                        now)
                .getFirst();
    }

    private boolean insert(MadeAlert alert, Instant now) {
        return rows.change(
                        """
                        insert into alert (alert_id, account_id, kind, part, title, lines, path, subjects,
                                           connections, at, made_at, traceparent)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (alert_id) do nothing
                        """,
                        alert.id(),
                        alert.accountId().value(),
                        alert.kind().wireName(),
                        alert.part().name().toLowerCase(Locale.ROOT),
                        alert.title(),
                        alert.lines().toArray(String[]::new),
                        alert.path(),
                        Json.write(alert.subjects()),
                        alert.connections().stream().map(id -> id.value()).toArray(UUID[]::new),
                        alert.at(),
                        now,
                        alert.traceparent())
                > 0;
    }

    private void queue(
            MadeAlert alert,
            UUID channelId,
            @Nullable ChannelKind kind,
            Instant heldUntil,
            Instant now) {
        rows.change(
                """
                insert into alert_delivery (alert_id, channel_id, channel_kind, kind, held_until, due_at, queued_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (alert_id, channel_id) do nothing
                """,
                alert.id(),
                channelId,
                kind == null ? null : kind.wireName(),
                alert.kind().wireName(),
                heldUntil,
                heldUntil,
                now);
    }

    private void finish(
            WaitingAlert waiting,
            MadeAlert alert,
            @Nullable ChannelKind kind,
            Delivery delivery,
            int more,
            @Nullable String why,
            Instant now) {
        QuarkusTransaction.requiringNew()
                .run(() -> end(waiting, alert, kind, delivery, more, why, now));
    }

    private void end(
            WaitingAlert waiting,
            MadeAlert alert,
            @Nullable ChannelKind kind,
            Delivery delivery,
            int more,
            @Nullable String why,
            Instant now) {
        int changed =
                rows.change(
                        """
                        update alert_delivery
                           set state = ?, leased_until = null, attempts = attempts + ?, reason = ?,
                               finished_at = ?
                         where delivery_id = ? and state = 'waiting'
                        """,
                        delivery.wireName(),
                        more,
                        why == null ? null : shortened(why),
                        now,
                        waiting.id());
        if (changed > 0 && kind != null) {
            report(waiting, alert, kind, delivery, more, why, now);
        }
    }

    private List<WaitingAlert> rest(UUID channelId) {
        return rows.list(
                "select * from alert_delivery where channel_id = ? and state = 'waiting' order by"
                        + " delivery_id for update",
                WaitingAlert::read,
                channelId);
    }

    private void report(
            WaitingAlert waiting,
            MadeAlert alert,
            ChannelKind kind,
            Delivery delivery,
            int more,
            @Nullable String why,
            Instant now) {
        int attempts = waiting.attempts() + more;
        say(alert, waiting.channelId(), kind, delivery, attempts, why, waiting.queuedAt(), now);
    }

    /** Nothing of what it says, nor where it goes. */
    private void say(
            MadeAlert alert,
            UUID channelId,
            ChannelKind kind,
            Delivery delivery,
            int attempts,
            @Nullable String why,
            Instant queuedAt,
            Instant now) {
        outbox.append(
                new AlertReported(
                        alert.id(),
                        alert.accountId(),
                        channelId,
                        kind,
                        alert.kind(),
                        alert.connections(),
                        delivery,
                        attempts,
                        why == null ? null : shortened(why),
                        queuedAt,
                        now));
    }

    private static String shortened(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST_REASON));
    }
}
