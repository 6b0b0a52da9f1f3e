package io.sequence.intake.inbound;

import io.sequence.events.KeyExpired;
import io.sequence.intake.outbound.connection.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.expired}. */
@ApplicationScoped
public class KeyExpiredListener {
    private final Inbox inbox;
    private final HealthLedger ledger;

    KeyExpiredListener(Inbox inbox, HealthLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.expired")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyExpired.class, (event, envelope) -> ledger.expired(event));
    }
}
