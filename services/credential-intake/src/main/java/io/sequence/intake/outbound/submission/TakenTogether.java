package io.sequence.intake.outbound.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.KeySubmitted;
import io.sequence.intake.outbound.account.SettingsLedger;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.messaging.Outbox;
import io.sequence.messaging.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes submissions for new connections. Those that wait for the database at the same moment share
 * a transaction and its one synchronous commit; each is one statement, and none is answered before
 * it is durable. When one of them cannot be written, none is, and each is tried by itself.
 */
@ApplicationScoped
class TakenTogether {
    // In the order in which every transaction locks: two that hold the same keys cannot wait for
    // each other in a circle.
    private static final Comparator<Taking> ORDER =
            Comparator.comparing((Taking taking) -> taking.event().about().accountId().value())
                    .thenComparing(taking -> taking.once() == null ? "" : taking.once().key());

    private final DataSource dataSource;
    private final Outbox outbox;
    private final SettingsLedger settings;
    private final Gathering<Taking, Boolean> gathering;

    /**
     * What is written for one submission.
     *
     * @param row the event as it will be carried, of the trace that the submission belongs to
     * @param newCode the account's new anti-phishing code, null when it stays
     * @param oldCode the one that it replaces, null when there was none
     */
    record Taking(
            KeySubmitted event,
            OutboxRow row,
            byte[] sealed,
            @Nullable String newCode,
            @Nullable String oldCode,
            Intake.@Nullable Once once) {
        @Override
        public String toString() {
            return "Taking[" + event.submissionId() + "]";
        }
    }

    TakenTogether(
            DataSource dataSource,
            Outbox outbox,
            SettingsLedger settings,
            @ConfigProperty(name = "sequence.submissions.lanes", defaultValue = "2") int lanes,
            @ConfigProperty(name = "sequence.submissions.together", defaultValue = "32") int most) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.settings = settings;
        this.gathering = new Gathering<>(lanes, most, this::writeAll);
    }

    /**
     * Writes one, alone or with others. Returns when it is durable.
     *
     * @throws DatabaseTrouble when it is not, or when nobody can tell
     */
    void write(Taking taking) {
        // A new code changes the account's row; who changes several in one transaction must wait
        // for whoever holds any of them.
        if (taking.newCode() != null) {
            QuarkusTransaction.requiringNew().run(() -> withCode(taking));
        } else if (!gathering.ask(taking)) {
            alone(taking);
        }
        outbox.committed();
    }

    private void withCode(Taking taking) {
        alone(taking);
        settings.codeCame(taking.event().about().accountId(), taking.oldCode());
    }

    private List<Boolean> writeAll(List<Taking> takings) {
        boolean written = true;
        if (takings.size() == 1) {
            alone(takings.getFirst());
        } else {
            written = together(takings);
        }
        return Collections.nCopies(takings.size(), written);
    }

    private void alone(Taking taking) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(SubmissionStatements.ADD)) {
            SubmissionStatements.bindAdd(insert, taking);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("submission", e);
        }
    }

    /** False when the database refused one of them; then none is written. */
    private boolean together(List<Taking> takings) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!isWritten(connection, takings)) {
                    return false;
                }
                connection.commit();
                return true;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("submission", e);
        }
    }

    private static boolean isWritten(Connection connection, List<Taking> takings)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SubmissionStatements.ADD)) {
            for (Taking taking : takings.stream().sorted(ORDER).toList()) {
                SubmissionStatements.bindAdd(insert, taking);
                insert.addBatch();
            }
            insert.executeBatch();
            return true;
        } catch (SQLException e) {
            // What was sent before the refusal must not be committed with the end of this.
            connection.rollback();
            if (isOutage(e)) {
                throw e;
            }
            return false;
        }
    }

    /** Whether each by itself would fare no better. */
    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57");
    }
}
