package io.sequence.validation.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.KeyValidated;
import io.sequence.events.Reason;
import io.sequence.messaging.Outbox;
import io.sequence.validation.domain.Job;
import io.sequence.validation.domain.Ownership;
import io.sequence.validation.domain.Ownership.Claim;
import io.sequence.validation.domain.Patience.Doubt;
import io.sequence.validation.domain.Verdict.Accepted;
import io.sequence.vault.VaultTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Submissions and their verdicts: the verdict, what becomes of the sealed credential, the claim on
 * the venue account and the event are one transaction, or none of them is.
 */
@ApplicationScoped
public class VerdictLedger {
    private final JobTable jobs;
    private final ClaimTable claims;
    private final VaultTable vault;
    private final Outbox outbox;
    private final InstantSource clock;

    VerdictLedger(
            JobTable jobs,
            ClaimTable claims,
            VaultTable vault,
            Outbox outbox,
            InstantSource clock) {
        this.jobs = jobs;
        this.claims = claims;
        this.vault = vault;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How a job ended, for metrics and logs. */
    public enum End {
        ACCEPTED,
        REJECTED,
        /** The credential was gone: its connection was ended meanwhile. */
        WITHDRAWN,
        /** A later submission of the connection took effect first. */
        SUPERSEDED,
        /** Nothing was decided; it is asked again. */
        POSTPONED,
        /** Another worker has the job now; nothing was written. */
        TAKEN_OVER
    }

    /**
     * An end with its reason.
     *
     * @param end how it ended
     * @param reason why it was rejected; null otherwise
     */
    public record Concluded(End end, @Nullable Reason reason) {}

    /** Notes a submission; in the caller's transaction. */
    public void takeIn(KeySubmitted submission, @Nullable String traceparent) {
        jobs.insert(submission, traceparent, clock.instant());
    }

    /** Ends what is under way for a connection and its claim; in the caller's transaction. */
    public void forget(KeyDisconnected ended) {
        jobs.withdraw(ended.about().connectionId(), clock.instant());
        claims.end(ended.about().connectionId());
    }

    /** Leases jobs that are due; they fall due again when the lease runs out. */
    public List<Job> lease(int most, Duration lease) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> jobs.lease(most, now.plus(lease), now));
    }

    /** Keeps the leases of jobs that are still under way. */
    public void renew(Set<UUID> leases, Duration lease) {
        QuarkusTransaction.requiringNew()
                .run(() -> jobs.renew(leases, clock.instant().plus(lease)));
    }

    /** How many submissions wait for a verdict. */
    public long waiting() {
        return QuarkusTransaction.requiringNew().call(jobs::waiting);
    }

    /** Accepts the key, unless its venue account is another's or the credential is gone. */
    public Concluded accept(Job job, Accepted verdict) {
        return inTurn(job, () -> accepted(job, verdict));
    }

    /** Refuses the key and erases it. */
    public Concluded reject(Job job, Reason reason) {
        return inTurn(job, () -> rejected(job.submission(), reason));
    }

    /** Ends a job whose credential is no longer there. */
    public Concluded withdraw(Job job) {
        return inTurn(job, () -> finished(job.submission(), End.WITHDRAWN, ""));
    }

    /**
     * Puts the next attempt off.
     *
     * @param delayed what to tell the user, once; null when there is nothing to tell
     */
    public Concluded postpone(
            Job job, Instant dueAt, @Nullable Doubt doubt, @Nullable Reason delayed) {
        return inTurn(
                job,
                () -> {
                    KeySubmitted submission = job.submission();
                    jobs.postpone(
                            submission.submissionId(),
                            dueAt,
                            doubt,
                            delayed == null ? null : clock.instant());
                    if (delayed != null) {
                        outbox.append(
                                new KeyDelayed(
                                        submission.about(),
                                        submission.submissionId(),
                                        delayed,
                                        job.attempt(),
                                        dueAt));
                    }
                    return new Concluded(End.POSTPONED, null);
                });
    }

    private Concluded inTurn(Job job, Callable<Concluded> work) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jobs.hold(job) ? work.call() : new Concluded(End.TAKEN_OVER, null));
    }

    private Concluded accepted(Job job, Accepted verdict) {
        KeySubmitted submission = job.submission();
        About about = submission.about();
        if (claims.revision(about.connectionId()) > about.revision()) {
            vault.erase(about.connectionId(), about.credentialVersion());
            return finished(submission, End.SUPERSEDED, "");
        }
        Claim before = claims.ofConnection(about.connectionId());
        String accountUid = Ownership.accountUid(verdict.accountUid(), before);
        if (before != null && !before.accountUid().equals(accountUid)) {
            return rejected(submission, objection(submission, verdict, before, null));
        }
        Claim standing = claims.take(about, accountUid, clock.instant());
        Optional<Reason> taken = Ownership.objection(submission, accountUid, before, standing);
        if (taken.isPresent()) {
            return rejected(submission, taken.get());
        }
        if (!vault.promote(about.connectionId(), about.credentialVersion())) {
            if (before == null) {
                claims.end(about.connectionId());
            }
            return finished(submission, End.WITHDRAWN, "");
        }
        outbox.append(validated(submission, verdict, accountUid));
        return finished(submission, End.ACCEPTED, "");
    }

    private static Reason objection(
            KeySubmitted submission, Accepted verdict, Claim before, @Nullable Claim standing) {
        return Ownership.objection(submission, verdict.accountUid(), before, standing)
                .orElseThrow(() -> new IllegalStateException("an added connection has a claim"));
    }

    private Concluded rejected(KeySubmitted submission, Reason reason) {
        About about = submission.about();
        if (vault.erase(about.connectionId(), about.credentialVersion()) == 0) {
            return finished(submission, End.WITHDRAWN, "");
        }
        outbox.append(
                new KeyRejected(
                        about,
                        submission.submissionId(),
                        submission.type(),
                        submission.label(),
                        reason,
                        submission.recipient(),
                        clock.instant()));
        Concluded concluded = finished(submission, End.REJECTED, reason.fault().name());
        return new Concluded(concluded.end(), reason);
    }

    private Concluded finished(KeySubmitted submission, End end, String verdict) {
        jobs.finish(
                submission.submissionId(),
                end.name().toLowerCase(Locale.ROOT),
                verdict,
                clock.instant());
        return new Concluded(end, null);
    }

    private KeyValidated validated(KeySubmitted submission, Accepted verdict, String accountUid) {
        return new KeyValidated(
                submission.about(),
                submission.submissionId(),
                submission.type(),
                submission.market(),
                submission.strategyId(),
                submission.label(),
                verdict.host(),
                verdict.rights(),
                verdict.ipAllowList(),
                verdict.subAccount(),
                verdict.expiresAt(),
                verdict.expiryReported(),
                verdict.warnings(),
                verdict.balances(),
                submission.recipient(),
                submission.keyHint(),
                submission.submittedAt(),
                clock.instant(),
                accountUid);
    }
}
