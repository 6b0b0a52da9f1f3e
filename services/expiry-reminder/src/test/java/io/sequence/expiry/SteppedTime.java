package io.sequence.expiry;

import io.sequence.testing.SteppedClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock that the service runs on under test. */
@Singleton
class SteppedTime {
    @Produces
    @Singleton
    SteppedClock clock() {
        return SteppedClock.at("2027-01-01T00:00:00Z");
    }
}
