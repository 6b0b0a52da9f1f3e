package io.sequence.intake.inbound;

import io.sequence.events.OwnTrouble;
import io.sequence.intake.outbound.support.IncidentBook;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code own.trouble}. */
@ApplicationScoped
public class OwnTroubleListener {
    private final Inbox inbox;
    private final IncidentBook book;

    OwnTroubleListener(Inbox inbox, IncidentBook book) {
        this.inbox = inbox;
        this.book = book;
    }

    @Incoming("own.trouble")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, OwnTrouble.class, (event, envelope) -> book.hear(event));
    }
}
