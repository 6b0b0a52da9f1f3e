package io.sequence.intake.inbound;

import io.sequence.events.KeyDrifted;
import io.sequence.intake.outbound.connection.DriftLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.drifted}. */
@ApplicationScoped
public class KeyDriftedListener {
    private final Inbox inbox;
    private final DriftLedger ledger;

    KeyDriftedListener(Inbox inbox, DriftLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.drifted")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyDrifted.class, (event, envelope) -> ledger.drifted(event));
    }
}
