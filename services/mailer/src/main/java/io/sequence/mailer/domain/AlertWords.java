package io.sequence.mailer.domain;

import io.sequence.events.HealthState;
import io.sequence.faults.Fault;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says alerts in words. */
public final class AlertWords {
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_LIST = 10;

    private AlertWords() {}

    /**
     * What the address book knows of a connection.
     *
     * @param label the user's name for it; null when not heard
     * @param bots how many bots run on it
     */
    public record Known(@Nullable String label, int bots) {
        /** Of a connection that was not heard of. */
        public static final Known NOTHING = new Known(null, 0);
    }

    /** The words of an alert. */
    public static AlertText of(
            Announcement alert, Map<ConnectionId, Known> connections, Instant now) {
        List<Tiding> tidings = alert.tidings();
        return tidings.size() == 1
                ? single(tidings.getFirst(), known(tidings.getFirst(), connections), now)
                : several(alert, connections);
    }

    /** A connection's name for programs: one line, cut; empty when it has none. */
    public static String label(Known connection) {
        String told = connection.label();
        return told == null ? "" : Words.cut(Words.oneLine(told), LONGEST_TITLE);
    }

    /** The words of a test. */
    public static AlertText test() {
        return new AlertText(
                "Test alert from Sequence Connect",
                List.of("You asked for it. Alerts reach you on this channel."),
                "/settings");
    }

    private static AlertText single(Tiding tiding, Known known, Instant now) {
        String venue = VenueNames.of(tiding.venue());
        String label = known.label() == null ? "" : " (" + Words.label(known.label()) + ")";
        var lines = new ArrayList<String>();
        lines.add(happened(tiding, venue, now));
        add(lines, consequence(tiding, known));
        add(lines, todo(tiding));
        if (tiding.mode() == Mode.SANDBOX) {
            lines.add("This is the sandbox: no real orders.");
        }
        ConnectionId id = tiding.connectionId();
        return new AlertText(
                title(title(tiding, venue), label),
                List.copyOf(lines),
                id == null ? "/connections" : "/connections/" + id);
    }

    private static String title(Tiding tiding, String venue) {
        boolean mustAct = tiding.state() == HealthState.REAUTH_NEEDED;
        return switch (tiding.kind()) {
            case FAILING ->
                    mustAct
                            ? "Action needed: your %s API key stopped working".formatted(venue)
                            : "Your %s connection is failing".formatted(venue);
            case STILL_FAILING ->
                    mustAct
                            ? "Action needed: your %s API key still does not work".formatted(venue)
                            : "Your %s connection still fails".formatted(venue);
            case RECOVERED -> "Your %s connection works again".formatted(venue);
            case VENUE_INCIDENT -> incident(tiding, venue);
            case DRIFTED -> "Your %s API key changed".formatted(venue);
            case EXPIRING -> "Your %s API key expires soon".formatted(venue);
            case EXPIRED -> "Your %s API key has expired".formatted(venue);
            case PAUSED -> "Your strategy on %s is paused".formatted(venue);
            case RESUMED -> "Your strategy on %s trades again".formatted(venue);
            case TEST -> test().title();
        };
    }

    private static String happened(Tiding tiding, String venue, Instant now) {
        String since = Words.moment(tiding.since());
        String detail = tiding.detail().isEmpty() ? "" : " " + Words.quote(tiding.detail());
        return switch (tiding.kind()) {
            case FAILING -> "Since %s we cannot use your API key.%s".formatted(since, detail);
            case STILL_FAILING ->
                    "For %s we have not been able to use your API key.%s"
                            .formatted(span(tiding.since(), now), detail);
            case RECOVERED -> "%s accepts your API key again.".formatted(venue);
            case VENUE_INCIDENT ->
                    tiding.part() == Part.CLOSES
                            ? "The trouble that began on %s is over. Your keys were and are in order."
                                    .formatted(since)
                            : "Since %s %s. Your keys are in order."
                                    .formatted(since, trouble(tiding.fault(), venue));
            case DRIFTED, EXPIRING, EXPIRED, PAUSED, RESUMED -> detail.strip();
            case TEST -> test().lines().getFirst();
        };
    }

    private static String incident(Tiding tiding, String venue) {
        if (tiding.part() == Part.CLOSES) {
            return venue + " works again";
        }
        return switch (tiding.fault()) {
            case VENUE_MAINTENANCE -> venue + " is under maintenance: nothing for you to do";
            case OUR_TROUBLE -> "We cannot reach " + venue + ": nothing for you to do";
            case null, default -> venue + " has trouble: nothing for you to do";
        };
    }

    private static String trouble(@Nullable Fault fault, String venue) {
        return switch (fault) {
            case VENUE_MAINTENANCE -> venue + " is under maintenance and takes no keys";
            case OUR_TROUBLE -> "trouble of our own keeps us from using your keys for " + venue;
            case null, default ->
                    venue
                            + " refuses many people's API keys or does not answer, yours among"
                            + " them";
        };
    }

