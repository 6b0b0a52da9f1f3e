package io.sequence.validation.inbound;

import io.sequence.events.Reason;
import io.sequence.validation.domain.Job;
import io.sequence.validation.domain.Patience;
import io.sequence.validation.domain.Patience.Settled;
import io.sequence.validation.domain.Verdict;
import io.sequence.validation.domain.Verdict.Accepted;
import io.sequence.validation.domain.Verdict.NotYet;
import io.sequence.validation.domain.Verdict.Refused;
import io.sequence.validation.outbound.JobTrace;
import io.sequence.validation.outbound.VenueDoor;
import io.sequence.validation.outbound.VerdictLedger;
import io.sequence.validation.outbound.VerdictLedger.Concluded;
import io.sequence.validation.outbound.VerdictMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One turn of one job: ask the venue, settle what it said, write it down. */
@ApplicationScoped
class JobRun {
    private static final Logger LOG = Logger.getLogger(JobRun.class);
    private static final int WRITING_ATTEMPTS = 20;
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

    private final VenueDoor door;
    private final VerdictLedger ledger;
    private final VerdictMeter meter;
    private final JobTrace trace;
    private final InstantSource clock;
    private final Patience patience;

    JobRun(
            VenueDoor door,
            VerdictLedger ledger,
            VerdictMeter meter,
            JobTrace trace,
            InstantSource clock,
            @ConfigProperty(name = "sequence.validation.retry-attempts", defaultValue = "6")
                    int attempts,
            @ConfigProperty(name = "sequence.validation.retry-time", defaultValue = "30s")
                    Duration time,
            @ConfigProperty(name = "sequence.validation.ambiguous-times", defaultValue = "3")
                    int ambiguousTimes,
            @ConfigProperty(name = "sequence.validation.ambiguous-window", defaultValue = "45s")
                    Duration ambiguousWindow) {
        this.door = door;
        this.ledger = ledger;
        this.meter = meter;
        this.trace = trace;
        this.clock = clock;
        this.patience = new Patience(attempts, time, ambiguousTimes, ambiguousWindow);
    }

    /** Runs; whatever goes wrong, the job falls due again. */
    void run(Job job) {
        trace.follow(job, () -> turn(job));
    }

    private void turn(Job job) {
        try {
            Optional<Verdict> verdict = door.examine(job.submission());
            if (verdict.isEmpty()) {
                conclude(job, () -> ledger.withdraw(job));
                return;
            }
            Settled settled = patience.settle(verdict.get(), job.doubt(), clock.instant());
            switch (settled.verdict()) {
                case Accepted accepted -> conclude(job, () -> ledger.accept(job, accepted));
                case Refused refused -> conclude(job, () -> ledger.reject(job, refused.reason()));
                case NotYet notYet -> postpone(job, notYet, settled);
            }
        } catch (RuntimeException e) {
            // The class alone: a message may quote what must not be logged.
            LOG.errorf(
                    "submission %s failed and is tried again after its lease: %s",
                    job.submission().submissionId(), e.getClass().getName());
        }
    }

    private void conclude(Job job, Supplier<Concluded> write) {
        Concluded concluded = written(job, write);
        if (concluded == null || concluded.end() == VerdictLedger.End.TAKEN_OVER) {
            return;
        }
        Reason reason = concluded.reason();
        LOG.infof(
                "submission %s of connection %s at %s: %s%s",
                job.submission().submissionId(),
                job.submission().about().connectionId(),
                job.submission().about().venue(),
                concluded.end(),
                reason == null ? "" : " " + reason.fault());
        meter.concluded(job, concluded);
    }

    private void postpone(Job job, NotYet notYet, Settled settled) {
        Instant now = clock.instant();
        Instant dueAt =
                now.plus(
                        Patience.pause(
                                job.attempt(),
                                notYet.retryAfter(),
                                ThreadLocalRandom.current().nextDouble()));
        boolean tell = !job.delayed() && patience.isOver(job.attempt(), job.takenInAt(), now);
        Reason delayed = tell ? notYet.reason() : null;
        LOG.debugf(
                "submission %s: %s, again at %s",
                job.submission().submissionId(), notYet.reason().fault(), dueAt);
        written(job, () -> ledger.postpone(job, dueAt, settled.doubt(), delayed));
        meter.postponed(job, notYet.reason().fault().name());
    }

    /** A verdict that was reached is worth waiting for the database. */
    private @Nullable Concluded written(Job job, Supplier<Concluded> write) {
        for (int attempt = 1; attempt <= WRITING_ATTEMPTS; attempt++) {
            try {
                return write.get();
            } catch (RuntimeException e) {
                LOG.warnf(
                        "submission %s not written yet: %s",
                        job.submission().submissionId(), e.getMessage());
                try {
                    Thread.sleep(BETWEEN_WRITES);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return null;
                }
            }
        }
        return null;
    }
}
