package io.sequence.intake.outbound.connection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.CheckRequested;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyPaused;
import io.sequence.events.Recipient;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.messaging.Outbox;
import io.sequence.vault.VaultTable;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.TimeOrderedUuid;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What an owner does with a connection: rename, make active, end, have it checked. Row and event in
 * one transaction.
 */
@ApplicationScoped
public class ConnectionLedger {
    private static final Duration CHECKS_APART = Duration.ofSeconds(2);
    private static final String LOCK =
            "select venue, mode, label, version, revision, applied_version, applied_revision,"
                + " phase, active, paused, pause_act from connection where id = ? and account_id ="
                + " ? and phase in ('validating', 'live') for update";

    private final Rows rows;
    private final DataSource dataSource;
    private final VaultTable vault;
    private final HistoryLedger history;
    private final Outbox outbox;
    private final LiveEvents live;
    private final InstantSource clock;

    ConnectionLedger(
            Rows rows,
            HistoryLedger history,
            DataSource dataSource,
            Outbox outbox,
            LiveEvents live,
            InstantSource clock) {
        this.rows = rows;
        this.history = history;
        this.dataSource = dataSource;
        this.vault = new VaultTable(dataSource);
        this.outbox = outbox;
        this.live = live;
        this.clock = clock;
    }

