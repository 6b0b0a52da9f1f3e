package io.sequence.health.inbound;

import io.sequence.events.KeyDisconnected;
import io.sequence.health.outbound.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of ended connections: they are watched no longer. */
@ApplicationScoped
class KeyDisconnectedListener {
    private final Inbox inbox;
    private final HealthLedger ledger;
    private final SyncTimer timer;

    KeyDisconnectedListener(Inbox inbox, HealthLedger ledger, SyncTimer timer) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.timer = timer;
    }

    @Incoming("key.disconnected")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyDisconnected.class, (event, envelope) -> ledger.end(event));
        timer.wake();
    }
}
