package io.sequence.intake.outbound.connection;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyProven;
import io.sequence.events.KeyRefreshed;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what health-check and expiry-reminder say. Every method runs in the transaction that
 * notes the event.
 */
@ApplicationScoped
public class HealthLedger {
    private static final String TURN =
            "update connection set status = ?, reason = ?::jsonb, health_revision = ? where id = ?"
                    + " and phase in ('validating', 'live') and applied_revision <= ? and"
                    + " health_revision <= ?";
    private static final String NOT_OLDER =
            "select id from connection where id = ? and phase in ('validating', 'live') and"
                    + " applied_revision <= ?";
    private static final String PROVE =
            "update connection set last_sync_at = case when ? then greatest(coalesce(last_sync_at,"
                + " ?), ?) else last_sync_at end, balances = case when last_sync_at > ? then"
                + " balances else coalesce(?::jsonb, balances) end where id = ? and phase = 'live'"
                + " and applied_version = ?";

    private final Rows rows;
    private final LiveEvents live;

    HealthLedger(Rows rows, LiveEvents live) {
        this.rows = rows;
        this.live = live;
    }

    /** A connection went from one state to another. */
    public void turned(KeyHealth event) {
        About about = event.about();
        ReasonView reason = ReasonView.of(event.reason());
        int turned =
                rows.update(
                        TURN,
                        event.state().wireName(),
                        rows.json(reason),
                        about.revision(),
                        about.connectionId().value(),
                        about.revision(),
                        about.revision());
        if (turned == 1) {
            live.append(
                    about.accountId(),
                    "connection.health",
                    new Turned(
                            about.connectionId(),
                            event.state().wireName(),
                            reason,
                            event.lastProofAt()));
        }
    }

    /**
     * What the pings of the last moments proved; answers to checks that users asked for are among
     * them.
     */
    public void proven(KeyProven event) {
        // Rows are locked in one order and all connections before any account's events, so that two
        // batches, or a batch and a user, never wait for each other in a circle.
        List<KeyProven.Proof> proofs =
                event.proofs().stream()
                        .sorted(Comparator.comparing(proof -> proof.connectionId().toString()))
                        .toList();
        for (KeyProven.Proof proof : proofs) {
            rows.update(
                    PROVE,
                    proof.worked(),
                    proof.at(),
                    proof.at(),
                    proof.at(),
                    rows.json(proof.balances()),
                    proof.connectionId().value(),
                    proof.credentialVersion().value());
        }
        event.proofs().stream()
                .sorted(Comparator.comparing(proof -> proof.accountId().toString()))
                .forEach(this::answerCheck);
    }

    private void answerCheck(KeyProven.Proof proof) {
        UUID checkId = proof.checkId();
        if (checkId == null) {
            return;
        }
        int answered =
                rows.update(
                        "update asked_check set answered_at = ? where id = ? and connection_id = ?"
                                + " and answered_at is null",
                        proof.at(),
                        checkId,
                        proof.connectionId().value());
        if (answered == 1) {
            live.append(
                    proof.accountId(),
                    "connection.checked",
                    new Checked(
                            proof.connectionId(),
                            checkId,
                            proof.worked(),
                            proof.state().wireName(),
                            ReasonView.of(proof.reason()),
                            proof.tookMillis(),
                            proof.at()));
        }
    }

    /** A step of the reminder ladder was reached. */
    public void expiring(KeyExpiring event) {
        tell(
                event.about(),
                "connection.expiring",
                new Expiring(event.about().connectionId(), event.expiresAt(), event.daysBefore()));
    }

    /** The moment of expiry has passed. */
    public void expired(KeyExpired event) {
        tell(
                event.about(),
                "connection.expired",
                new Expiring(event.about().connectionId(), event.expiresAt(), 0));
    }

    /** A new key took over and the old one is erased. */
    public void refreshed(KeyRefreshed event) {
        tell(
                event.about(),
                "connection.refreshed",
                new Refreshed(
                        event.about().connectionId(),
                        event.about().credentialVersion().value(),
                        event.at()));
    }

    /** Tells what is still so: not of a key that was replaced, nor of a connection that ended. */
    private void tell(About about, String type, Object data) {
        if (rows.uuid(NOT_OLDER, about.connectionId().value(), about.revision()) != null) {
            live.append(about.accountId(), type, data);
        }
    }

    /** What an open page is told of a transition. */
    record Turned(
            ConnectionId connectionId,
            String status,
            @Nullable ReasonView reason,
            @Nullable Instant lastProofAt) {}

    /** What an open page is told of a check. */
    record Checked(
            ConnectionId connectionId,
            UUID checkId,
            boolean worked,
            String status,
            @Nullable ReasonView reason,
            long tookMillis,
            Instant at) {}

    /** What an open page is told of expiry. */
    record Expiring(ConnectionId connectionId, Instant expiresAt, int daysBefore) {}

    /** What an open page is told of a takeover. */
    record Refreshed(ConnectionId connectionId, int credentialVersion, Instant at) {}
}
