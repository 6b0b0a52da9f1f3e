package io.sequence.mailer.inbound;

import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.KeyValidated;
import io.sequence.mailer.outbound.MailLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what becomes of keys that are handed over. */
@ApplicationScoped
class SubmissionListener {
    private final Inbox inbox;
    private final MailLedger ledger;

    SubmissionListener(Inbox inbox, MailLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.delayed")
    @Blocking
    void delayed(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyDelayed.class, ledger::hear);
    }

    @Incoming("key.disconnected")
    @Blocking
    void disconnected(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyDisconnected.class, ledger::hear);
    }

    @Incoming("key.refreshed")
    @Blocking
    void refreshed(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyRefreshed.class, ledger::hear);
    }

    @Incoming("key.rejected")
    @Blocking
    void rejected(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyRejected.class, ledger::hear);
    }

    @Incoming("key.submitted")
    @Blocking
    void submitted(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeySubmitted.class, ledger::hear);
    }

    @Incoming("key.validated")
    @Blocking
    void validated(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyValidated.class, ledger::hear);
    }
}
