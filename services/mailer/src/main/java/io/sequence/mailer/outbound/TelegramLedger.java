package io.sequence.mailer.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.ChannelLinked;
import io.sequence.events.ChannelLost;
import io.sequence.mailer.outbound.doors.TelegramMemory;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps the bot's place, and says what people wrote to it in the same transaction. */
@ApplicationScoped
class TelegramLedger implements TelegramMemory {
    private final Rows rows;
    private final Outbox outbox;

    TelegramLedger(DataSource dataSource, Outbox outbox) {
        this.rows = new Rows(dataSource, "telegram");
        this.outbox = outbox;
    }

    @Override
    public @Nullable Place hold(String bot, UUID holder, Instant now, Instant until) {
        return rows
                .list(
                        """
                        insert into telegram_news (bot, next_update, holder, held_until)
                        values (?, 0, ?, ?)
                        on conflict (bot) do update
                           set holder = excluded.holder, held_until = excluded.held_until
                         where telegram_news.holder = excluded.holder or telegram_news.held_until < ?
                        returning next_update, read_at
                        """,
                        row -> new Place(row.getLong("next_update"), Rows.instant(row, "read_at")),
                        bot,
                        holder,
                        until,
                        now)
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean took(
            String bot, UUID holder, long nextUpdate, List<ChatFact> facts, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            int held =
                                    rows.change(
                                            "update telegram_news set next_update = ?, read_at = ?"
                                                    + " where bot = ? and holder = ?",
                                            nextUpdate,
                                            now,
                                            bot,
                                            holder);
                            if (held == 0) {
                                return false;
                            }
                            facts.forEach(fact -> say(fact, now));
                            return true;
                        });
    }

    @Override
    public void release(String bot, UUID holder, Instant now) {
        rows.change(
                "update telegram_news set held_until = ? where bot = ? and holder = ?",
                now.minusSeconds(1),
                bot,
                holder);
    }

    @Override
    public long current(long chatId) {
        return rows
                .list(
                        "select moved_to from telegram_move where chat_id = ?",
                        row -> row.getLong(1),
                        chatId)
                .stream()
                .findFirst()
                .orElse(chatId);
    }

    @Override
    public void moved(long from, long to) {
        rows.change(
                """
                insert into telegram_move (chat_id, moved_to) values (?, ?)
                on conflict (chat_id) do update set moved_to = excluded.moved_to
                """,
                from,
                to);
    }

    private void say(ChatFact fact, Instant now) {
        switch (fact) {
            case ChatFact.Linked linked ->
                    outbox.append(
                            new ChannelLinked(
                                    linked.codeHash(), linked.chatId(), linked.chatName(), now));
            case ChatFact.Left left -> lost(left, now);
            case ChatFact.Moved moved -> moved(moved.from(), moved.to());
        }
    }

    /** Every channel to that chat, of whatever account, by its old number or its new one. */
    private void lost(ChatFact.Left left, Instant now) {
        rows.list(
                        """
                        update channel set lost_at = ?
                         where kind = 'telegram' and not removed and lost_at is null
                           and (event::jsonb #>> '{telegram,chat_id}')::bigint in
                               (select ? union select chat_id from telegram_move where moved_to = ?)
                        returning account_id, channel_id
                        """,
                        row ->
                                new ChannelLost(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        row.getObject("channel_id", UUID.class),
                                        left.reason(),
                                        now),
                        now,
                        left.chatId(),
                        left.chatId())
                .forEach(outbox::append);
    }
}
