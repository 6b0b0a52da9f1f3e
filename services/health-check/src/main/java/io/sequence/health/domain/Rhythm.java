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
