package io.sequence.validation.outbound;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.sequence.validation.domain.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Continues the trace of the submission while its job runs. */
@ApplicationScoped
public class JobTrace {
    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;

    JobTrace(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.sequence.validation");
    }

    /** Runs the work as a span of the submission's trace. */
    public void follow(Job job, Runnable work) {
        Context parent =
                job.traceparent() == null
                        ? Context.root()
                        : W3CTraceContextPropagator.getInstance()
                                .extract(Context.root(), job, new JobGetter());
        Span span =
                tracer.spanBuilder("examine key")
                        .setParent(parent)
                        .setAttribute("venue", job.submission().about().venue().value())
                        .setAttribute("attempt", job.attempt())
                        .startSpan();
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }

    private static final class JobGetter implements TextMapGetter<Job> {
        @Override
        public Iterable<String> keys(Job carrier) {
            return List.of(TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable Job carrier, String key) {
            return carrier == null || !key.equals(TRACEPARENT) ? null : carrier.traceparent();
        }
    }
}
