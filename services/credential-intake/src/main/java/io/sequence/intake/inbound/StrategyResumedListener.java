package io.sequence.intake.inbound;

import io.sequence.events.StrategyResumed;
import io.sequence.intake.outbound.connection.BotLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code strategy.resumed}. */
@ApplicationScoped
public class StrategyResumedListener {
    private final Inbox inbox;
    private final BotLedger ledger;

    StrategyResumedListener(Inbox inbox, BotLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("strategy.resumed")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, StrategyResumed.class, (event, envelope) -> ledger.resumed(event));
    }
}
