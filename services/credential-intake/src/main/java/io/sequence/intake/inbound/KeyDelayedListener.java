package io.sequence.intake.inbound;

import io.sequence.events.KeyDelayed;
import io.sequence.intake.outbound.connection.VerdictLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.delayed}. */
@ApplicationScoped
public class KeyDelayedListener {
    private final Inbox inbox;
    private final VerdictLedger ledger;

    KeyDelayedListener(Inbox inbox, VerdictLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.delayed")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyDelayed.class, (event, envelope) -> ledger.delayed(event));
    }
}
