package io.sequence.mailer.inbound;

import io.sequence.events.AlertRequested;
import io.sequence.events.ChannelChanged;
import io.sequence.mailer.outbound.AlertLedger;
import io.sequence.mailer.outbound.MailLedger;
import io.sequence.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears where alerts go, and which tests are wanted. */
@ApplicationScoped
class AlertListener {
    private final Inbox inbox;
    private final AlertLedger alerts;
    private final MailLedger mails;

    AlertListener(Inbox inbox, AlertLedger alerts, MailLedger mails) {
        this.inbox = inbox;
        this.alerts = alerts;
        this.mails = mails;
    }

    @Incoming("channel.changed")
    @Blocking
    void changed(ConsumerRecord<String, String> entry) {
        inbox.receive(entry, ChannelChanged.class, (event, _) -> alerts.hear(event));
    }

    @Incoming("alert.requested")
    @Blocking
    void requested(ConsumerRecord<String, String> entry) {
        inbox.receive(
                entry,
                AlertRequested.class,
                (event, envelope) -> {
                    alerts.hear(event);
                    mails.hear(event, envelope);
                });
    }
}
