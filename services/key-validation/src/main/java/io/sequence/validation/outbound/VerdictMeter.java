package io.sequence.validation.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.validation.domain.Job;
import io.sequence.validation.outbound.VerdictLedger.Concluded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Verdicts by reason, how long they took, how many attempts, and how many are waited for. */
@ApplicationScoped
public class VerdictMeter {
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final AtomicLong waiting = new AtomicLong();

    VerdictMeter(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
        meters.gauge("sequence.validation.jobs.waiting", waiting);
    }

    /** One job is over. */
    public void concluded(Job job, Concluded concluded) {
        String venue = job.submission().about().venue().value();
        String verdict = concluded.end().name().toLowerCase(Locale.ROOT);
        var reason = concluded.reason();
        meters.counter(
                        "sequence.validation.verdicts",
                        "venue",
                        venue,
                        "verdict",
                        verdict,
                        "reason",
                        reason == null ? "none" : reason.fault().name())
                .increment();
        meters.timer("sequence.validation.duration", "venue", venue, "verdict", verdict)
                .record(Duration.between(job.takenInAt(), clock.instant()));
        meters.summary("sequence.validation.attempts", "venue", venue).record(job.attempt());
    }

    /** One attempt ended without a verdict. */
    public void postponed(Job job, String fault) {
        meters.counter(
                        "sequence.validation.postponed",
                        "venue",
                        job.submission().about().venue().value(),
                        "reason",
                        fault)
                .increment();
    }

    /** So many submissions wait. */
    public void waiting(long jobs) {
        waiting.set(jobs);
    }
}
