package io.sequence.intake.outbound.connection;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeyDrifted;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how keys were changed at their venues, as health-check says it; in the transaction
 * that notes the event.
 */
@ApplicationScoped
public class DriftLedger {
    private static final String DRIFT =
            "update connection set rights = ?::jsonb, ip_allow_list = ?::jsonb, warnings ="
                    + " coalesce(?::jsonb, warnings), expires_at = ?, expiry_reported = ?,"
                    + " key_changes = ?::jsonb, drifted_revision = ? where id = ? and phase in"
                    + " ('validating', 'live') and applied_revision <= ? and drifted_revision <= ?";

    private final Rows rows;
    private final LiveEvents live;

    DriftLedger(Rows rows, LiveEvents live) {
        this.rows = rows;
        this.live = live;
    }

    /** A key is not what it was; not of a key that was replaced. */
    public void drifted(KeyDrifted event) {
        About about = event.about();
        var changes = new KeyChanges(event.at(), KeyChange.of(event));
        int changed =
                rows.update(
                        DRIFT,
                        rows.json(event.rights()),
                        rows.json(event.ipAllowList()),
                        rows.json(event.warnings()),
                        event.expiresAt(),
                        event.expiryReported(),
                        rows.json(changes),
                        about.revision(),
                        about.connectionId().value(),
                        about.revision(),
                        about.revision());
        if (changed == 1) {
            live.append(
                    about.accountId(),
                    "connection.changed",
                    new Changed(
                            about.connectionId(),
                            changes.changes(),
                            event.expiresAt(),
                            event.at()));
        }
    }

    /**
     * What changed of a key at its venue last.
     *
     * @param at when that was seen
     * @param changes one difference each, the gravest first
     */
    public record KeyChanges(Instant at, List<KeyChange> changes) {}

    /**
     * One difference.
     *
     * @param what e.g. {@code ip_allow_list}
     * @param gravity {@code quarantine}, {@code act}, {@code warning} or {@code note}
     * @param before as it was, in words; empty when there was nothing
     * @param now as it is, in words; empty when there is nothing
     * @param meaning one sentence
     */
    public record KeyChange(
            String what, String gravity, String before, String now, String meaning) {
        static List<KeyChange> of(KeyDrifted event) {
            return event.changes().stream()
                    .map(
                            change ->
                                    new KeyChange(
                                            change.what().name().toLowerCase(Locale.ROOT),
                                            change.gravity().name().toLowerCase(Locale.ROOT),
                                            change.before(),
                                            change.now(),
                                            change.meaning()))
                    .toList();
        }
    }

    /** What an open page is told of a change. */
    record Changed(
            ConnectionId connectionId,
            List<KeyChange> changes,
            @Nullable Instant expiresAt,
            Instant at) {}
}
