package io.sequence.expiry.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyValidated;
import io.sequence.expiry.domain.ReminderStep;
import io.sequence.expiry.domain.WatchedKey.Saying;
import io.sequence.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps the ladders, and writes each step that was said in one transaction with its event. */
@ApplicationScoped
public class ReminderLedger {
    private static final Logger LOG = Logger.getLogger(ReminderLedger.class);

    private final WatchedKeyRows rows;
    private final Outbox outbox;

    ReminderLedger(WatchedKeyRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    /** Begins or resets a connection's ladder, in the caller's transaction. */
    public void validated(KeyValidated event) {
        WatchedKeyRow row = rows.lock(event.about());
        row.write(row.read().on(event));
        rows.flush();
        LOG.infof("connection %s: expiry is watched", event.about().connectionId());
    }

    /** Moves a connection's ladder, in the caller's transaction. */
    public void drifted(KeyDrifted event) {
        WatchedKeyRow row = rows.lock(event.about());
        row.write(row.read().on(event));
        rows.flush();
    }

    /** Ends a connection's ladder, in the caller's transaction. */
    public void disconnected(KeyDisconnected event) {
        WatchedKeyRow row = rows.lock(event.about());
        row.write(row.read().on(event));
        rows.flush();
    }

    /**
     * Says what is due, in a transaction of its own. Rows that another instance is working on are
     * left to it, so no step is said twice.
     *
     * @param limit how many connections at most
     * @return the steps that were said, one a connection; empty when nothing was left to claim
     */
    public List<ReminderStep> sayDue(Instant now, int limit) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var said = new ArrayList<ReminderStep>();
                            for (WatchedKeyRow row : rows.claimDue(now, limit)) {
                                Saying saying = row.read().say(now);
                                if (saying != null) {
                                    row.write(saying.after());
                                    outbox.append(saying.fact());
                                    said.add(saying.step());
                                    LOG.infof(
                                            "connection %s: %s",
                                            saying.fact().about().connectionId(), saying.step());
                                }
                            }
                            return said;
                        });
    }
}
