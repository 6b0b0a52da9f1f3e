package io.sequence.intake.outbound.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sequence.access.AccessTokens;
import io.sequence.access.EndedSessions;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The sessions that ended so recently that tokens of theirs may still be about. In the memory of
 * every instance: read from the database at start, then heard of by PostgreSQL's {@code notify}.
 */
@ApplicationScoped
public class SessionEnds implements EndedSessions {
    static final String CHANNEL = "session_ended";

    // Clocks of instances and of whoever verifies differ a little.
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final String RECENT = "select id from session where ended_at > ?";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final InstantSource clock;
    private final Duration kept;
    private final Cache<String, Boolean> ended;

    SessionEnds(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            InstantSource clock,
            AccessTokens tokens) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
        this.kept = tokens.lifetime().plus(MARGIN);
        this.ended = Caffeine.newBuilder().expireAfterWrite(kept).build();
    }

    @Override
    public boolean contains(String session) {
        return ended.getIfPresent(session) != null;
    }

    /** Tells every instance, when the current transaction commits, that a session has ended. */
    public void tell(AccountId account, UUID session) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, account + " " + session);
            notify.execute();
        } catch (SQLException e) {
            throw new DatabaseTrouble("session", e);
        }
        // Whoever asked for the end must not get in any more, not even for the blink of a notify.
        transactions.registerInterposedSynchronization(new AfterCommit(this, session.toString()));
    }

    /** What another instance told; gives whose session it was. */
    AccountId hear(String told) {
        int blank = told.indexOf(' ');
        remember(told.substring(blank + 1));
        return AccountId.parse(told.substring(0, blank));
    }

    /** Reads what may have been told while nobody listened. */
    void load(Connection connection) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(RECENT)) {
            find.setObject(1, clock.instant().minus(kept).atOffset(ZoneOffset.UTC));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    remember(row.getString(1));
                }
            }
        }
    }

    private void remember(String session) {
        // What is known keeps its time.
        var unused = ended.get(session, unknown -> true);
    }

    private record AfterCommit(SessionEnds ends, String session) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                ends.remember(session);
            }
        }
    }
}
