package io.sequence.mailer.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.AlertKind;
import io.sequence.events.AlertWishes;
import io.sequence.events.ChannelKind;
import io.sequence.mailer.domain.AlarmLadder;
import io.sequence.mailer.domain.AlertChannel;
import io.sequence.mailer.domain.AlertPace;
import io.sequence.mailer.domain.AlertText;
import io.sequence.mailer.domain.AlertWords;
import io.sequence.mailer.domain.Announcement;
import io.sequence.mailer.domain.Announcements;
import io.sequence.mailer.domain.Letter;
import io.sequence.mailer.domain.Tiding;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.mailer.outbound.doors.AlertMessage;
import io.sequence.messaging.TraceParent;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.TimeOrderedUuid;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes alerts of what gathered, and of trouble that lasts: an account at a time, all at once. */
@ApplicationScoped
public class Announcer {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TidingBook tidings;
    private final AlarmBook alarms;
    private final IncidentBook incidents;
    private final ThreadBook threads;
    private final ChannelBook channels;
    private final AddressBook book;
    private final AlertQueue queue;
    private final MailQueue mails;
    private final AlertSettings settings;
    private final AlertPace pace;
    private final Clock clock;

    Announcer(
            TidingBook tidings,
            AlarmBook alarms,
            IncidentBook incidents,
            ThreadBook threads,
            ChannelBook channels,
            AddressBook book,
            AlertQueue queue,
            MailQueue mails,
            AlertSettings settings,
            Clock clock) {
        this.tidings = tidings;
        this.alarms = alarms;
        this.incidents = incidents;
        this.threads = threads;
        this.channels = channels;
        this.book = book;
        this.queue = queue;
        this.mails = mails;
        this.settings = settings;
        this.pace = new AlertPace(settings.mostAnHour(), settings.pause());
        this.clock = clock;
    }

    /** Accounts that something is to be told to now. */
    public List<UUID> due(int most) {
        return tidings.due(now(), most);
    }

    /** Makes the alerts that an account is due; false when another instance is at it. */
    public boolean announce(UUID account) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            boolean mine = tidings.claim(account);
                            if (mine) {
                                tell(account, now());
                            }
                            return mine;
                        });
    }

    private void tell(UUID account, Instant now) {
        AlertWishes wishes = channels.wishes(account);
        var all = new ArrayList<Tiding>();
        Instant until = now.plus(settings.gathering());
        mail(account, until, now);
        all.addAll(lasting(account, wishes, until, now));
        all.addAll(incidents(account, now));
        all.addAll(tidings.take(account, until));
        if (all.isEmpty()) {
            return;
        }
        List<Instant> made = queue.made(account, now.minus(HOUR));
        Instant last = made.isEmpty() ? Instant.EPOCH : made.getFirst();
        Instant from = pace.next(made.size(), last, now);
        if (from.isAfter(now)) {
            all.forEach(tiding -> tidings.gather(account, tiding, from));
            return;
        }
        List<AlertChannel> live = channels.live(account);
        if (live.isEmpty()) {
            return;
        }
        List<UUID> about = all.stream().map(Tiding::thread).distinct().toList();
        var announcements =
                new Announcements(live, wishes, threads.ended(about), threads.heard(about));
        Map<UUID, ChannelKind> kinds =
                live.stream().collect(Collectors.toMap(AlertChannel::id, AlertChannel::kind));
        announcements.of(all, now).forEach(alert -> post(account, alert, kinds, now));
    }

    /** Trouble that is to be told again; steps that fall together are told together. */
    private List<Tiding> lasting(UUID account, AlertWishes wishes, Instant until, Instant now) {
        Duration persist = Duration.ofMinutes(wishes.persistMinutes());
        var found = new ArrayList<Tiding>();
        for (AlarmBook.Step step : alarms.steps(account, until)) {
            var trouble = step.trouble();
            Instant planned = Objects.requireNonNull(trouble.nextAt());
            Instant told = planned.isAfter(now) ? planned : now;
            alarms.next(
                    step.connectionId(), AlarmLadder.next(trouble.confirmedAt(), persist, told));
            var reason = trouble.reason();
            found.add(
                    new Tiding(
                            AlertKind.STILL_FAILING,
                            Part.LASTS,
                            trouble.thread(),
                            step.connectionId(),
                            step.venue(),
                            step.mode(),
                            trouble.state(),
                            reason == null ? null : reason.fault(),
                            reason == null ? "" : reason.detail(),
                            reason == null ? "" : reason.fix(),
                            trouble.since(),
                            now));
        }
        return found;
    }

    /** Letters about trouble that lasts; they gather like those about its beginning. */
    private void mail(UUID account, Instant until, Instant now) {
        for (AlarmBook.Reminder due : alarms.reminders(account, until)) {
            String once = due.trouble().thread() + "/" + due.at();
            UUID id = UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.US_ASCII));
            mails.post(new Letter.StillFailing(due.letter()), id, now);
            Instant told = due.at().isAfter(now) ? due.at() : now;
            alarms.remind(
                    due.letter().about().connectionId(),
                    null,
                    AlarmLadder.nextLetter(due.trouble().confirmedAt(), told));
        }
    }

    private List<Tiding> incidents(UUID account, Instant now) {
        var found = new ArrayList<Tiding>();
        for (IncidentBook.Notice notice : incidents.due(account, now)) {
            Tiding tiding = notice.tiding(Part.OPENS, now);
            threads.open(account, tiding);
            incidents.told(account, notice.incidentId());
            found.add(tiding);
        }
        return found;
    }

    private void post(UUID account, Announcement alert, Map<UUID, ChannelKind> kinds, Instant now) {
        Map<ConnectionId, AlertWords.Known> known = known(alert.tidings());
        AlertText text = AlertWords.of(alert, known, now);
        Instant at = alert.tidings().stream().map(Tiding::at).max(Instant::compareTo).orElse(now);
        var made =
                new MadeAlert(
                        TimeOrderedUuid.next(),
                        new AccountId(account),
                        alert.kind(),
                        alert.part(),
                        text.title(),
                        text.lines(),
                        text.path(),
                        subjects(alert.tidings(), known),
                        at,
                        TraceParent.current());
        List<AlertQueue.Aim> aims =
                alert.channels().entrySet().stream()
                        .map(
                                to ->
                                        new AlertQueue.Aim(
                                                to.getKey(),
                                                Objects.requireNonNull(kinds.get(to.getKey())),
                                                to.getValue()))
                        .toList();
        List<UUID> about = alert.tidings().stream().map(Tiding::thread).distinct().toList();
        queue.post(made, about, aims, now);
    }

    private Map<ConnectionId, AlertWords.Known> known(Collection<Tiding> about) {
        var known = new HashMap<ConnectionId, AlertWords.Known>();
        for (Tiding tiding : about) {
            ConnectionId id = tiding.connectionId();
            if (id != null) {
                known.computeIfAbsent(id, book::alertWords);
            }
        }
        return known;
    }

    private static List<AlertMessage.Subject> subjects(
            List<Tiding> tidings, Map<ConnectionId, AlertWords.Known> known) {
        var subjects = new ArrayList<AlertMessage.Subject>();
        for (Tiding tiding : tidings) {
            ConnectionId id = tiding.connectionId();
            if (id != null) {
                AlertWords.Known of = Objects.requireNonNull(known.get(id));
                subjects.add(
                        new AlertMessage.Subject(
                                id,
                                AlertWords.label(of),
                                tiding.venue(),
                                tiding.state().wireName(),
                                tiding.fault() == null ? null : tiding.fault().name()));
            }
        }
        return subjects;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
