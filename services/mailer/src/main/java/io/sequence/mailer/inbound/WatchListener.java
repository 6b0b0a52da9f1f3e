package io.sequence.mailer.inbound;

import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.mailer.outbound.MailLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears how keys are doing. */
@ApplicationScoped
class WatchListener {
    private final Inbox inbox;
    private final MailLedger ledger;

    WatchListener(Inbox inbox, MailLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("key.drifted")
    @Blocking
    void drifted(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyDrifted.class, ledger::hear);
    }

    @Incoming("key.expired")
    @Blocking
    void expired(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyExpired.class, ledger::hear);
    }

    @Incoming("key.expiring")
    @Blocking
    void expiring(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyExpiring.class, ledger::hear);
    }

    @Incoming("key.paused")
    @Blocking
    void paused(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyPaused.class, ledger::hear);
    }

    @Incoming("key.health")
    @Blocking
    void health(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, KeyHealth.class, ledger::hear);
    }
}
