package io.sequence.mailer.outbound;

import io.sequence.mailer.domain.Template;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that waits, as taken from the queue.
 *
 * @param id of the row
 * @param once names it for good; the Message-ID comes from it
 * @param template its kind
 * @param accountId whose
 * @param event the fact as JSON; may hold a one-time code
 * @param validUntil null when always
 * @param traceparent of the fact that it tells, null when it had none
 * @param attempts hand-overs that did not succeed so far
 * @param refusals how often it was refused for good
 * @param queuedAt since when it waits
 */
record WaitingMail(
        long id,
        String once,
        Template template,
        UUID accountId,
        String event,
        @Nullable Instant validUntil,
        @Nullable String traceparent,
        int attempts,
        int refusals,
        Instant queuedAt) {
    /** The event belongs in no log. */
    @Override
    public String toString() {
        return template.wireName() + " " + id;
    }
}
