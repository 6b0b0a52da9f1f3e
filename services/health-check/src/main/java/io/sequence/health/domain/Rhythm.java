package io.sequence.health.domain;

import io.sequence.vocabulary.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a connection's turn is: once an interval, at a moment of its own, so that all connections
 * together are spread evenly and keep their moments over restarts and take-overs.
 *
 * @param interval between two pings of a connection
 */
public record Rhythm(Duration interval) {
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The connection's next moment after the one given. */
    public Instant after(ConnectionId connection, Instant moment) {
        long step = interval.toMillis();
        long phase = Math.floorMod(mixed(connection), step);
        long now = moment.toEpochMilli();
        long into = Math.floorMod(now - phase, step);
        return Instant.ofEpochMilli(now - into + step);
    }

    /**
     * The moment to go on with after a gap, be it a pause or another owner's end. What was missed
     * in the last half of an interval is made up for half an interval late: so at most twice the
     * usual number comes at once, and nothing in a rush.
     *
     * @param lastAt when the connection was pinged last; null when that is unknown
     */
    public Instant resume(ConnectionId connection, @Nullable Instant lastAt, Instant now) {
        Duration late = interval.dividedBy(2);
        Instant missed = after(connection, now.minus(late));
        boolean isMissed = !missed.isAfter(now) && (lastAt == null || lastAt.isBefore(missed));
        return isMissed ? missed.plus(late) : after(connection, now);
    }

    /**
     * The connection's next moment, or an earlier one that a recheck asks for; never sooner than
     * the venue asks.
     *
     * @param recheck how soon to look again; null when the usual moment will do
     * @param asked how long the venue asks us to wait; null when it does not say
     */
    public Instant after(
            ConnectionId connection,
            Instant moment,
            @Nullable Duration recheck,
            @Nullable Duration asked) {
        Instant usual = after(connection, moment);
        Instant soon = recheck == null ? usual : moment.plus(recheck);
        Instant wanted = soon.isBefore(usual) ? soon : usual;
        if (asked == null) {
            return wanted;
        }
        Instant allowed =
                moment.plus(asked.compareTo(LONGEST_ASKED_FOR) < 0 ? asked : LONGEST_ASKED_FOR);
        return allowed.isAfter(wanted) ? allowed : wanted;
    }

    /** Time-ordered ids of one second must not share one moment. */
    private static long mixed(ConnectionId connection) {
        long bits =
                connection.value().getMostSignificantBits()
                        ^ connection.value().getLeastSignificantBits();
        long mixed = bits * GOLDEN;
        return mixed ^ (mixed >>> 32);
    }
}
