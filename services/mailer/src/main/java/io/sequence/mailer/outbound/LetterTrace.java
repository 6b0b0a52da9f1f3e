package io.sequence.mailer.outbound;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.sequence.messaging.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;

/** Continues the trace of the fact that a letter tells while the letter is sent. */
@ApplicationScoped
class LetterTrace {
    private final Tracer tracer;

    LetterTrace(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.sequence.mailer");
    }

    /** Runs the work as a span of that trace. */
    void follow(WaitingMail mail, Runnable work) {
        Span span =
                tracer.spanBuilder("send mail")
                        .setParent(TraceParent.context(mail.traceparent()))
                        .setAttribute("template", mail.template().wireName())
                        .startSpan();
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