    /** Gives a connection another name; false when the account has none such. */
    public boolean rename(AccountId account, ConnectionId id, String label) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            int renamed =
                                    rows.update(
                                            "update connection set label = ? where id = ? and"
                                                    + " account_id = ? and phase in ('validating',"
                                                    + " 'live')",
                                            label,
                                            id.value(),
                                            account.value());
                            if (renamed == 1) {
                                live.append(account, "connection.renamed", new Renamed(id, label));
                            }
                            return renamed == 1;
                        });
    }

    /**
     * Pauses a live connection or takes it up again; false when the account has none such. Paused,
     * it is pinged as ever, nobody is alarmed, and its bot rests.
     */
    public boolean pause(AccountId account, ConnectionId id, boolean paused) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            Optional<Locked> found = lock(account, id);
                            if (found.isEmpty() || !found.get().live()) {
                                return false;
                            }
                            Locked locked = found.get();
                            if (locked.paused() != paused) {
                                pause(account, id, locked, paused);
                            }
                            return true;
                        });
    }

    private void pause(AccountId account, ConnectionId id, Locked locked, boolean paused) {
        long act = locked.pauseAct() + 1;
        rows.update(
                "update connection set paused = ?, pause_act = ? where id = ?",
                paused,
                act,
                id.value());
        var about =
                new About(
                        account,
                        id,
                        new CredentialVersion(locked.appliedVersion()),
                        locked.appliedRevision(),
                        locked.venue(),
                        locked.mode());
        outbox.append(new KeyPaused(about, act, paused, clock.instant()));
        live.append(account, "connection.paused", new Paused(id, paused));
    }

    /**
     * Makes a live connection the account's one active execution account; false when the account
     * has none such.
     */
    public boolean activate(AccountId account, ConnectionId id) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            rows.lockAccount(account.value());
                            rows.lockConnections(account.value());
                            Optional<Locked> found = lock(account, id);
                            if (found.isEmpty() || !found.get().live()) {
                                return false;
                            }
                            if (!found.get().active()) {
                                switchActive(account, id, found.get().mode());
                            }
                            return true;
                        });
    }

    private void switchActive(AccountId account, ConnectionId id, Mode mode) {
        rows.update(
                "update connection set active = false where account_id = ? and mode = ? and active",
                account.value(),
                mode.wireName());
        rows.update("update connection set active = true where id = ?", id.value());
        live.append(account, "connection.activated", new Activated(id));
    }

    /** Ends a connection and erases all its credentials; false when the account has none such. */
    public boolean disconnect(AccountId account, ConnectionId id, Recipient recipient) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            rows.lockAccount(account.value());
                            rows.lockConnections(account.value());
                            Optional<Locked> found = lock(account, id);
                            found.ifPresent(locked -> end(account, id, locked, recipient));
                            return found.isPresent();
                        });
    }

    private void end(AccountId account, ConnectionId id, Locked locked, Recipient recipient) {
        Instant now = clock.instant();
        long revision = locked.revision() + 1;
        vault.eraseAll(id);
        history.forget(id);
        rows.update(
                "update connection set phase = 'disconnected', active = false, revision = ? where"
                        + " id = ?",
                revision,
                id.value());
        rows.update(
                "update submission set status = 'rejected', decided_at = ?, reason = ?::jsonb"
                        + " where connection_id = ? and status in ('received', 'validating')",
                now,
                rows.json(ReasonView.DISCONNECTED),
                id.value());
        if (locked.active()) {
            activateOldest(account, locked.mode());
        }
        var about =
                new About(
                        account,
                        id,
                        new CredentialVersion(locked.version()),
                        revision,
                        locked.venue(),
                        locked.mode());
        outbox.append(new KeyDisconnected(about, locked.label(), recipient, now));
        live.append(account, "connection.disconnected", new Activated(id));
    }

    private void activateOldest(AccountId account, Mode mode) {
        rows.update(
                "update connection set active = true where id = (select id from connection where"
                        + " account_id = ? and mode = ? and phase = 'live' order by created_at, id"
                        + " limit 1)",
                account.value(),
                mode.wireName());
    }

    /**
     * Asks for a ping now. Asked again within two seconds, the earlier request counts.
     *
     * @return names the answer; empty when the account has no such live connection
     */
    public Optional<UUID> requestCheck(AccountId account, ConnectionId id) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            Optional<Locked> found = lock(account, id);
                            if (found.isEmpty() || !found.get().live()) {
                                return Optional.<UUID>empty();
                            }
                            return Optional.of(check(account, id, found.get()));
                        });
    }

    private UUID check(AccountId account, ConnectionId id, Locked locked) {
        Instant now = clock.instant();
        UUID recent =
                rows.uuid(
                        "select id from asked_check where connection_id = ? and asked_at > ? order"
                                + " by asked_at desc limit 1",
                        id.value(),
                        now.minus(CHECKS_APART));
        if (recent != null) {
            return recent;
        }
        UUID check = TimeOrderedUuid.next();
        rows.update(
                "insert into asked_check (id, account_id, connection_id, asked_at) values (?, ?, ?,"
                        + " ?)",
                check,
                account.value(),
                id.value(),
                now);
        var about =
                new About(
                        account,
                        id,
                        new CredentialVersion(locked.appliedVersion()),
                        locked.appliedRevision(),
                        locked.venue(),
                        locked.mode());
        outbox.append(new CheckRequested(about, check, now));
        return check;
    }

    /** Whether a check has been answered. */
    public boolean answered(UUID check) {
        return rows.uuid(
                        "select id from asked_check where id = ? and answered_at is not null",
                        check)
                != null;
    }

    private Optional<Locked> lock(AccountId account, ConnectionId id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, id.value());
            lock.setObject(2, account.value());
            try (ResultSet row = lock.executeQuery()) {
                return row.next() ? Optional.of(Locked.of(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("connection", e);
        }
    }

    private record Locked(
            VenueId venue,
            Mode mode,
            String label,
            int version,
            long revision,
            int appliedVersion,
            long appliedRevision,
            boolean live,
            boolean active,
            boolean paused,
            long pauseAct) {
        static Locked of(ResultSet row) throws SQLException {
            return new Locked(
                    new VenueId(row.getString("venue")),
                    Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                    row.getString("label"),
                    row.getInt("version"),
                    row.getLong("revision"),
                    row.getInt("applied_version"),
                    row.getLong("applied_revision"),
                    row.getString("phase").equals("live"),
                    row.getBoolean("active"),
                    row.getBoolean("paused"),
                    row.getLong("pause_act"));
        }
    }

    /** What an open page is told of a new name. */
    record Renamed(ConnectionId connectionId, String label) {}

    /** What an open page is told of a pause. */
    record Paused(ConnectionId connectionId, boolean paused) {}

    /** What an open page is told of a connection that became active or ended. */
    record Activated(ConnectionId connectionId) {}
}
