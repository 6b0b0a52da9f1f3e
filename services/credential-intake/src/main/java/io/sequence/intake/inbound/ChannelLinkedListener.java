package io.sequence.intake.inbound;

import io.sequence.events.ChannelLinked;
import io.sequence.intake.outbound.alerts.TelegramLinks;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code channel.linked}. */
@ApplicationScoped
public class ChannelLinkedListener {
    private final Inbox inbox;
    private final TelegramLinks links;

    ChannelLinkedListener(Inbox inbox, TelegramLinks links) {
        this.inbox = inbox;
        this.links = links;
    }

    @Incoming("channel.linked")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, ChannelLinked.class, (event, envelope) -> links.hear(event));
    }
}
