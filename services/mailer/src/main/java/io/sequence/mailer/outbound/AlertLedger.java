package io.sequence.mailer.outbound;

import io.sequence.events.AlertKind;
import io.sequence.events.AlertRequested;
import io.sequence.events.AlertWishes;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ConnectionEvent;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyValidated;
import io.sequence.mailer.domain.Alarm;
import io.sequence.mailer.domain.AlarmLadder;
import io.sequence.mailer.domain.Alarms;
import io.sequence.mailer.domain.Dossier;
import io.sequence.mailer.domain.Letter;
import io.sequence.mailer.domain.Tiding;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what alerts come of, in the caller's transaction. Rows are locked in one order: the
 * connection's, then its incident's.
 */
@ApplicationScoped
public class AlertLedger {
    private final AlarmBook alarms;
    private final ThreadBook threads;
    private final TidingBook tidings;
    private final IncidentBook incidents;
    private final ChannelBook channels;
    private final AlertQueue queue;
    private final AlertSettings settings;
    private final Clock clock;

    AlertLedger(
            AlarmBook alarms,
            ThreadBook threads,
            TidingBook tidings,
            IncidentBook incidents,
            ChannelBook channels,
            AlertQueue queue,
            AlertSettings settings,
            Clock clock) {
        this.alarms = alarms;
        this.threads = threads;
        this.tidings = tidings;
        this.incidents = incidents;
        this.channels = channels;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes a channel; what waits for it is tried at once. */
    public void hear(ChannelChanged change) {
        if (channels.note(change)) {
            queue.wake(change.channelId(), now());
        }
    }

    /** Queues a test on a channel; one by mail is a letter, and none of ours. */
    public void hear(AlertRequested request) {
        UUID channel = request.channelId();
        if (channel != null) {
            queue.test(request, channel, now());
        }
    }

    /**
     * Writes down what is to be told of a fact.
     *
     * @param before what was known of the connection when it came in; its row is locked
     * @param letters which letters it deserves
     */
    void hear(ConnectionEvent event, UUID eventId, Dossier before, List<Letter> letters) {
        UUID account = event.about().accountId().value();
        Instant now = now();
        Alarm known = alarms.find(event.about());
        AlertWishes wishes = channels.wishes(account);
        Duration persist = Duration.ofMinutes(wishes.persistMinutes());
        Alarms.Outcome outcome = Alarms.on(event, before, letters, known, eventId, persist);
        if (!outcome.alarm().equals(known)) {
            alarms.note(event.about(), outcome.alarm());
        }
        UUID connection = event.about().connectionId().value();
        threads.end(outcome.ended(), now);
        if (event instanceof KeyDisconnected) {
            threads.endOfConnection(connection, now);
        } else if (isNewKey(event, before)) {
            threads.endOfKey(connection, now);
        }
        for (Tiding tiding : outcome.tidings()) {
            if (tiding.part() == Part.OPENS) {
                threads.open(account, tiding);
            }
            tidings.gather(account, tiding, now.plus(settings.gathering()));
        }
        remind(event, outcome);
        follow(event, known.incident(), outcome.alarm().incident(), persist, now);
    }

    /** When a letter is to say that trouble lasts. */
    private void remind(ConnectionEvent event, Alarms.Outcome outcome) {
        Alarm.Trouble open = outcome.alarm().trouble();
        if (open == null) {
            return;
        }
        ConnectionId connection = event.about().connectionId();
        boolean told = outcome.tidings().stream().anyMatch(t -> t.kind() == AlertKind.FAILING);
        if (told && event instanceof KeyHealth health) {
            Instant at = open.confirmedAt();
            alarms.remind(connection, health, AlarmLadder.nextLetter(at, at));
        } else if (event instanceof KeyPaused pause) {
            Instant next =
                    pause.paused() ? null : AlarmLadder.nextLetter(open.confirmedAt(), pause.at());
            alarms.remind(connection, null, next);
        }
    }

    private static boolean isNewKey(ConnectionEvent event, Dossier before) {
        boolean proven = event instanceof KeyValidated || event instanceof KeyRefreshed;
        return proven && event.about().revision() > before.revision();
    }

    private void follow(
            ConnectionEvent event,
            @Nullable UUID before,
            @Nullable UUID after,
            Duration persist,
            Instant now) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (after != null && event instanceof KeyHealth health) {
            incidents.join(health, after, health.at().plus(persist));
        }
        if (before != null) {
            leave(event.about().accountId().value(), before, now);
        }
    }

    /** The last connection of an account to leave an incident ends it for the account. */
    private void leave(UUID account, UUID incident, Instant now) {
        Optional<IncidentBook.Notice> notice = incidents.lock(account, incident);
        if (notice.isEmpty() || alarms.failingWith(account, incident) > 0) {
            return;
        }
        if (notice.get().told()) {
            Tiding over = notice.get().tiding(Part.CLOSES, now);
            tidings.gather(account, over, now.plus(settings.gathering()));
        }
        threads.end(List.of(notice.get().thread()), now);
        incidents.forget(account, incident);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
