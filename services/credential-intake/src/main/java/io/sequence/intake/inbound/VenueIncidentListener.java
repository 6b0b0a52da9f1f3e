package io.sequence.intake.inbound;

import io.sequence.events.VenueIncident;
import io.sequence.intake.outbound.support.IncidentBook;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code venue.incident}. */
@ApplicationScoped
public class VenueIncidentListener {
    private final Inbox inbox;
    private final IncidentBook book;

    VenueIncidentListener(Inbox inbox, IncidentBook book) {
        this.inbox = inbox;
        this.book = book;
    }

    @Incoming("venue.incident")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, VenueIncident.class, (event, envelope) -> book.hear(event));
    }
}
