package io.sequence.mailer.outbound;

import io.sequence.events.AlertWishes;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelKind;
import io.sequence.events.EventJson;
import io.sequence.mailer.domain.AlertChannel;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where accounts want to be alerted beside their mail, and how. */
@ApplicationScoped
public class ChannelBook {
    private final Rows rows;

    ChannelBook(DataSource dataSource) {
        this.rows = new Rows(dataSource, "channels");
    }

    /**
     * A channel as the book has it.
     *
     * @param event what was last told of it, with its target; null when removed
     * @param lostAt since when nothing gets through; null while something may
     */
    record Known(
            UUID id,
            AccountId accountId,
            ChannelKind kind,
            boolean removed,
            boolean enabled,
            @Nullable ChannelChanged event,
            @Nullable Instant lostAt) {
        /** Whether alerts go there. */
        boolean live() {
            return !removed && enabled && lostAt == null;
        }
    }

    /**
     * Notes a channel, unless something newer is known or it was removed; in the caller's
     * transaction.
     *
     * @return whether it was noted
     */
    boolean note(ChannelChanged change) {
        return rows.change(
                        """
                        insert into channel (channel_id, account_id, kind, removed, enabled, urgent_only, event, as_of)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (channel_id) do update
                           set removed = excluded.removed, enabled = excluded.enabled,
                               urgent_only = excluded.urgent_only, event = excluded.event,
                               as_of = excluded.as_of,
                               lost_at = case when channel.lost_at >= excluded.as_of
                                              then channel.lost_at end
                         where not channel.removed
                           and (channel.as_of < excluded.as_of or excluded.removed)
                           and channel.account_id = excluded.account_id
                        """,
                        change.channelId(),
                        change.accountId().value(),
                        change.kind().wireName(),
                        change.removed(),
                        change.enabled(),
                        change.urgentOnly(),
                        change.removed() ? null : EventJson.write(change),
                        change.at())
                > 0;
    }

    /** Notes that nothing gets through any more; false when that was known. */
    boolean lose(UUID channelId, Instant at) {
        return rows.change(
                        "update channel set lost_at = ? where channel_id = ? and lost_at is null"
                                + " and not removed",
                        at,
                        channelId)
                > 0;
    }

    /** The channel of that id; empty when it was never heard of. */
    Optional<Known> find(UUID channelId) {
        return rows
                .list("select * from channel where channel_id = ?", ChannelBook::known, channelId)
                .stream()
                .findFirst();
    }

    /** Where an account's alerts go, the oldest channel first. */
    List<AlertChannel> live(UUID accountId) {
        return rows.list(
                """
                select * from channel
                 where account_id = ? and not removed and enabled and lost_at is null
                 order by channel_id
                """,
                row ->
                        new AlertChannel(
                                row.getObject("channel_id", UUID.class),
                                kind(row),
                                row.getBoolean("urgent_only")),
                accountId);
    }

    /** How an account wants to be alerted. */
    AlertWishes wishes(UUID accountId) {
        return rows
                .list(
                        """
                        select persist_minutes, quiet_from, quiet_until, quiet_zone
                          from addressee where account_id = ? and persist_minutes is not null
                        """,
                        ChannelBook::wishes,
                        accountId)
                .stream()
                .findFirst()
                .orElse(AlertWishes.USUAL);
    }

    private static AlertWishes wishes(ResultSet row) throws SQLException {
        String from = row.getString("quiet_from");
        return new AlertWishes(
                row.getInt("persist_minutes"),
                from == null
                        ? null
                        : new AlertWishes.QuietHours(
                                from, row.getString("quiet_until"), row.getString("quiet_zone")));
    }

    private static Known known(ResultSet row) throws SQLException {
        String event = row.getString("event");
        return new Known(
                row.getObject("channel_id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                kind(row),
                row.getBoolean("removed"),
                row.getBoolean("enabled"),
                event == null ? null : EventJson.read(event, ChannelChanged.class),
                Rows.instant(row, "lost_at"));
    }

    private static ChannelKind kind(ResultSet row) throws SQLException {
        return ChannelKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }
}
