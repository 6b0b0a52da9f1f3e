package io.sequence.intake.outbound.connection;

import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeyValidated;
import io.sequence.events.SubmissionType;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.SubmissionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what key-validation says. Every method runs in the transaction that notes the event.
 */
@ApplicationScoped
public class VerdictLedger {
    // A verdict of its own is better than the word that a newer key came first.
    private static final String DECIDE =
            "update submission set status = ?, reason = ?::jsonb, warnings = ?::jsonb, decided_at ="
                    + " ? where id = ? and (status in ('received', 'validating')"
                    + " or reason ->> 'code' = 'SUPERSEDED')";
    // A health fact or a change of the same submission's key may have come first, since topics have
    // no order among each other.
    private static final String APPLY =
            "update connection set phase = 'live', applied_revision = ?, applied_version = ?,"
                + " key_hint = ?, status = case when health_revision >= ? then status else"
                + " 'connected' end, reason = case when health_revision >= ? then reason end,"
                + " rights = case when drifted_revision >= ? then rights else ?::jsonb end,"
                + " ip_allow_list = case when drifted_revision >= ? then ip_allow_list else"
                + " ?::jsonb end, warnings = case when drifted_revision >= ? then warnings else"
                + " ?::jsonb end, sub_account = ?, expires_at = case when drifted_revision >= ?"
                + " then expires_at else ? end, expiry_reported = case when drifted_revision >= ?"
                + " then expiry_reported else ? end, key_changes = case when drifted_revision >= ?"
                + " then key_changes end, balances = coalesce(?::jsonb, balances), balances_at ="
                + " case when ? then ? else balances_at end, last_sync_at ="
                + " greatest(coalesce(last_sync_at, ?), ?) where id = ? and phase in ('validating',"
                + " 'live') and applied_revision < ?";
    private static final String ACTIVATE_FIRST =
            "update connection c set active = true where c.id = ? and not exists (select 1 from"
                    + " connection o where o.account_id = c.account_id and o.mode = c.mode and"
                    + " o.active)";

    // A newer key that was accepted first ends the wait of an older one; its bytes are erased.
    private static final String SUPERSEDE =
            "update submission set status = 'rejected', reason = ?::jsonb, decided_at = ?"
                    + " where connection_id = ? and version < ?"
                    + " and status in ('received', 'validating')";

    private final Rows rows;
    private final HistoryLedger history;
    private final LiveEvents live;

    VerdictLedger(Rows rows, HistoryLedger history, LiveEvents live) {
        this.rows = rows;
        this.history = history;
        this.live = live;
    }

    /** The key was accepted: the connection lives with it. */
    public void accepted(KeyValidated event) {
        // First, also because two first connections of one account may be accepted at once and only
        // one may become the active one.
        rows.lockAccount(event.about().accountId().value());
        String warnings = rows.json(event.warnings());
        boolean decided =
                rows.update(
                                DECIDE,
                                "accepted",
                                null,
                                warnings,
                                event.validatedAt(),
                                event.submissionId().value())
                        == 1;
        UUID connection = event.about().connectionId().value();
        long revision = event.about().revision();
        // A refresh has no need to read them, and those that were read before still hold.
        boolean told = !event.balances().isEmpty();
        int applied =
                rows.update(
                        APPLY,
                        revision,
                        event.about().credentialVersion().value(),
                        event.keyHint(),
                        revision,
                        revision,
                        revision,
                        rows.json(event.rights()),
                        revision,
                        rows.json(event.ipAllowList()),
                        revision,
                        warnings,
                        event.subAccount(),
                        revision,
                        event.expiresAt(),
                        revision,
                        event.expiryReported(),
                        revision,
                        told ? rows.json(event.balances()) : null,
                        told,
                        event.validatedAt(),
                        event.validatedAt(),
                        event.validatedAt(),
                        connection,
                        revision);
        if (applied == 1) {
            rows.update(ACTIVATE_FIRST, connection);
            if (event.type() == SubmissionType.REFRESH) {
                history.replaced(event.about(), event.validatedAt());
            }
            rows.update(
                    SUPERSEDE,
                    rows.json(ReasonView.SUPERSEDED),
                    event.validatedAt(),
                    connection,
                    event.about().credentialVersion().value());
        }
        if (decided) {
            live.append(
                    event.about().accountId(),
                    "submission.accepted",
                    new Decided(
                            event.submissionId(), event.about().connectionId(), "accepted", null));
        }
    }

    /** The key was refused: a new connection ends, a refreshed one goes on with its older key. */
    public void refused(KeyRejected event) {
        rows.lockAccount(event.about().accountId().value());
        ReasonView reason = ReasonView.of(event.reason());
        boolean decided =
                rows.update(
                                DECIDE,
                                "rejected",
                                rows.json(reason),
                                "[]",
                                event.rejectedAt(),
                                event.submissionId().value())
                        == 1;
        if (event.type() == SubmissionType.ADD) {
            rows.update(
                    "update connection set phase = 'rejected' where id = ? and phase ="
                            + " 'validating'",
                    event.about().connectionId().value());
        }
        if (decided) {
            live.append(
                    event.about().accountId(),
                    "submission.rejected",
                    new Decided(
                            event.submissionId(),
                            event.about().connectionId(),
                            "rejected",
                            reason));
        }
    }

    /** The venue cannot be asked yet: no verdict, and the user is told that trying goes on. */
    public void delayed(KeyDelayed event) {
        ReasonView reason = ReasonView.of(event.reason());
        int waiting =
                rows.update(
                        "update submission set status = 'validating', reason = ?::jsonb"
                                + " where id = ? and status in ('received', 'validating')",
                        rows.json(reason),
                        event.submissionId().value());
        if (waiting == 1) {
            live.append(
                    event.about().accountId(),
                    "submission.validating",
                    new Decided(
                            event.submissionId(),
                            event.about().connectionId(),
                            "validating",
                            reason));
        }
    }

    /** What an open page is told of a submission. */
    record Decided(
            SubmissionId submissionId,
            ConnectionId connectionId,
            String status,
            @Nullable ReasonView reason) {}
}
