package io.sequence.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final int MANY = 100_000;

    private final Tally tally = new Tally();

    @Test
    void tellsRateAndLatencies() {
        for (long n = MANY; n >= 1; n--) {
            tally.taken(n * 1_000);
        }
        tally.end(Duration.ofSeconds(20));
        assertThat(tally.perSecond()).isEqualTo(MANY / 20.0);
        assertThat(tally.millis(0.5)).isBetween(49.9, 50.1);
        assertThat(tally.millis(0.99)).isBetween(98.9, 99.1);
        assertThat(tally.millis(1)).isEqualTo(100.0);
    }

    @Test
    void keepsTheFirstRefusalAndCountsAll() {
        tally.refused("422 first");
        tally.refused("500 second");
        assertThat(tally.refused()).isEqualTo(2);
        assertThat(tally.firstRefusal()).isEqualTo("422 first");
    }

    @Test
    void knowsNoLatencyOfNothing() {
        tally.end(Duration.ofSeconds(1));
        assertThat(tally.millis(0.5)).isNaN();
    }
}
