package io.sequence.launcher.inbound;

import io.sequence.events.KeyPaused;
import io.sequence.launcher.outbound.BotLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code key.paused}. */
@ApplicationScoped
class KeyPausedListener {
    private final Inbox inbox;
    private final BotLedger ledger;

    KeyPausedListener(Inbox inbox, BotLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.paused")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyPaused.class, (event, envelope) -> ledger.paused(event));
    }
}
