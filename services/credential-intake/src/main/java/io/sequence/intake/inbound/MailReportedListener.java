package io.sequence.intake.inbound;

import io.sequence.events.MailReported;
import io.sequence.intake.outbound.support.MailBook;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code mail.reported}. */
@ApplicationScoped
public class MailReportedListener {
    private final Inbox inbox;
    private final MailBook book;

    MailReportedListener(Inbox inbox, MailBook book) {
        this.inbox = inbox;
        this.book = book;
    }

    @Incoming("mail.reported")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, MailReported.class, (event, envelope) -> book.hear(event));
    }
}
