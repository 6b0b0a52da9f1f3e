package io.sequence.mailer.domain;

import static io.sequence.mailer.domain.Tiding.Part.CLOSES;
import static io.sequence.mailer.domain.Tiding.Part.OPENS;

import io.sequence.events.AlertKind;
import io.sequence.events.ConnectionEvent;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyValidated;
import io.sequence.mailer.domain.Alarm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a fact about a connection is told beside its mail: its own trouble from its
 * confirmation on, and what the letters say of bots and dates.
 */
public final class Alarms {
    private Alarms() {}

    /**
     * What comes of a fact.
     *
     * @param alarm how alerts stand from now on
     * @param tidings what is to be told
     * @param ended threads that are over; those of tidings that close are among them
     */
    public record Outcome(Alarm alarm, List<Tiding> tidings, List<UUID> ended) {}

    /**
     * What a fact means for alerts.
     *
     * @param before what was known of the connection when the fact came in
     * @param letters which letters it deserves: {@link Correspondence} decides what is news
     * @param known how alerts stood
     * @param eventId names the fact, and the thread that it may begin
     * @param persist after how long lasting trouble is told again
     */
    public static Outcome on(
            ConnectionEvent event,
            Dossier before,
            List<Letter> letters,
            Alarm known,
            UUID eventId,
            Duration persist) {
        About about = event.about();
        if (event instanceof KeyDisconnected) {
            return new Outcome(Alarm.CALM, List.of(), threads(known));
        }
        if (before.disconnected()) {
            return nothing(known);
        }
        return switch (event) {
            case KeyHealth e ->
                    before.outdates(about.revision())
                            ? nothing(known)
                            : onHealth(e, known, eventId, persist);
            case KeyDrifted e ->
                    before.outdates(about.revision()) ? nothing(known) : onDrift(e, known, eventId);
            case KeyPaused e -> onPause(e, known, persist);
            case KeyValidated e -> onNewKey(about, known, e.validatedAt());
            case KeyRefreshed e -> onNewKey(about, known, e.at());
            default -> onLetters(letters, known, eventId);
        };
    }

    private static Outcome onHealth(KeyHealth event, Alarm known, UUID eventId, Duration persist) {
        if (event.state() == HealthState.CONNECTED) {
            return recovered(known.incident(null), event.about(), event.at());
        }
        Trouble open = known.trouble();
        // Its owner has paused it: told when it still fails after that.
        if (event.quiet()) {
            return silent(known, open == null ? null : open.next(null));
        }
        if (event.incidentId() != null) {
            // Nobody can do anything: the ladder of what was told before waits, too.
            return new Outcome(
                    known.incident(event.incidentId())
                            .trouble(open == null ? null : open.next(null)),
                    List.of(),
                    List.of());
        }
        Alarm own = known.incident(null);
        Instant since = event.firstFailureAt() == null ? event.at() : event.firstFailureAt();
        boolean worsens =
                open != null
                        && event.state() == HealthState.REAUTH_NEEDED
                        && open.state() != HealthState.REAUTH_NEEDED;
        if (open != null && !worsens) {
            Instant next = AlarmLadder.next(open.confirmedAt(), persist, event.at());
            // That it is less grave than was told is no news, and nothing to rely on.
            Trouble lasts =
                    event.state() == open.state()
                            ? open.became(event.state(), event.reason())
                            : open;
            return new Outcome(own.trouble(lasts.next(next)), List.of(), List.of());
        }
        UUID thread = open == null ? eventId : open.thread();
        var trouble =
                new Trouble(
                        thread,
                        event.about().revision(),
                        event.state(),
                        event.reason(),
                        since,
                        event.at(),
                        AlarmLadder.next(event.at(), persist, event.at()));
        Tiding told =
                Tiding.of(
                        AlertKind.FAILING,
                        OPENS,
                        thread,
                        event.about(),
                        event.state(),
                        event.reason(),
                        since,
                        event.at());
        return new Outcome(own.trouble(trouble), List.of(told), List.of());
    }

