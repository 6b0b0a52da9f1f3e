package io.sequence.intake.outbound.alerts;

import io.sequence.events.ChannelKind;
import io.sequence.intake.domain.alerts.Channel;
import io.sequence.intake.domain.alerts.Channel.Loss;
import io.sequence.intake.domain.alerts.Target;
import io.sequence.intake.outbound.support.Statements;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code alert_channel}. */
@ApplicationScoped
class ChannelRows {
    private static final String INSERT =
            "insert into alert_channel (name, enabled, urgent_only, p256dh, auth, generation,"
                + " previous_until, lost_reason, lost_at, revived_at, changed_at, address,"
                + " created_at, kind, account_id, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?)";
    private static final String UPDATE =
            "update alert_channel set name = ?, enabled = ?, urgent_only = ?, p256dh = ?, auth = ?,"
                + " generation = ?, previous_until = ?, lost_reason = ?, lost_at = ?, revived_at ="
                + " ?, changed_at = ? where id = ?";

    private final Statements statements;

    ChannelRows(Statements statements) {
        this.statements = statements;
    }

    /** Makes all who change this account's channels wait for the end of the transaction. */
    boolean hold(AccountId account) {
        return !statements
                .query(
                        "select 1 from account where id = ? for no key update",
                        row -> row.getInt(1),
                        account.value())
                .isEmpty();
    }

    Optional<Channel> find(AccountId account, UUID id) {
        return statements
                .query(
                        "select * from alert_channel where account_id = ? and id = ?",
                        ChannelRows::channel,
                        account.value(),
                        id)
                .stream()
                .findFirst();
    }

    Optional<Channel> find(AccountId account, Target target) {
        return statements
                .query(
                        "select * from alert_channel where account_id = ? and kind = ? and address"
                                + " = ?",
                        ChannelRows::channel,
                        account.value(),
                        target.kind().wireName(),
                        target.address())
                .stream()
                .findFirst();
    }

    /** All of an account, oldest first. */
    List<Channel> of(AccountId account) {
        return statements.query(
                "select * from alert_channel where account_id = ? order by created_at, id",
                ChannelRows::channel,
                account.value());
    }

    long count(AccountId account, ChannelKind kind) {
        return statements
                .query(
                        "select count(*) from alert_channel where account_id = ? and kind = ?",
                        row -> row.getLong(1),
                        account.value(),
                        kind.wireName())
                .getFirst();
    }

    void insert(Channel channel) {
        write(
                INSERT,
                channel,
                channel.target().address(),
                channel.createdAt(),
                channel.target().kind().wireName(),
                channel.account().value(),
                channel.id());
    }

    void update(Channel channel) {
        write(UPDATE, channel, channel.id());
    }

    void delete(UUID id) {
        statements.update("delete from alert_channel where id = ?", id);
    }

    private void write(String sql, Channel channel, Object... rest) {
        Target.Browser browser = channel.target() instanceof Target.Browser b ? b : null;
        Loss loss = channel.loss();
        Object[] first = {
            channel.name(),
            channel.enabled(),
            channel.urgentOnly(),
            browser == null ? null : browser.p256dh(),
            browser == null ? null : browser.auth(),
            channel.generation(),
            channel.previousUntil(),
            loss == null ? null : loss.reason(),
            loss == null ? null : loss.at(),
            channel.revivedAt(),
            channel.changedAt()
        };
        Object[] all = new Object[first.length + rest.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        statements.update(sql, all);
    }

    private static Channel channel(ResultSet row) throws SQLException {
        Instant lostAt = Statements.instantOrNull(row, "lost_at");
        return new Channel(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                target(row),
                row.getString("name"),
                row.getBoolean("enabled"),
                row.getBoolean("urgent_only"),
                row.getInt("generation"),
                Statements.instantOrNull(row, "previous_until"),
                lostAt == null
                        ? null
                        : new Loss(Objects.requireNonNull(row.getString("lost_reason")), lostAt),
                Statements.instant(row, "created_at"),
                Statements.instant(row, "revived_at"),
                Statements.instant(row, "changed_at"));
    }

    private static Target target(ResultSet row) throws SQLException {
        String address = row.getString("address");
        return switch (ChannelKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))) {
            case TELEGRAM -> new Target.Chat(Long.parseLong(address));
            case WEB_PUSH ->
                    new Target.Browser(address, row.getString("p256dh"), row.getString("auth"));
            case WEBHOOK -> new Target.Hook(address);
            case MAIL -> throw new IllegalStateException("mail is no channel of its own");
        };
    }
}
