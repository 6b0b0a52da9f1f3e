package io.sequence.mailer.inbound;

import io.sequence.events.AccountChanged;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.mailer.outbound.MailLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears which mails accounts need, and how to write to them. */
@ApplicationScoped
class RequestListener {
    private final Inbox inbox;
    private final MailLedger ledger;

    RequestListener(Inbox inbox, MailLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("account.changed")
    @Blocking
    void changed(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, AccountChanged.class, ledger::hear);
    }

    @Incoming("mail.requested")
    @Blocking
    void requested(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, MailRequested.class, ledger::hear);
    }

    @Incoming("notice.requested")
    @Blocking
    void noticed(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, NoticeRequested.class, ledger::hear);
    }
}
