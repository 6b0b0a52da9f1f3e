package io.sequence.intake.inbound;

import io.sequence.events.ChannelLost;
import io.sequence.intake.outbound.alerts.ChannelLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code channel.lost}. */
@ApplicationScoped
public class ChannelLostListener {
    private final Inbox inbox;
    private final ChannelLedger ledger;

    ChannelLostListener(Inbox inbox, ChannelLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("channel.lost")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, ChannelLost.class, (event, envelope) -> ledger.hear(event));
    }
}
