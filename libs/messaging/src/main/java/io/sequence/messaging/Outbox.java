package io.sequence.messaging;

import io.sequence.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Where a service leaves what it has to say, in the transaction of the state change that it tells
 * of.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT =
            "insert into outbox (" + OutboxRow.COLUMNS + ") values (?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxSignal signal;

    Outbox(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            OutboxSignal signal) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.signal = signal;
    }

    /**
     * Leaves an event; it is relayed once the current transaction has committed, and forgotten when
     * it rolls back.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(Event event) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "an event is left only inside the transaction that it tells of");
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            OutboxRow row = OutboxRow.of(event);
            insert.setObject(1, row.eventId());
            insert.setString(2, row.topic());
            insert.setObject(3, row.recordKey());
            insert.setString(4, row.payload());
            insert.setString(5, row.traceparent());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("outbox", e);
        }
        transactions.registerInterposedSynchronization(new WakeAfterCommit(signal));
    }

    /** For code that wrote {@link OutboxRow}s in a statement of its own and has committed. */
    public void committed() {
        signal.raise();
    }

    private record WakeAfterCommit(OutboxSignal signal) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                signal.raise();
            }
        }
    }
}
