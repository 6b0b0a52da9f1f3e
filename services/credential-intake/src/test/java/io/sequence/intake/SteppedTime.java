package io.sequence.intake;

import io.sequence.testing.SteppedClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The service's clock under test; begins now, as verifiers of tokens read their own. */
@Singleton
class SteppedTime {
    @Produces
    @Singleton
    SteppedClock clock() {
        return new SteppedClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
