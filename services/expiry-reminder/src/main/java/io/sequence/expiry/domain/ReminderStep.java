package io.sequence.expiry.domain;

import java.time.Duration;
import java.time.Instant;

/** A step of the ladder, from the first warning down to the end. */
public enum ReminderStep {
    /** Meant for the window of 10 to 7 days before; see {@link ReminderLadder#due}. */
    TEN_DAYS(10),
    THREE_DAYS(3),
    ONE_DAY(1),
    /** The key's last moment has come. */
    EXPIRY(0);

    private final int daysBefore;

    ReminderStep(int daysBefore) {
        this.daysBefore = daysBefore;
    }

    /** How many days of 24 hours before expiry the step is reached; 0 is expiry itself. */
    public int daysBefore() {
        return daysBefore;
    }

    /**
     * The step that is reached so many days before expiry.
     *
     * @throws IllegalArgumentException when the ladder has no such step
     */
    public static ReminderStep of(int daysBefore) {
        for (ReminderStep step : values()) {
            if (step.daysBefore == daysBefore) {
                return step;
            }
        }
        throw new IllegalArgumentException("no step at " + daysBefore + " days");
    }

    /** When the step is reached on the way to that expiry. */
    Instant reachedAt(Instant expiresAt) {
        return expiresAt.minus(Duration.ofDays(daysBefore));
    }
}
