package io.sequence.mailer.outbound;

import io.sequence.events.AlertWishes;
import io.sequence.events.ConnectionEvent;
import io.sequence.events.Event;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.KeyValidated;
import io.sequence.events.Recipient;
import io.sequence.events.StrategyLaunched;
import io.sequence.mailer.domain.Addressee;
import io.sequence.mailer.domain.AlertWords;
import io.sequence.mailer.domain.Background;
import io.sequence.mailer.domain.Dossier;
import io.sequence.mailer.domain.Introduction;
import io.sequence.mailer.domain.Letter;
import io.sequence.mailer.domain.Template;
import io.sequence.mailer.domain.Wishes;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
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

/** Whom accounts' mails go to, and what their connections are called. */
@ApplicationScoped
class AddressBook {
    private final Rows rows;

    AddressBook(DataSource dataSource) {
        this.rows = new Rows(dataSource, "address book");
    }

    /**
     * Notes where an account's mails go, unless something newer is known.
     *
     * @return whether it was noted
     */
    boolean introduce(Introduction introduction) {
        Recipient to = introduction.recipient();
        return rows.change(
                        """
                        insert into addressee (account_id, email, name, client_id, anti_phishing_code, as_of)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (account_id) do update
                           set email = excluded.email, name = excluded.name,
                               client_id = excluded.client_id,
                               anti_phishing_code = excluded.anti_phishing_code, as_of = excluded.as_of
                         where addressee.as_of < excluded.as_of
                        """,
                        introduction.accountId().value(),
                        to.email(),
                        to.name(),
                        to.clientId(),
                        to.antiPhishingCode(),
                        introduction.asOf())
                > 0;
    }

    /** Notes what an account wishes, unless something newer is known. */
    void note(Wishes wishes) {
        AlertWishes alerts = wishes.alerts();
        AlertWishes.QuietHours quiet = alerts == null ? null : alerts.quiet();
        rows.change(
                """
                update addressee
                   set unwanted = ?, unsubscribe_path = ?, wishes_as_of = ?, persist_minutes = ?,
                       quiet_from = ?, quiet_until = ?, quiet_zone = ?
                 where account_id = ? and (wishes_as_of is null or wishes_as_of < ?)
                """,
                wishes.unwanted().stream().map(Template::wireName).toArray(String[]::new),
                wishes.unsubscribePath(),
                wishes.asOf(),
                alerts == null ? null : alerts.persistMinutes(),
                quiet == null ? null : quiet.from(),
                quiet == null ? null : quiet.until(),
                quiet == null ? null : quiet.zone(),
                wishes.accountId().value(),
                wishes.asOf());
    }

    /** Whom an account's mails go to; empty while no event told it. */
    Optional<Addressee> addressee(UUID accountId) {
        return rows
                .list("select * from addressee where account_id = ?", AddressBook::read, accountId)
                .stream()
                .findFirst();
    }

    /** What is known of a connection; its row stays locked until the transaction ends. */
    Dossier open(ConnectionEvent.About about) {
        UUID id = about.connectionId().value();
        rows.change(
                "insert into connection (connection_id, account_id) values (?, ?) on conflict do"
                        + " nothing",
                id,
                about.accountId().value());
        return rows.list(
                        "select * from connection where connection_id = ? for update",
                        AddressBook::dossier,
                        id)
                .getFirst();
    }

    /** Notes what is known of a connection from now on. */
    void close(ConnectionEvent.About about, Dossier dossier) {
        rows.change(
                """
                update connection
                   set revision = ?, decided_revision = ?, disconnected = ?, told = ?, pause_told = ?,
                       held = ?
                 where connection_id = ?
                """,
                dossier.revision(),
                dossier.decidedRevision(),
                dossier.disconnected(),
                dossier.told().wireName(),
                dossier.pauseTold(),
                dossier.held(),
                about.connectionId().value());
    }

    /** Notes what an event tells of its connection's names: label, key ending, bot. */
    void note(ConnectionEvent event, Instant at) {
        UUID id = event.about().connectionId().value();
        String label = label(event);
        if (label != null) {
            rows.change(
                    """
                    update connection set label = ?, label_as_of = ?
                     where connection_id = ? and (label_as_of is null or label_as_of < ?)
                    """,
                    label,
                    at,
                    id,
                    at);
        }
        switch (event) {
            case KeySubmitted e -> noteKey(e.about(), e.keyHint());
            case KeyValidated e -> noteKey(e.about(), e.keyHint());
            case StrategyLaunched e ->
                    rows.change(
                            "insert into bot (bot_id, connection_id, bot_number) values (?, ?, ?)"
                                    + " on conflict do nothing",
                            e.botId(),
                            id,
                            e.botNumber());
            default -> {}
        }
    }

    /** What a letter's words need beside the event. */
    Background background(Letter letter) {
        if (!(letter.event() instanceof ConnectionEvent event)) {
            return Background.NONE;
        }
        UUID id = event.about().connectionId().value();
        String label =
                rows
                        .list(
                                "select label from connection where connection_id = ? and label is"
                                        + " not null",
                                row -> row.getString(1),
                                id)
                        .stream()
                        .findFirst()
                        .orElse(null);
        List<String> bots =
                rows.list(
                        "select bot_id from bot where connection_id = ? order by bot_number",
                        row -> row.getString(1),
                        id);
        CredentialVersion replaced = event instanceof KeyRefreshed e ? e.replaced() : null;
        return new Background(
                label,
                hint(id, event.about().credentialVersion()),
                replaced == null ? null : hint(id, replaced),
                bots);
    }

    /** What an alert's words need of a connection. */
    AlertWords.Known alertWords(ConnectionId connection) {
        return rows
                .list(
                        """
                        select label, (select count(*) from bot b where b.connection_id = c.connection_id)
                          from connection c where connection_id = ?
                        """,
                        row -> new AlertWords.Known(row.getString(1), row.getInt(2)),
                        connection.value())
                .stream()
                .findFirst()
                .orElse(AlertWords.Known.NOTHING);
    }

    private void noteKey(ConnectionEvent.About about, String hint) {
        rows.change(
                """
                insert into connection_key (connection_id, credential_version, key_hint)
                values (?, ?, ?) on conflict do nothing
                """,
                about.connectionId().value(),
                about.credentialVersion().value(),
                hint);
    }

    private @Nullable String hint(UUID connectionId, CredentialVersion version) {
        return rows
                .list(
                        "select key_hint from connection_key where connection_id = ? and"
                                + " credential_version = ?",
                        row -> row.getString(1),
                        connectionId,
                        version.value())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String label(Event event) {
        return switch (event) {
            case KeySubmitted e -> e.label();
            case KeyValidated e -> e.label();
            case KeyRejected e -> e.label();
            case KeyExpiring e -> e.label();
            case KeyExpired e -> e.label();
            case KeyRefreshed e -> e.label();
            case KeyDisconnected e -> e.label();
            case StrategyLaunched e -> e.label();
            default -> null;
        };
    }

    private static Addressee read(ResultSet row) throws SQLException {
        return new Addressee(
                new Recipient(
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("client_id"),
                        row.getString("anti_phishing_code")),
                Wishes.optional(List.of((String[]) row.getArray("unwanted").getArray())),
                row.getString("unsubscribe_path"));
    }

    private static Dossier dossier(ResultSet row) throws SQLException {
        return new Dossier(
                row.getLong("revision"),
                row.getLong("decided_revision"),
                row.getBoolean("disconnected"),
                HealthState.valueOf(row.getString("told").toUpperCase(Locale.ROOT)),
                row.getBoolean("pause_told"),
                row.getBoolean("held"));
    }
}
