package io.sequence.simulator.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which a venue is closed, as its status announces it; without an end it is open. */
public record Maintenance(Instant from, @Nullable Instant until) {
    /** Whether it is going on. */
    public boolean isOngoing(Instant now) {
        return !now.isBefore(from);
    }
}
