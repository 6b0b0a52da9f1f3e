package io.sequence.validation.inbound;

import io.sequence.events.KeySubmitted;
import io.sequence.messaging.Inbox;
import io.sequence.validation.outbound.VerdictLedger;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of submitted keys and has them examined. */
@ApplicationScoped
class KeySubmittedListener {
    private final Inbox inbox;
    private final VerdictLedger ledger;
    private final JobTimer jobs;

    KeySubmittedListener(Inbox inbox, VerdictLedger ledger, JobTimer jobs) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.jobs = jobs;
    }

    @Incoming("key.submitted")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(
                entry,
                KeySubmitted.class,
                (submission, envelope) -> ledger.takeIn(submission, envelope.traceparent()));
        jobs.wake();
    }
}
