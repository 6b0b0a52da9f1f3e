package io.sequence.health.inbound;

import io.sequence.events.KeyValidated;
import io.sequence.health.outbound.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of proven keys: they are watched from now on. */
@ApplicationScoped
class KeyValidatedListener {
    private final Inbox inbox;
    private final HealthLedger ledger;
    private final SyncTimer timer;

    KeyValidatedListener(Inbox inbox, HealthLedger ledger, SyncTimer timer) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.timer = timer;
    }

    @Incoming("key.validated")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyValidated.class, (event, envelope) -> ledger.watch(event));
        timer.wake();
    }
}
