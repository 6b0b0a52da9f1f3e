package io.sequence.intake.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:05:00Z");

    @Test
    void tellsTheMedianAndTheLongest() {
        assertThat(Point.of(AT, List.of(40, 9000, 42, 41, 43)))
                .isEqualTo(new Point(AT, 5, 0, 42, 9000));
        assertThat(Point.of(AT, List.of(50, 40))).isEqualTo(new Point(AT, 2, 0, 40, 50));
    }

    @Test
    void countsFailuresAndLeavesThemOutOfThePace() {
        assertThat(Point.of(AT, List.of(Ping.FAILED, 40, Ping.FAILED)))
                .isEqualTo(new Point(AT, 3, 2, 40, 40));
    }

    @Test
    void knowsNoPaceWhenNothingWorked() {
        assertThat(Point.of(AT, List.of(Ping.FAILED))).isEqualTo(new Point(AT, 1, 1, null, null));
    }
}
