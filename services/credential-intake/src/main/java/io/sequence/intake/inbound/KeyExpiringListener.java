package io.sequence.intake.inbound;

import io.sequence.events.KeyExpiring;
import io.sequence.intake.outbound.connection.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.expiring}. */
@ApplicationScoped
public class KeyExpiringListener {
    private final Inbox inbox;
    private final HealthLedger ledger;

    KeyExpiringListener(Inbox inbox, HealthLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.expiring")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyExpiring.class, (event, envelope) -> ledger.expiring(event));
    }
}
