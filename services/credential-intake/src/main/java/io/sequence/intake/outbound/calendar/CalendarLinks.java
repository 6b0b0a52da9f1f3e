package io.sequence.intake.outbound.calendar;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.intake.domain.calendar.CalendarToken;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows of {@code calendar_link}: one an account at most, and of its token the hash alone. */
@ApplicationScoped
public class CalendarLinks {
    private static final String MAKE =
            "insert into calendar_link (account_id, token_hash, made_at) values (?, ?, ?) on"
                    + " conflict (account_id) do update set token_hash = excluded.token_hash,"
                    + " made_at = excluded.made_at";

    private final DataSource dataSource;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    CalendarLinks(DataSource dataSource, InstantSource clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A link that was made. */
    public record Made(CalendarToken token, Instant madeAt) {}

    /** Makes a link; the one before it opens nothing any more. */
    public Made make(AccountId account) {
        CalendarToken token = CalendarToken.make(random);
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                update(
                                        MAKE,
                                        account.value(),
                                        token.hash(),
                                        now.atOffset(ZoneOffset.UTC)));
        return new Made(token, now);
    }

    /** Ends an account's link, if there is one. */
    public void revoke(AccountId account) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                update(
                                        "delete from calendar_link where account_id = ?",
                                        account.value()));
    }

    /** When an account's link was made; empty when there is none. */
    public Optional<Instant> madeAt(AccountId account) {
        return first(
                "select made_at from calendar_link where account_id = ?",
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                account.value());
    }

    /** Whose calendar a token opens. */
    public Optional<AccountId> accountOf(CalendarToken token) {
        return first(
                "select account_id from calendar_link where token_hash = ?",
                row -> new AccountId(row.getObject(1, UUID.class)),
                token.hash());
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("calendar_link", e);
        }
    }

    private <T> Optional<T> first(String sql, Reader<T> reader, Object value) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("calendar_link", e);
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
