package io.sequence.launcher.inbound;

import io.sequence.events.KeyHealth;
import io.sequence.launcher.outbound.BotLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.health}. */
@ApplicationScoped
class KeyHealthListener {
    private final Inbox inbox;
    private final BotLedger ledger;

    KeyHealthListener(Inbox inbox, BotLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.health")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyHealth.class, (event, envelope) -> ledger.healthChanged(event));
    }
}
