package io.sequence.mailer.outbound;

import io.sequence.events.Recipient;
import io.sequence.mailer.domain.Addressee;
import io.sequence.mailer.domain.Background;
import io.sequence.mailer.domain.Backoff;
import io.sequence.mailer.domain.Letter;
import io.sequence.mailer.domain.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries letters from the queue to the mail server. It errs towards sending twice: a process that
 * dies after the server's 250 and before {@link MailQueue#sent} leaves a letter that goes out again
 * under the same Message-ID.
 */
@ApplicationScoped
public class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final Duration SHORT_OUTAGE = Duration.ofSeconds(1);
    private static final Duration MARK_PAUSE = Duration.ofMillis(500);
    private static final String DEFECT = "it cannot be written";
    private static final String AWAY = "the mail server does not take mails at the moment";
    private static final int MOST_EXPIRED = 100;

    private final AddressBook book;
    private final MailQueue queue;
    private final Gatherings gatherings;
    private final SmtpDoor door;
    private final MailMeters meters;
    private final LetterTrace trace;
    private final MailSettings settings;
    private final Clock clock;
    private final Wording wording;
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();

    Postman(
            AddressBook book,
            MailQueue queue,
            Gatherings gatherings,
            SmtpDoor door,
            MailMeters meters,
            LetterTrace trace,
            MailSettings settings,
            Clock clock,
            @ConfigProperty(name = "sequence.console-url") String consoleUrl) {
        this.book = book;
        this.queue = queue;
        this.gatherings = gatherings;
        this.door = door;
        this.meters = meters;
        this.trace = trace;
        this.settings = settings;
        this.clock = clock;
        this.wording = new Wording(consoleUrl);
    }

    /** Rounds of one letter each, at most that many, to be walked at the same time. */
    public List<Runnable> rounds(int most) {
        return queue.claim(most, clock.instant(), settings.lease()).stream()
                // Its lease may end while the database is away and the letter is out already.
                .filter(mail -> inHand.add(mail.id()))
                .<Runnable>map(mail -> () -> walk(mail))
                .toList();
    }

    /** Makes one letter of several that waited for each other. */
    public void gather() {
        gatherings.gather(clock.instant());
    }

    /** Drops letters whose code ran out while they waited. */
    public void dropExpired() {
        Instant now = clock.instant();
        for (WaitingMail mail : queue.tooLate(now, MOST_EXPIRED)) {
            queue.expired(mail, now);
            meters.count(mail.template(), "expired");
        }
    }

    private void walk(WaitingMail mail) {
        try {
            trace.follow(mail, () -> deliver(mail));
        } catch (RuntimeException e) {
            // The database is away: the lease ends by itself and the letter is taken up again.
            LOG.warnf("%s stays for now: %s", mail, e.getClass().getSimpleName());
        } finally {
            inHand.remove(mail.id());
        }
    }

    private void deliver(WaitingMail mail) {
        Instant now = clock.instant();
        if (mail.validUntil() != null && !now.isBefore(mail.validUntil())) {
            queue.expired(mail, now);
            meters.count(mail.template(), "expired");
            return;
        }
        Optional<Addressee> to = book.addressee(mail.accountId());
        if (to.isEmpty()) {
            String why = "recipient not known yet";
            postpone(mail, Hindrance.RECIPIENT, why, why, settings.recipientWait());
            return;
        }
        if (!to.get().wants(mail.template())) {
            queue.unwanted(mail, now);
            meters.count(mail.template(), "unwanted");
            return;
        }
        write(mail, to.get());
    }

    private void write(WaitingMail mail, Addressee to) {
        Letter letter;
        LetterPage.Printed page;
        try {
            letter = mail.template().open(mail.event());
        } catch (IllegalArgumentException e) {
            refused(mail, Hindrance.DEFECT, "cannot be read", DEFECT);
            return;
        }
        Background known = book.background(letter);
        if (letter instanceof Letter.Several) {
            known = known.with(gatherings.of(mail.once()));
        }
        try {
            page = LetterPage.print(wording.sheet(letter, to, known));
        } catch (RuntimeException e) {
            // The exception may quote the letter.
            LOG.errorf("%s cannot be written: %s", mail, e.getClass().getSimpleName());
            String why = "cannot be written: " + e.getClass().getSimpleName();
            refused(mail, Hindrance.DEFECT, why, DEFECT);
            return;
        }
        handOver(mail, page, to.recipient());
    }

    private void handOver(WaitingMail mail, LetterPage.Printed page, Recipient to) {
        Optional<Instant> away = door.awaySince();
        switch (door.send(page, to.email(), mail.once())) {
            case Delivery.Taken _ -> {
                markSent(mail);
                LOG.infof("%s mail sent: %s", mail.template().wireName(), mail.once());
                meters.count(mail.template(), "sent");
                wake(away);
            }
            case Delivery.Refused(boolean forGood, String words, String told) when forGood ->
                    refused(mail, Hindrance.MAILBOX, words, told);
            case Delivery.Refused(boolean _, String words, String told) ->
                    postpone(mail, Hindrance.MAILBOX, words, told, settings.giveUpAfter());
            case Delivery.Away(String why) ->
                    postpone(mail, Hindrance.SMTP, why, AWAY, settings.giveUpAfter());
        }
    }

    /** Insists, because the letter is out: until the database has it, only this process knows. */
    private void markSent(WaitingMail mail) {
        while (true) {
            try {
                queue.sent(mail, clock.instant());
                return;
            } catch (RuntimeException e) {
                LOG.warnf("%s is out but not marked yet: %s", mail, e.getMessage());
                try {
                    Thread.sleep(MARK_PAUSE);
                } catch (InterruptedException interrupt) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void refused(WaitingMail mail, Hindrance hindrance, String reason, String told) {
        if (mail.refusals() + 1 >= settings.refusals()) {
            fail(mail, reason, told);
        } else {
            Instant now = clock.instant();
            queue.postpone(mail, hindrance, reason, told, now.plus(settings.refusalPause()), now);
        }
    }

    private void postpone(
            WaitingMail mail, Hindrance hindrance, String reason, String told, Duration patience) {
        Instant now = clock.instant();
        if (now.isAfter(mail.queuedAt().plus(patience))) {
            fail(mail, reason, told);
            return;
        }
        Instant dueAt = now.plus(Backoff.after(mail.attempts() + 1));
        queue.postpone(mail, hindrance, reason, told, dueAt, now);
    }

    private void fail(WaitingMail mail, String reason, String told) {
        queue.failed(mail, reason, told, clock.instant());
        meters.count(mail.template(), "failed");
        LOG.errorf("%s has failed; its row tells why", mail);
    }

    /** After an outage worth the name, nobody waits for the end of their own pause. */
    private void wake(Optional<Instant> away) {
        Instant now = clock.instant();
        if (away.isPresent() && away.get().plus(SHORT_OUTAGE).isBefore(now)) {
            LOG.info("the mail server takes letters again");
            queue.wakeForSmtp(now);
        }
    }
}
