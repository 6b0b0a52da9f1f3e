package io.sequence.intake.domain.history;

import io.sequence.vocabulary.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * One ping of a connection, known again by the millisecond of its answer.
 *
 * @param connection which one
 * @param at when the answer came
 * @param took milliseconds that the venue took; {@link #FAILED} when the ping did not work
 */
public record Ping(ConnectionId connection, Instant at, int took) {
    /** Stands for the time that a failed ping took: it says nothing of the venue's pace. */
    public static final int FAILED = -1;

    /** A ping as it was told. */
    public static Ping of(ConnectionId connection, Instant at, boolean worked, long tookMillis) {
        return new Ping(
                connection, at, worked ? Math.clamp(tookMillis, 0, Integer.MAX_VALUE) : FAILED);
    }

    /** The slot that it belongs to. */
    public Instant slot() {
        return Slots.of(at);
    }

    /** Milliseconds since its slot began. */
    public int moment() {
        return Math.toIntExact(Duration.between(slot(), at).toMillis());
    }

    /**
     * Pings in groups that hold a connection's slot once at most, as one statement can write them.
     * A ping that answers several checks is told several times and stands here once.
     */
    public static List<List<Ping>> inWaves(List<Ping> pings) {
        record Place(ConnectionId connection, Instant slot) {}
        record Known(Place place, int moment) {}
        var waves = new ArrayList<List<Ping>>();
        var known = new HashSet<Known>();
        var next = new HashMap<Place, Integer>();
        for (Ping ping : pings) {
            var place = new Place(ping.connection(), ping.slot());
            if (known.add(new Known(place, ping.moment()))) {
                int wave = next.merge(place, 1, Integer::sum) - 1;
                if (wave == waves.size()) {
                    waves.add(new ArrayList<>());
                }
                waves.get(wave).add(ping);
            }
        }
        return waves;
    }
}
