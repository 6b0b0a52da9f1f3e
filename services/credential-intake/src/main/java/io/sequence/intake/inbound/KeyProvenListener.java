package io.sequence.intake.inbound;

import io.sequence.events.KeyProven;
import io.sequence.intake.outbound.connection.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.proven}. */
@ApplicationScoped
public class KeyProvenListener {
    private final Inbox inbox;
    private final HealthLedger ledger;

    KeyProvenListener(Inbox inbox, HealthLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.proven")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyProven.class, (event, envelope) -> ledger.proven(event));
    }
}
