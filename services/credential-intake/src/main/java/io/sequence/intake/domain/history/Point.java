package io.sequence.intake.domain.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pings of one slot showed.
 *
 * @param at when the slot began
 * @param pings how many there were
 * @param failed how many of them did not work
 * @param typicalMillis the median of those that worked; null when none did
 * @param longestMillis the longest of those that worked; null when none did
 */
public record Point(
        Instant at,
        int pings,
        int failed,
        @Nullable Integer typicalMillis,
        @Nullable Integer longestMillis) {
    /** Sums up pings by the time they took, {@link Ping#FAILED} for each that did not work. */
    public static Point of(Instant at, List<Integer> took) {
        List<Integer> worked = took.stream().filter(one -> one != Ping.FAILED).sorted().toList();
        return new Point(
                at,
                took.size(),
                took.size() - worked.size(),
                worked.isEmpty() ? null : worked.get((worked.size() - 1) / 2),
                worked.isEmpty() ? null : worked.getLast());
    }
}
