package io.sequence.expiry.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reminders of one credential: each step is said at most once, and never an earlier one after a
 * later one.
 *
 * <p>A step is due from its moment until the next step's moment. So whoever was away hears only the
 * nearest step that is still true: back two days before expiry, the step of three days is said and
 * the one of ten never; back five days before, the step of ten is said, late, because a late
 * warning is better than none before the last three days.
 *
 * @param expiresAt the credential's last moment
 * @param said the lowest step that was said, null when none was
 */
public record ReminderLadder(Instant expiresAt, @Nullable ReminderStep said) {
    /** The ladder of a credential of which nothing was said. */
    public static ReminderLadder fresh(Instant expiresAt) {
        return new ReminderLadder(expiresAt, null);
    }

    /**
     * The ladder of the same credential after its moment has moved. To a later one it begins anew;
     * to an earlier one what was said stays said.
     */
    public ReminderLadder movedTo(Instant moment) {
        return moment.isAfter(expiresAt) ? fresh(moment) : new ReminderLadder(moment, said);
    }

    /** The one step to say now, null when there is none. */
    public @Nullable ReminderStep due(Instant now) {
        ReminderStep reached = null;
        for (ReminderStep step : ReminderStep.values()) {
            if (!now.isBefore(step.reachedAt(expiresAt))) {
                reached = step;
            }
        }
        if (reached == null || (said != null && reached.compareTo(said) <= 0)) {
            return null;
        }
        return reached;
    }

    /** When there may next be something to say; in the past when it is due; null at the end. */
    public @Nullable Instant nextAt() {
        int next = said == null ? 0 : said.ordinal() + 1;
        ReminderStep[] steps = ReminderStep.values();
        return next < steps.length ? steps[next].reachedAt(expiresAt) : null;
    }

    /** The ladder after that step was said. */
    public ReminderLadder after(ReminderStep step) {
        return new ReminderLadder(expiresAt, step);
    }
}
