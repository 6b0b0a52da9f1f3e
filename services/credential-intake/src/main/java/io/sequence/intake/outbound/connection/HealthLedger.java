package io.sequence.intake.outbound.connection;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyProven;
import io.sequence.events.KeyRefreshed;
import io.sequence.intake.domain.history.Ping;
import io.sequence.intake.outbound.connection.Rows.Many;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what health-check and expiry-reminder say. Every method runs in the transaction that
 * notes the event.
 */
@ApplicationScoped
public class HealthLedger {
    private static final String TURN =
            "update connection set status = ?, reason = ?::jsonb, noticed_within_seconds = ?,"
                    + " health_revision = ? where id = ?"
                    + " and phase in ('validating', 'live') and applied_revision <= ? and"
                    + " health_revision <= ?";
    private static final String NOT_OLDER =
            "select id from connection where id = ? and phase in ('validating', 'live') and"
                    + " applied_revision <= ?";
    // Rows are locked in one order, which is that of Rows.lockConnections too, and all
    // connections before any account's events, so that two batches, or a batch and a user, never
    // wait for each other in a circle.
    private static final String LOCK =
            "select id from connection where id = any(?) and phase in ('validating', 'live') order"
                    + " by id for no key update";
    private static final String PROVE =
            "update connection c set last_sync_at = greatest(c.last_sync_at, p.worked_at), balances"
                + " = case when p.balances is null or c.balances_at > p.told_at then c.balances"
                + " else p.balances::jsonb end, balances_at = greatest(c.balances_at, p.told_at)"
                + " from unnest(?, ?, ?, ?, ?) as p (id, version, worked_at, balances, told_at)"
                + " where c.id = p.id and c.phase = 'live' and c.applied_version = p.version";

    private final Rows rows;
    private final HistoryLedger history;
    private final LiveEvents live;

    HealthLedger(Rows rows, HistoryLedger history, LiveEvents live) {
        this.rows = rows;
        this.history = history;
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
                        noticedWithin(event),
                        about.revision(),
                        about.connectionId().value(),
                        about.revision(),
                        about.revision());
        history.turned(event);
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

    /** From the last proof, after which the key cannot have worked, to the moment it was said. */
    private static @Nullable Long noticedWithin(KeyHealth event) {
        Instant proof = event.lastProofAt();
        return proof == null || event.state() == HealthState.CONNECTED
                ? null
                : Math.max(0, Duration.between(proof, event.at()).toSeconds());
    }

    /**
     * What the pings of the last moments proved; answers to checks that users asked for are among
     * them.
     */
    public void proven(KeyProven event) {
        Set<UUID> there =
                Set.copyOf(
                        rows.list(
                                LOCK,
                                row -> row.getObject(1, UUID.class),
                                Many.uuids(
                                        event.proofs().stream()
                                                .map(proof -> proof.connectionId().value())
                                                .distinct())));
        List<KeyProven.Proof> proofs =
                event.proofs().stream()
                        .filter(proof -> there.contains(proof.connectionId().value()))
                        .toList();
        prove(NewestProof.of(proofs));
        history.pinged(
                proofs.stream()
                        .map(
                                proof ->
                                        Ping.of(
                                                proof.connectionId(),
                                                proof.at(),
                                                proof.worked(),
                                                proof.tookMillis()))
                        .toList());
        event.proofs().stream()
                .sorted(Comparator.comparing(proof -> proof.accountId().toString()))
                .forEach(this::answerCheck);
    }

    private void prove(List<NewestProof> proofs) {
        rows.update(
                PROVE,
                Many.uuids(proofs.stream().map(proof -> proof.connection().value())),
                Many.integers(proofs.stream().map(proof -> proof.version().value())),
                Many.times(proofs.stream().map(NewestProof::workedAt)),
                Many.texts(proofs.stream().map(proof -> rows.json(proof.balances()))),
                Many.times(proofs.stream().map(NewestProof::toldAt)));
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
