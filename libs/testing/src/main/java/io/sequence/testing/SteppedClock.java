package io.sequence.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; in UTC. */
public final class SteppedClock extends Clock {

    private final AtomicReference<Instant> now;

    /** Stands at a moment. */
    public SteppedClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Stands at the moment that an ISO-8601 text names, e.g. {@code 2026-11-20T00:00:00Z}. */
    public static SteppedClock at(String moment) {
        return new SteppedClock(Instant.parse(moment));
    }

    /** Moves on, or back when the step is negative; returns the new moment. */
    public Instant step(Duration step) {
        return now.updateAndGet(moment -> moment.plus(step));
    }

    /** Moves to a moment. */
    public void set(Instant moment) {
        now.set(moment);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Only UTC: what is shown in other zones is not a clock's affair. */
    @Override
    public Clock withZone(ZoneId zone) {
        if (!zone.equals(ZoneOffset.UTC)) {
            throw new IllegalArgumentException("the house's clocks run in UTC");
        }
        return this;
    }
}
