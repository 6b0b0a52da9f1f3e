package io.sequence.intake.inbound;

import io.sequence.events.StrategyPaused;
import io.sequence.intake.outbound.connection.BotLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code strategy.paused}. */
@ApplicationScoped
public class StrategyPausedListener {
    private final Inbox inbox;
    private final BotLedger ledger;

    StrategyPausedListener(Inbox inbox, BotLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("strategy.paused")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, StrategyPaused.class, (event, envelope) -> ledger.paused(event));
    }
}
