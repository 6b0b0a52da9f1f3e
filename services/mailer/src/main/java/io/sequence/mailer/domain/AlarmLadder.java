package io.sequence.mailer.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When trouble that lasts is told again: after it persisted, at half an hour, two and eight hours,
 * then daily; not any more after a week.
 */
public final class AlarmLadder {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration END = Duration.ofDays(7);
    private static final long LETTERS = 8;
    private static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(8));

    private AlarmLadder() {}

    /**
     * When a letter says next that it lasts: after a day, then weekly, for two months.
     *
     * @return null when no more are written
     */
    public static @Nullable Instant nextLetter(Instant confirmedAt, Instant after) {
        long weeks = Math.floorDiv(Duration.between(confirmedAt.plus(DAY), after).toDays(), 7L);
        boolean first = after.isBefore(confirmedAt.plus(DAY));
        long next = first ? 0 : weeks + 1;
        return next > LETTERS ? null : confirmedAt.plus(DAY).plus(DAY.multipliedBy(7 * next));
    }

    /**
     * The next step after a moment; what was missed is not made up for.
     *
     * @param confirmedAt when the trouble was confirmed
     * @param persist after how long the first step is, less than or equal to a day
     * @return null when the ladder has ended
     */
    public static @Nullable Instant next(Instant confirmedAt, Duration persist, Instant after) {
        Duration passed = Duration.between(confirmedAt, after);
        if (passed.compareTo(persist) < 0) {
            return confirmedAt.plus(persist);
        }
        for (Duration step : STEPS) {
            if (step.compareTo(persist) > 0 && step.compareTo(passed) > 0) {
                return confirmedAt.plus(step);
            }
        }
        Duration daily = DAY.multipliedBy(passed.toDays() + 1);
        boolean first = daily.compareTo(persist) <= 0;
        Duration step = first ? daily.plus(DAY) : daily;
        return step.compareTo(END) > 0 ? null : confirmedAt.plus(step);
    }
}
