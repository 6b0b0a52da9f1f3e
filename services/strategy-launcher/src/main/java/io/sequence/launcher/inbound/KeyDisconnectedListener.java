package io.sequence.launcher.inbound;

import io.sequence.events.KeyDisconnected;
import io.sequence.launcher.outbound.BotLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.disconnected}. */
@ApplicationScoped
class KeyDisconnectedListener {
    private final Inbox inbox;
    private final BotLedger ledger;

    KeyDisconnectedListener(Inbox inbox, BotLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.disconnected")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(
                entry, KeyDisconnected.class, (event, envelope) -> ledger.disconnected(event));
    }
}
