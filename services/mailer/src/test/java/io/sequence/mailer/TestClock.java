package io.sequence.mailer;

import io.sequence.mailer.domain.Samples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A clock that starts where the samples' facts happen and that a test moves on: by the true one,
 * trouble of a fixed day would grow old while nobody changes a line.
 */
final class TestClock extends Clock {
    /** Says {@code true} where others judge the house's clock by theirs. */
    static final String TRUE_TIME = "sequence.test.true-time";

    private static final Duration BEHIND = Duration.between(Samples.NOON, Instant.now());
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private TestClock() {}

    /** Moves everybody's clock on. */
    static void moveOn(Duration step) {
        AHEAD.accumulateAndGet(step, Duration::plus);
    }

    static Instant now() {
        return Instant.now().minus(BEHIND).plus(AHEAD.get());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** The house's clock in these tests. */
    @ApplicationScoped
    static class OfTheHouse {
        @Produces
        @ApplicationScoped
        Clock clock(@ConfigProperty(name = TRUE_TIME, defaultValue = "false") boolean trueTime) {
            return trueTime ? Clock.systemUTC() : new TestClock();
        }
    }
}