    private static String consequence(Tiding tiding, Known known) {
        boolean runs = known.bots() > 0;
        return switch (tiding.kind()) {
            case FAILING, STILL_FAILING -> {
                if (!runs) {
                    yield "No bot runs on this connection.";
                }
                yield tiding.state() == HealthState.REAUTH_NEEDED
                        ? "Its bot is paused until the key works again."
                        : "Its bot is paused and resumes by itself as soon as it works.";
            }
            case RECOVERED -> runs ? "Its bot resumes by itself." : "";
            case VENUE_INCIDENT ->
                    tiding.part() == Part.CLOSES
                            ? "Paused bots resume by themselves."
                            : "Bots there are paused and resume by themselves.";
            case EXPIRING -> runs ? "From then on its bot cannot trade." : "";
            case EXPIRED -> runs ? "Its bot cannot trade with it any more." : "";
            case DRIFTED, PAUSED, RESUMED, TEST -> "";
        };
    }

    private static String todo(Tiding tiding) {
        return switch (tiding.kind()) {
            case FAILING, STILL_FAILING, EXPIRING, EXPIRED, PAUSED ->
                    tiding.fix().isEmpty()
                            ? ""
                            : "What to do: "
                                    + Words.quote(tiding.fix())
                                            .replaceFirst("^Nothing to do: ", "nothing: ");
            case RECOVERED, VENUE_INCIDENT, DRIFTED, RESUMED, TEST -> "";
        };
    }

    private static AlertText several(Announcement alert, Map<ConnectionId, Known> connections) {
        List<Tiding> tidings = alert.tidings();
        int count = tidings.size();
        var lines = new ArrayList<String>();
        tidings.stream().limit(LONGEST_LIST).forEach(t -> lines.add(row(t, known(t, connections))));
        if (count > LONGEST_LIST) {
            lines.add("and " + (count - LONGEST_LIST) + " more");
        }
        long act = tidings.stream().filter(t -> t.state() == HealthState.REAUTH_NEEDED).count();
        long bots = tidings.stream().filter(t -> known(t, connections).bots() > 0).count();
        switch (alert.kind()) {
            case FAILING, STILL_FAILING -> {
                add(lines, bots == 0 ? "" : "Their bots are paused.");
                lines.add(
                        act == 0
                                ? "We keep checking; they resume by themselves."
                                : "Open the connections: %d of them need you.".formatted(act));
            }
            case RECOVERED -> add(lines, bots == 0 ? "" : "Paused bots resume by themselves.");
            case VENUE_INCIDENT -> lines.add("Your keys are in order: nothing for you to do.");
            case EXPIRING, EXPIRED ->
                    lines.add("Make new keys at the exchanges and hand them over.");
            case DRIFTED, PAUSED, RESUMED, TEST -> {}
        }
        return new AlertText(
                title(titleOfSeveral(alert, count, act), ""), List.copyOf(lines), "/connections");
    }

    private static String titleOfSeveral(Announcement alert, int count, long act) {
        return switch (alert.kind()) {
            case FAILING ->
                    (act == 0 ? "" : "Action needed: ") + count + " connections are failing";
            case STILL_FAILING ->
                    (act == 0 ? "" : "Action needed: ") + count + " connections still fail";
            case RECOVERED -> count + " connections work again";
            case VENUE_INCIDENT ->
                    alert.part() == Part.CLOSES
                            ? count + " exchanges work again"
                            : count + " exchanges have trouble: nothing for you to do";
            case DRIFTED -> count + " API keys changed";
            case EXPIRING -> count + " API keys expire soon";
            case EXPIRED -> count + " API keys have expired";
            case PAUSED -> count + " strategies are paused";
            case RESUMED -> count + " strategies trade again";
            case TEST -> test().title();
        };
    }

    /** One of several: which, and what is wrong with it. */
    private static String row(Tiding tiding, Known known) {
        String venue = VenueNames.of(tiding.venue());
        String name =
                known.label() == null ? venue : Words.label(known.label()) + " (" + venue + ")";
        String detail = Words.quote(tiding.detail());
        return detail.isEmpty() ? name : name + ": " + detail;
    }

    private static String span(Instant since, Instant now) {
        Duration passed = Duration.between(since, now);
        if (passed.toHours() >= 48) {
            return passed.toDays() + " days";
        }
        if (passed.toMinutes() >= 120) {
            return passed.toHours() + " hours";
        }
        return Math.max(1, passed.toMinutes()) == 1 ? "a minute" : passed.toMinutes() + " minutes";
    }

    private static Known known(Tiding tiding, Map<ConnectionId, Known> connections) {
        ConnectionId id = tiding.connectionId();
        return id == null
                ? Known.NOTHING
                : Objects.requireNonNullElse(connections.get(id), Known.NOTHING);
    }

    /** The label goes first when there is no room for both. */
    private static String title(String words, String label) {
        String whole = Words.oneLine(words + label);
        return Words.cut(whole, LONGEST_TITLE - 1);
    }

    private static void add(List<String> lines, String words) {
        if (!words.isEmpty()) {
            lines.add(words);
        }
    }
}
