package io.sequence.intake.outbound.connection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets what has had its time: told events, answers to repeated requests, asked checks, history.
 */
@ApplicationScoped
public class ConnectionSweeping {
    private static final Duration CHECKS = Duration.ofDays(1);

    private final Rows rows;
    private final HistoryLedger history;

    ConnectionSweeping(Rows rows, HistoryLedger history) {
        this.rows = rows;
        this.history = history;
    }

    /**
     * Deletes what is older.
     *
     * @param events how long a page may be away and still get the rest
     * @param answers how long a repeated request gets the first one's answer
     */
    public void sweep(Instant now, Duration events, Duration answers) {
        delete("delete from account_event where at < ?", now.minus(events));
        delete("delete from answered where created_at < ?", now.minus(answers));
        delete("delete from asked_check where asked_at < ?", now.minus(CHECKS));
        int swept;
        do {
            swept = QuarkusTransaction.requiringNew().call(() -> history.sweepSlots(now));
        } while (swept > 0);
        QuarkusTransaction.requiringNew().run(() -> history.sweepTurns(now));
    }

    private void delete(String sql, Instant before) {
        QuarkusTransaction.requiringNew().run(() -> rows.update(sql, before));
    }
}
