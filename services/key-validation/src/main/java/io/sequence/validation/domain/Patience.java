package io.sequence.validation.domain;

import io.sequence.faults.Fault;
import io.sequence.validation.domain.Verdict.NotYet;
import io.sequence.validation.domain.Verdict.Refused;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the house asks again before it says something.
 *
 * @param attempts after so many attempts without a verdict the submission is called delayed
 * @param time or after so long
 * @param ambiguousTimes how often a venue must refuse a key without saying why
 * @param ambiguousWindow over how long at least
 */
public record Patience(int attempts, Duration time, int ambiguousTimes, Duration ambiguousWindow) {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);

    /** A venue may not know yet of a list that was changed a moment ago. */
    private static final int IP_TIMES = 2;

    private static final Duration IP_WINDOW = Duration.ofSeconds(2);

    /**
     * A refusal that counts only when it lasts.
     *
     * @param fault what the venue said
     * @param times how often so far
     * @param since when it said so first
     */
    public record Doubt(Fault fault, int times, Instant since) {}

    /**
     * A verdict with what is to be remembered for the next attempt.
     *
     * @param verdict as it counts now
     * @param doubt what is open; null when nothing is
     */
    public record Settled(Verdict verdict, @Nullable Doubt doubt) {}

    /**
     * Holds a refusal back until it has lasted, when it is of a kind that passes: a venue's
     * unexplained no, or an IP list that may have been changed a moment ago.
     */
    public Settled settle(Verdict verdict, @Nullable Doubt before, Instant now) {
        return switch (verdict) {
            case NotYet(var reason, var after) when isDoubtful(reason.fault()) -> {
                Doubt doubt = more(reason.fault(), before, now);
                yield lasted(doubt, ambiguousTimes, ambiguousWindow, now)
                        ? new Settled(new Refused(reason), doubt)
                        : new Settled(
                                new NotYet(reason, spread(ambiguousWindow, ambiguousTimes)), doubt);
            }
            case Refused(var reason) when reason.fault() == Fault.IP_NOT_ALLOWED -> {
                Doubt doubt = more(Fault.IP_NOT_ALLOWED, before, now);
                yield lasted(doubt, IP_TIMES, IP_WINDOW, now)
                        ? new Settled(verdict, doubt)
                        : new Settled(new NotYet(reason, IP_WINDOW), doubt);
            }
            // The venue's own trouble in between says nothing about an open doubt.
            case NotYet notYet -> new Settled(notYet, before);
            case Refused refused -> new Settled(refused, null);
            case Verdict.Accepted accepted -> new Settled(accepted, null);
        };
    }

    /**
     * How long to wait before the next attempt: quickly first, then doubling up to a minute, spread
     * by a fifth either way; never sooner than the venue asks.
     *
     * @param attempt the attempt that failed, from 1
     * @param asked how long the venue asks us to wait
     * @param chance 0 to 1, spreads jobs that failed together
     */
    public static Duration pause(int attempt, @Nullable Duration asked, double chance) {
        Duration plain =
                attempt <= 1
                        ? FIRST
                        : min(STEP.multipliedBy(1L << Math.min(attempt - 2, 10)), LONGEST);
        Duration spread = Duration.ofMillis((long) (plain.toMillis() * (0.8 + 0.4 * chance)));
        Duration wanted = asked == null ? Duration.ZERO : min(asked, LONGEST_ASKED_FOR);
        return spread.compareTo(wanted) >= 0 ? spread : wanted;
    }

    /** Whether it is time to tell the user that the venue cannot be asked. */
    public boolean isOver(int attemptsMade, Instant since, Instant now) {
        return attemptsMade >= attempts || !now.isBefore(since.plus(time));
    }

    /**
     * A venue's no without a reason; or the no of one of its sites while another could not be
     * asked.
     */
    private static boolean isDoubtful(Fault fault) {
        return fault == Fault.AMBIGUOUS_AUTH || fault == Fault.INVALID_KEY;
    }

    private static Doubt more(Fault fault, @Nullable Doubt before, Instant now) {
        return before != null && before.fault() == fault
                ? new Doubt(fault, before.times() + 1, before.since())
                : new Doubt(fault, 1, now);
    }

    private static boolean lasted(Doubt doubt, int times, Duration window, Instant now) {
        return doubt.times() >= times && !now.isBefore(doubt.since().plus(window));
    }

    private static Duration spread(Duration window, int times) {
        return window.dividedBy(Math.max(1, times - 1));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
