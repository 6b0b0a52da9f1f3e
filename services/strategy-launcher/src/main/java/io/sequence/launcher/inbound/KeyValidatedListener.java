package io.sequence.launcher.inbound;

import io.sequence.events.KeyValidated;
import io.sequence.launcher.outbound.BotLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.validated}. */
@ApplicationScoped
class KeyValidatedListener {
    private final Inbox inbox;
    private final BotLedger ledger;

    KeyValidatedListener(Inbox inbox, BotLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.validated")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyValidated.class, (event, envelope) -> ledger.validated(event));
    }
}
