package io.sequence.venues.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Spares a host that does not answer: opens after so many failures in a row, and then lets one
 * probe through per pause until one is answered.
 */
final class Breaker {
    private final InstantSource clock;
    private final int failuresToOpen;
    private final Duration pause;

    private int failures;
    private @Nullable Instant nextProbe;

    Breaker(InstantSource clock, int failuresToOpen, Duration pause) {
        this.clock = clock;
        this.failuresToOpen = failuresToOpen;
        this.pause = pause;
    }

    /** Whether a call may go out now; on an open breaker the caller becomes the probe. */
    synchronized boolean admits() {
        if (nextProbe == null) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(nextProbe)) {
            return false;
        }
        nextProbe = now.plus(pause);
        return true;
    }

    /** The call that was let through did not go out: another may be the probe at once. */
    synchronized void spared() {
        if (nextProbe != null) {
            nextProbe = clock.instant();
        }
    }

    synchronized void answered() {
        failures = 0;
        nextProbe = null;
    }

    synchronized void failed() {
        failures++;
        if (failures >= failuresToOpen) {
            nextProbe = clock.instant().plus(pause);
        }
    }
}