    /** While its owner has paused it, what was told before is not told again. */
    private static Outcome onPause(KeyPaused event, Alarm known, Duration persist) {
        Trouble open = known.trouble();
        if (open == null) {
            return nothing(known);
        }
        boolean waits = event.paused() || known.incident() != null;
        Instant next = waits ? null : AlarmLadder.next(open.confirmedAt(), persist, event.at());
        return silent(known, open.next(next));
    }

    private static Outcome recovered(Alarm known, About about, Instant at) {
        Trouble open = known.trouble();
        if (open == null) {
            return nothing(known);
        }
        Tiding told =
                Tiding.of(
                        AlertKind.RECOVERED,
                        CLOSES,
                        open.thread(),
                        about,
                        HealthState.CONNECTED,
                        null,
                        open.since(),
                        at);
        return new Outcome(known.trouble(null), List.of(told), List.of(open.thread()));
    }

    /** A newer key was proven to work, so the older one's trouble is over. */
    private static Outcome onNewKey(About about, Alarm known, Instant at) {
        Trouble open = known.trouble();
        return open != null && open.revision() < about.revision()
                ? recovered(known.incident(null), about, at)
                : nothing(known);
    }

    /** What stops the key its health tells, as a rule; what is only good to know nobody needs. */
    private static Outcome onDrift(KeyDrifted event, Alarm known, UUID eventId) {
        boolean grave = event.has(Gravity.QUARANTINE) || event.has(Gravity.ACT);
        boolean toldByHealth = grave && Boolean.TRUE.equals(event.toldByHealth());
        if (toldByHealth || !(grave || event.has(Gravity.WARNING))) {
            return nothing(known);
        }
        String what =
                event.changes().stream()
                        .filter(change -> change.gravity() != Gravity.NOTE)
                        .map(KeyDrifted.Change::meaning)
                        .collect(Collectors.joining(" "));
        Tiding told =
                Tiding.of(
                                AlertKind.DRIFTED,
                                OPENS,
                                eventId,
                                event.about(),
                                state(known),
                                null,
                                event.at(),
                                event.at())
                        .saying(what, "");
        return new Outcome(known, List.of(told), List.of());
    }

    private static Outcome onLetters(List<Letter> letters, Alarm known, UUID eventId) {
        Alarm alarm = known;
        var tidings = new ArrayList<Tiding>();
        var ended = new ArrayList<UUID>();
        for (Letter letter : letters) {
            switch (letter) {
                case Letter.Expiring e ->
                        tidings.add(AlarmTidings.expiring(e, state(known), eventId));
                case Letter.Expired e ->
                        tidings.add(AlarmTidings.expired(e, state(known), eventId));
                case Letter.Paused e -> {
                    tidings.add(AlarmTidings.paused(e, state(known), eventId));
                    alarm = alarm.pause(eventId);
                }
                case Letter.Resumed e -> {
                    UUID thread = known.pause();
                    if (thread != null) {
                        tidings.add(AlarmTidings.resumed(e, state(known), thread));
                        ended.add(thread);
                        alarm = alarm.pause(null);
                    }
                }
                default -> {}
            }
        }
        return new Outcome(alarm, List.copyOf(tidings), List.copyOf(ended));
    }

    private static HealthState state(Alarm known) {
        Trouble open = known.trouble();
        return open == null ? HealthState.CONNECTED : open.state();
    }

    private static List<UUID> threads(Alarm known) {
        var open = new ArrayList<UUID>();
        addTo(open, known.trouble() == null ? null : known.trouble().thread());
        addTo(open, known.pause());
        return List.copyOf(open);
    }

    private static void addTo(List<UUID> threads, @Nullable UUID thread) {
        if (thread != null) {
            threads.add(thread);
        }
    }

    private static Outcome silent(Alarm known, @Nullable Trouble trouble) {
        return new Outcome(known.trouble(trouble), List.of(), List.of());
    }

    private static Outcome nothing(Alarm known) {
        return new Outcome(known, List.of(), List.of());
    }
}
