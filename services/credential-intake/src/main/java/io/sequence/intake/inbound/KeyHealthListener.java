package io.sequence.intake.inbound;

import io.sequence.events.KeyHealth;
import io.sequence.intake.outbound.connection.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.health}. */
@ApplicationScoped
public class KeyHealthListener {
    private final Inbox inbox;
    private final HealthLedger ledger;

    KeyHealthListener(Inbox inbox, HealthLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.health")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyHealth.class, (event, envelope) -> ledger.turned(event));
    }
}
