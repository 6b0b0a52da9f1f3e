package io.sequence.intake.inbound;

import io.sequence.events.AlertReported;
import io.sequence.intake.outbound.alerts.AlertBook;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code alert.reported}. */
@ApplicationScoped
public class AlertReportedListener {
    private final Inbox inbox;
    private final AlertBook book;

    AlertReportedListener(Inbox inbox, AlertBook book) {
        this.inbox = inbox;
        this.book = book;
    }

    @Incoming("alert.reported")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, AlertReported.class, (event, envelope) -> book.hear(event));
    }
}
