package io.sequence.intake.inbound;

import io.sequence.events.KeyRejected;
import io.sequence.intake.outbound.connection.VerdictLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.rejected}. */
@ApplicationScoped
public class KeyRejectedListener {
    private final Inbox inbox;
    private final VerdictLedger ledger;

    KeyRejectedListener(Inbox inbox, VerdictLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.rejected")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyRejected.class, (event, envelope) -> ledger.refused(event));
    }
}
