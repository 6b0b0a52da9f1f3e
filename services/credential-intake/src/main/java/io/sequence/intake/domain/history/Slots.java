package io.sequence.intake.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** The day in pieces of five minutes, aligned to UTC. */
public final class Slots {
    /** How long a slot is. */
    public static final Duration STEP = Duration.ofMinutes(5);

    /** How many slots a history shows, the one under way included. */
    public static final int SHOWN = 288;

    private Slots() {}

    /** The beginning of the slot that a moment lies in. */
    public static Instant of(Instant at) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), step) * step);
    }

    /** The beginning of the oldest slot that is shown. */
    public static Instant first(Instant now) {
        return of(now).minus(STEP.multipliedBy(SHOWN - 1L));
    }

    /**
     * Whether a ping of that moment is still shown, or will be: clocks of two machines may differ
     * by a slot and no more.
     */
    public static boolean isKept(Instant at, Instant now) {
        return !at.isBefore(first(now)) && !at.isAfter(now.plus(STEP));
    }

    /** The beginnings of all slots between two moments, both included. */
    public static List<Instant> between(Instant from, Instant until) {
        Instant begin = of(from);
        long last = Duration.between(begin, of(until)).dividedBy(STEP);
        return LongStream.rangeClosed(0, last)
                .mapToObj(slot -> begin.plus(STEP.multipliedBy(slot)))
                .toList();
    }
}
