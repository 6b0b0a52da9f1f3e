package io.sequence.expiry.inbound;

import io.sequence.events.KeyDrifted;
import io.sequence.expiry.outbound.ReminderLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.drifted}. */
@ApplicationScoped
class KeyDriftedListener {
    private final Inbox inbox;
    private final ReminderLedger ledger;
    private final ReminderTimer timer;

    KeyDriftedListener(Inbox inbox, ReminderLedger ledger, ReminderTimer timer) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.timer = timer;
    }

    @Incoming("key.drifted")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyDrifted.class, (event, envelope) -> ledger.drifted(event));
        timer.tickSoon();
    }
}
