package io.sequence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteppedClockTest {

    @Test
    void standsUntilItIsMoved() {
        SteppedClock clock = SteppedClock.at("2026-11-20T00:00:00Z");

        assertThat(clock.instant()).isEqualTo(clock.instant());
        clock.step(Duration.ofDays(80));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-02-08T00:00:00Z"));
    }
}
