package io.sequence.validation.inbound;

import io.sequence.events.KeyDisconnected;
import io.sequence.messaging.Inbox;
import io.sequence.validation.outbound.VerdictLedger;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of ended connections: their venue accounts may be connected again. */
@ApplicationScoped
class KeyDisconnectedListener {
    private final Inbox inbox;
    private final VerdictLedger ledger;

    KeyDisconnectedListener(Inbox inbox, VerdictLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.disconnected")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyDisconnected.class, (ended, envelope) -> ledger.forget(ended));
    }
}
