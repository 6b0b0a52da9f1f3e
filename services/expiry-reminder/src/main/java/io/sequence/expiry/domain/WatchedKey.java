package io.sequence.expiry.domain;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.What;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyValidated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection's key.
 *
 * @param about the connection, with the version and revision that took effect last
 * @param label the user's name for it
 * @param ladder its reminders; null when the key is permanent, or nothing was validated yet
 * @param expiryReported whether the moment of expiry is the venue's word
 * @param state whether reminders are given
 */
public record WatchedKey(
        About about,
        String label,
        @Nullable ReminderLadder ladder,
        boolean expiryReported,
        State state) {

    /** Where a watched key is in its life. */
    public enum State {
        /** A row was made for it and no fact took effect yet. */
        UNHEARD,
        WATCHED,
        /** Its connection was ended; nothing brings it back. */
        ENDED
    }

    /** A connection of which no fact took effect yet. */
    public static WatchedKey unheard(About about) {
        return new WatchedKey(about, "", null, false, State.UNHEARD);
    }

    /**
     * A key was validated: its ladder begins afresh, unless the connection was ended or a fact of
     * the same or a later revision took effect before.
     */
    public WatchedKey on(KeyValidated event) {
        return switch (state) {
            case ENDED -> this;
            case UNHEARD -> begin(event);
            case WATCHED -> isNewer(event.about()) ? begin(event) : named(event);
        };
    }

    /** The venue tells another moment of the key, or none any more: the ladder moves with it. */
    public WatchedKey on(KeyDrifted event) {
        long told = event.about().revision();
        if (state == State.ENDED || (state == State.WATCHED && told < about.revision())) {
            return this;
        }
        boolean same = state == State.WATCHED && told == about.revision();
        boolean moved = event.changes().stream().anyMatch(change -> change.what() == What.EXPIRY);
        if (same && !moved) {
            return this;
        }
        return new WatchedKey(
                event.about(),
                label,
                moved(same ? ladder : null, event.expiresAt()),
                event.expiryReported(),
                State.WATCHED);
    }

    private static @Nullable ReminderLadder moved(
            @Nullable ReminderLadder before, @Nullable Instant moment) {
        if (moment == null) {
            return null;
        }
        return before == null ? ReminderLadder.fresh(moment) : before.movedTo(moment);
    }

    /** A change of the key was heard of before the key itself. */
    private WatchedKey named(KeyValidated event) {
        return label.isEmpty() && event.about().revision() == about.revision()
                ? new WatchedKey(about, event.label(), ladder, expiryReported, state)
                : this;
    }

    /** The connection was ended: for good, whatever arrives later. */
    public WatchedKey on(KeyDisconnected event) {
        return state == State.ENDED
                ? this
                : new WatchedKey(event.about(), "", null, false, State.ENDED);
    }

    /** What is to be said now and what is known after it was said; null when there is nothing. */
    public @Nullable Saying say(Instant now) {
        if (ladder == null) {
            return null;
        }
        ReminderStep step = ladder.due(now);
        if (step == null) {
            return null;
        }
        var after = new WatchedKey(about, label, ladder.after(step), expiryReported, state);
        return new Saying(step, fact(step, ladder.expiresAt(), now), after);
    }

    /** When there may next be something to say, null when never. */
    public @Nullable Instant nextAt() {
        return ladder == null ? null : ladder.nextAt();
    }

    private boolean isNewer(About other) {
        return other.revision() > about.revision();
    }

    private static WatchedKey begin(KeyValidated event) {
        Instant expiresAt = event.expiresAt();
        return new WatchedKey(
                event.about(),
                event.label(),
                expiresAt == null ? null : ReminderLadder.fresh(expiresAt),
                event.expiryReported(),
                State.WATCHED);
    }

    private ConnectionEvent fact(ReminderStep step, Instant expiresAt, Instant now) {
        return switch (step) {
            case TEN_DAYS, THREE_DAYS, ONE_DAY ->
                    new KeyExpiring(
                            about, label, expiresAt, step.daysBefore(), expiryReported, now);
            case EXPIRY -> new KeyExpired(about, label, expiresAt, expiryReported, now);
        };
    }

    /**
     * Something to say.
     *
     * @param step the ladder's step
     * @param fact the event
     * @param after what is known once it was said
     */
    public record Saying(ReminderStep step, ConnectionEvent fact, WatchedKey after) {}
}
