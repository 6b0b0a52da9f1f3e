package io.sequence.intake.inbound;

import io.sequence.events.VenueBudget;
import io.sequence.intake.outbound.support.BudgetBook;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears {@code venue.budget}. */
@ApplicationScoped
public class VenueBudgetListener {
    private final Inbox inbox;
    private final BudgetBook book;

    VenueBudgetListener(Inbox inbox, BudgetBook book) {
        this.inbox = inbox;
        this.book = book;
    }

    @Incoming("venue.budget")
    @Blocking
    void hear(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, VenueBudget.class, (event, envelope) -> book.hear(event));
    }
}
