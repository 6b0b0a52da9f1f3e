package io.sequence.intake.inbound;

import io.sequence.events.KeyRefreshed;
import io.sequence.intake.outbound.connection.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.refreshed}. */
@ApplicationScoped
public class KeyRefreshedListener {
    private final Inbox inbox;
    private final HealthLedger ledger;

    KeyRefreshedListener(Inbox inbox, HealthLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.refreshed")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyRefreshed.class, (event, envelope) -> ledger.refreshed(event));
    }
}
