package io.sequence.mailer.outbound;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.Event;
import io.sequence.mailer.domain.Correspondence;
import io.sequence.mailer.domain.Dossier;
import io.sequence.mailer.domain.Introduction;
import io.sequence.mailer.domain.Letter;
import io.sequence.mailer.domain.Wishes;
import io.sequence.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Takes a fact in: address book, waiting letters and alerts, in the caller's transaction.
 * Connection rows are locked before account rows, always, so that two facts cannot wait for each
 * other.
 */
@ApplicationScoped
public class MailLedger {
    private final AddressBook book;
    private final MailQueue queue;
    private final AlertLedger alerts;
    private final Clock clock;

    MailLedger(AddressBook book, MailQueue queue, AlertLedger alerts, Clock clock) {
        this.book = book;
        this.queue = queue;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Writes down what comes of an event.
     *
     * @throws IllegalArgumentException when the event makes no sense
     */
    public void hear(Event event, Envelope envelope) {
        List<Letter> letters =
                event instanceof ConnectionEvent fact
                        ? onConnection(fact, envelope)
                        : Correspondence.on(event, Dossier.EMPTY).letters();
        // As precise as the database is, so that what is said later says the same.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Introduction.in(event)
                .filter(book::introduce)
                .ifPresent(known -> queue.wakeForRecipient(known.accountId(), now));
        Wishes.in(event).ifPresent(book::note);
        for (Letter letter : letters) {
            queue.post(letter, envelope.id(), now);
        }
    }

    private List<Letter> onConnection(ConnectionEvent fact, Envelope envelope) {
        Dossier known = book.open(fact.about());
        Correspondence.Outcome outcome = Correspondence.on(fact, known);
        book.note(fact, envelope.time());
        if (!outcome.dossier().equals(known)) {
            book.close(fact.about(), outcome.dossier());
        }
        alerts.hear(fact, envelope.id(), known, outcome.letters());
        return outcome.letters();
    }
}
