package io.sequence.intake.inbound;

import io.sequence.events.StrategyLaunched;
import io.sequence.intake.outbound.connection.BotLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code strategy.launched}. */
@ApplicationScoped
public class StrategyLaunchedListener {
    private final Inbox inbox;
    private final BotLedger ledger;

    StrategyLaunchedListener(Inbox inbox, BotLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("strategy.launched")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, StrategyLaunched.class, (event, envelope) -> ledger.launched(event));
    }
}
