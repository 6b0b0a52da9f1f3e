package io.sequence.mailer.inbound;

import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.mailer.outbound.MailLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears how bots are doing. */
@ApplicationScoped
class StrategyListener {
    private final Inbox inbox;
    private final MailLedger ledger;

    StrategyListener(Inbox inbox, MailLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("strategy.launched")
    @Blocking
    void launched(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, StrategyLaunched.class, ledger::hear);
    }

    @Incoming("strategy.paused")
    @Blocking
    void paused(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, StrategyPaused.class, ledger::hear);
    }

    @Incoming("strategy.resumed")
    @Blocking
    void resumed(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, StrategyResumed.class, ledger::hear);
    }
}
