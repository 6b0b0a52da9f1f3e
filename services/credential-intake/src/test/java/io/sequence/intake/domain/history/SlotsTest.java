package io.sequence.intake.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:07:12.345Z");

    @Test
    void beginAtFiveMinutesOfTheHour() {
        assertThat(Slots.of(NOW)).isEqualTo("2026-11-21T10:05:00Z");
        assertThat(Slots.of(Instant.parse("2026-11-21T10:05:00Z")))
                .isEqualTo("2026-11-21T10:05:00Z");
        assertThat(Slots.of(Instant.parse("1969-12-31T23:59:59Z")))
                .isEqualTo("1969-12-31T23:55:00Z");
    }

    @Test
    void showADayWithTheOneUnderWay() {
        assertThat(Slots.first(NOW)).isEqualTo("2026-11-20T10:10:00Z");
        assertThat(Slots.between(Slots.first(NOW), NOW))
                .hasSize(Slots.SHOWN)
                .startsWith(Instant.parse("2026-11-20T10:10:00Z"))
                .endsWith(Instant.parse("2026-11-21T10:05:00Z"));
    }

    @Test
    void keepNeitherWhatIsTooOldNorWhatLiesAhead() {
        assertThat(Slots.isKept(Slots.first(NOW), NOW)).isTrue();
        assertThat(Slots.isKept(Slots.first(NOW).minusMillis(1), NOW)).isFalse();
        assertThat(Slots.isKept(NOW.plus(Duration.ofMinutes(5)), NOW)).isTrue();
        assertThat(Slots.isKept(NOW.plus(Duration.ofMinutes(6)), NOW)).isFalse();
    }
}
