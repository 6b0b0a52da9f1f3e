package io.sequence.health.inbound;

import io.sequence.events.CheckRequested;
import io.sequence.health.outbound.HealthLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of users who want a connection pinged now. */
@ApplicationScoped
class CheckRequestedListener {
    private final Inbox inbox;
    private final HealthLedger ledger;
    private final SyncTimer timer;

    CheckRequestedListener(Inbox inbox, HealthLedger ledger, SyncTimer timer) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.timer = timer;
    }

    @Incoming("check.requested")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, CheckRequested.class, (event, envelope) -> ledger.request(event));
        timer.wake();
    }
}
