package io.sequence.health.inbound;

import io.sequence.events.KeyPaused;
import io.sequence.health.outbound.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of owners who pause a connection: it is pinged, and nobody is alarmed. */
@ApplicationScoped
class KeyPausedListener {
    private final Inbox inbox;
    private final HealthLedger ledger;
    private final SyncTimer timer;

    KeyPausedListener(Inbox inbox, HealthLedger ledger, SyncTimer timer) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.timer = timer;
    }

    @Incoming("key.paused")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyPaused.class, (event, envelope) -> ledger.pause(event));
        timer.wake();
    }
}
