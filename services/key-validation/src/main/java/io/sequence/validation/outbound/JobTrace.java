package io.sequence.validation.outbound;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.sequence.messaging.TraceParent;
import io.sequence.validation.domain.Job;
import jakarta.enterprise.context.ApplicationScoped;

/** Continues the trace of the submission while its job runs. */
@ApplicationScoped
public class JobTrace {
    private final Tracer tracer;

    JobTrace(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.sequence.validation");
    }

    /** Runs the work as a span of the submission's trace. */
    public void follow(Job job, Runnable work) {
        Span span =
                tracer.spanBuilder("examine key")
                        .setParent(TraceParent.context(job.traceparent()))
                        .setAttribute("venue", job.submission().about().venue().value())
                        .setAttribute("attempt", job.attempt())
                        .startSpan();
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
