package io.sequence.expiry.inbound;

import io.sequence.events.KeyValidated;
import io.sequence.expiry.outbound.ReminderLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.validated}. */
@ApplicationScoped
class KeyValidatedListener {
    private final Inbox inbox;
    private final ReminderLedger ledger;
    private final ReminderTimer timer;

    KeyValidatedListener(Inbox inbox, ReminderLedger ledger, ReminderTimer timer) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.timer = timer;
    }

    @Incoming("key.validated")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyValidated.class, (event, envelope) -> ledger.validated(event));
        timer.tickSoon();
    }
}
