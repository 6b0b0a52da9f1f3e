package io.sequence.intake.domain.history;

import io.sequence.events.HealthState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a connection did not work, for one kind of reason.
 *
 * @param state what it was in
 * @param from when it began; may lie before the history
 * @param until when it ended; null while it lasts
 * @param reason as it was told first, as JSON
 */
public record Outage(
        HealthState state, Instant from, @Nullable Instant until, @Nullable String reason) {
    /**
     * The outages that lasted into the time after {@code since}, oldest first. The order of the
     * turns does not matter, nor whether one is there twice; one about a key that was replaced
     * before counts for nothing.
     */
    public static List<Outage> of(List<Turn> turns, Instant since) {
        var outages = new ArrayList<Outage>();
        Turn now = null;
        Instant begun = Instant.MIN;
        long revision = 0;
        for (Turn turn : turns.stream().sorted(Comparator.comparing(Turn::at)).toList()) {
            if (turn.revision() < revision) {
                continue;
            }
            revision = turn.revision();
            if (now != null && now.state() == turn.state()) {
                continue;
            }
            Instant began = later(begun, turn.beganAt());
            if (now != null) {
                end(outages, now, begun, began);
            }
            now = turn;
            begun = began;
        }
        if (now != null) {
            end(outages, now, begun, null);
        }
        return outages.stream().filter(outage -> outage.lastsBeyond(since)).toList();
    }

    private static void end(
            List<Outage> outages, Turn turn, Instant from, @Nullable Instant until) {
        if (turn.state() != HealthState.CONNECTED && !from.equals(until)) {
            outages.add(new Outage(turn.state(), from, until, turn.reason()));
        }
    }

    private boolean lastsBeyond(Instant since) {
        return until == null || until.isAfter(since);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
