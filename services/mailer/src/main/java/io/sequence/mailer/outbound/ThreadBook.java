package io.sequence.mailer.outbound;

import io.sequence.mailer.domain.Announcements.Heard;
import io.sequence.mailer.domain.Tiding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** What belongs together among alerts: which threads are over, and who heard of them. */
@ApplicationScoped
class ThreadBook {
    private final Rows rows;

    ThreadBook(DataSource dataSource) {
        this.rows = new Rows(dataSource, "alert threads");
    }

    /** Notes that a thread begins, unless that is known. */
    void open(UUID accountId, Tiding tiding) {
        rows.change(
                """
                insert into alert_thread (thread_id, account_id, connection_id, family, opened_at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """,
                tiding.thread(),
                accountId,
                tiding.connectionId() == null ? null : tiding.connectionId().value(),
                family(tiding),
                tiding.at());
    }

    /** Notes that threads are over. */
    void end(Collection<UUID> threads, Instant now) {
        if (!threads.isEmpty()) {
            rows.change(
                    "update alert_thread set ended_at = ? where thread_id = any (?) and ended_at is"
                            + " null",
                    now,
                    threads.toArray(UUID[]::new));
        }
    }

    /** What was told of a key that is not in use any more is over. */
    void endOfKey(UUID connectionId, Instant now) {
        rows.change(
                """
                update alert_thread set ended_at = ?
                 where connection_id = ? and family = 'key' and ended_at is null
                """,
                now,
                connectionId);
    }

    /** Nothing goes on about a connection that has ended. */
    void endOfConnection(UUID connectionId, Instant now) {
        rows.change(
                "update alert_thread set ended_at = ? where connection_id = ? and ended_at is null",
                now,
                connectionId);
    }

    /** Which of these are over. */
    Set<UUID> ended(Collection<UUID> threads) {
        return new HashSet<>(
                rows.list(
                        "select thread_id from alert_thread where thread_id = any (?) and ended_at"
                                + " is not null",
                        row -> row.getObject(1, UUID.class),
                        (Object) threads.toArray(UUID[]::new)));
    }

    /** What channels heard of these, by channel and thread. */
    Map<UUID, Map<UUID, Heard>> heard(Collection<UUID> threads) {
        record One(UUID channel, UUID thread, boolean told) {}
        List<One> all =
                rows.list(
                        """
                        select d.channel_id, s.thread_id, bool_or(d.state = 'sent') as told
                          from alert_subject s
                          join alert a using (alert_id)
                          join alert_delivery d using (alert_id)
                         where s.thread_id = any (?) and a.part <> 'closes'
                           and d.state in ('sent', 'waiting')
                         group by d.channel_id, s.thread_id
                        """,
                        row ->
                                new One(
                                        row.getObject("channel_id", UUID.class),
                                        row.getObject("thread_id", UUID.class),
                                        row.getBoolean("told")),
                        (Object) threads.toArray(UUID[]::new));
        var heard = new HashMap<UUID, Map<UUID, Heard>>();
        all.forEach(
                one ->
                        heard.computeIfAbsent(one.channel(), _ -> new HashMap<>())
                                .put(one.thread(), one.told() ? Heard.TOLD : Heard.WAITING));
        return heard;
    }

    /**
     * Whether everything that an alert tells as going on is over.
     *
     * @param alertId of an alert that begins something or says that it lasts
     */
    boolean allOver(UUID alertId) {
        return rows.list(
                        """
                        select count(*) from alert_subject s left join alert_thread t using (thread_id)
                         where s.alert_id = ? and t.ended_at is null
                        """,
                        row -> row.getLong(1) == 0,
                        alertId)
                .getFirst();
    }

    /**
     * Whether an alert's good news is any for a channel: it was told of the trouble, and of no
     * later one, nor is there one again.
     */
    boolean isNews(UUID alertId, UUID channelId) {
        return rows.list(
                        """
                        select count(*) from alert_subject s join alert_thread t using (thread_id)
                         where s.alert_id = ?
                           and exists (select 1 from alert_subject o
                                         join alert a on a.alert_id = o.alert_id and a.part <> 'closes'
                                         join alert_delivery d on d.alert_id = o.alert_id
                                        where o.thread_id = s.thread_id and d.channel_id = ?
                                          and d.state = 'sent')
                           and not exists (select 1 from alert_thread l
                                            where l.connection_id = t.connection_id
                                              and l.family = t.family and l.opened_at > t.opened_at
                                              and (l.ended_at is null or exists (
                                                  select 1 from alert_subject o
                                                    join alert a on a.alert_id = o.alert_id and a.part <> 'closes'
                                                    join alert_delivery d on d.alert_id = o.alert_id
                                                   where o.thread_id = l.thread_id
                                                     and d.channel_id = ? and d.state = 'sent')))
                        """,
                        row -> row.getLong(1) > 0,
                        alertId,
                        channelId,
                        channelId)
                .getFirst();
    }

    /** Forgets threads of which no alert is kept. */
    void forgetBefore(Instant moment) {
        rows.change(
                """
                delete from alert_thread t
                 where coalesce(ended_at, opened_at) < ?
                   and not exists (select 1 from alert_subject s where s.thread_id = t.thread_id)
                   and not exists (select 1 from alarm a
                                    where t.thread_id in (a.trouble_thread, a.pause_thread))
                """,
                moment);
    }

    private static String family(Tiding tiding) {
        return switch (tiding.kind()) {
            case FAILING, STILL_FAILING, RECOVERED -> "trouble";
            case VENUE_INCIDENT -> "incident";
            case PAUSED, RESUMED -> "pause";
            case DRIFTED, EXPIRING, EXPIRED, TEST -> "key";
        };
    }
}
