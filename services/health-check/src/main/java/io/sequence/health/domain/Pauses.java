package io.sequence.health.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether this process was held up: stopped, starved, or its machine suspended. A ping that failed
 * across such a pause says nothing about its venue. Safe for use by many threads.
 */
public final class Pauses {
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(3);

    private volatile Instant tickedAt = Instant.MAX;
    private volatile Instant pausedAt = Instant.MIN;

    /** One round of the clock that never waits; true when there was a pause before it. */
    public boolean tick(Instant now) {
        boolean paused = isOpen(now);
        if (paused) {
            pausedAt = now;
        }
        tickedAt = now;
        return paused;
    }

    /** Whether there was a pause since that moment, or is one of which the clock knows nothing. */
    public boolean since(Instant moment, Instant now) {
        return isOpen(now) || pausedAt.isAfter(moment);
    }

    private boolean isOpen(Instant now) {
        return tickedAt.isBefore(now.minus(LONGEST_ROUND));
    }
}
