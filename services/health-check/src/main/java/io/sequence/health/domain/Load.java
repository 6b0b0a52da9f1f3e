package io.sequence.health.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of one venue's budget at one of our addresses. Filled by the watchlist alone. */
public final class Load {
    int connections;
    int waiting;
    private @Nullable Instant waitingSince;

    Load() {}

    void waitsSince(Instant dueAt) {
        Instant known = waitingSince;
        if (known == null || dueAt.isBefore(known)) {
            waitingSince = dueAt;
        }
    }

    /** Connections that are pinged through it. */
    public int connections() {
        return connections;
    }

    /** Those of them that are due and wait for room. */
    public int waiting() {
        return waiting;
    }

    /** Since when the first of those is due; null when none waits. */
    public @Nullable Instant waitingSince() {
        return waitingSince;
    }
}
