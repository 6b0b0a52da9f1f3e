package io.sequence.intake.outbound.submission;

import io.sequence.intake.domain.submission.Applicant;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.SubmissionId;
import org.jspecify.annotations.Nullable;

/** What the ledger needs and gives. */
public final class Intake {
    private Intake() {}

    /**
     * An {@code Idempotency-Key} with the body that it came with.
     *
     * @param key as sent
     * @param fingerprint of the body
     */
    public record Once(String key, byte[] fingerprint) {}

    /** Who submits, and whether the request may be repeated safely. */
    public record Request(Applicant applicant, @Nullable Once once) {}

    /** What was taken in. */
    public record Receipt(SubmissionId submissionId, ConnectionId connectionId) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** Durably taken in, now or when the same request came before. */
        record Received(Receipt receipt) implements Outcome {}

        /** The same key came with another body. */
        record KeyReused() implements Outcome {}

        /** The connection is not there any more. */
        record Gone() implements Outcome {}
    }
}
