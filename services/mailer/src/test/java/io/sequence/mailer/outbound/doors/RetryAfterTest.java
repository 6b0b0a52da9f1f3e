package io.sequence.mailer.outbound.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2027-01-02T03:04:05Z");

    private static Duration of(String header) {
        return RetryAfter.of(Map.of("retry-after", header), NOW);
    }

    @Test
    void readsSecondsAndDates() {
        assertThat(of("17")).isEqualTo(Duration.ofSeconds(17));
        assertThat(of("Sat, 02 Jan 2027 03:05:05 GMT")).isEqualTo(Duration.ofMinutes(1));
        assertThat(of("Sat, 02 Jan 2027 03:00:00 GMT")).isEqualTo(Duration.ZERO);
    }

    @Test
    void waitsNoLongerThanADay() {
        assertThat(of("999999999")).isEqualTo(Duration.ofDays(1));
        assertThat(of("Fri, 02 Jan 2037 03:05:05 GMT")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void knowsNothingElse() {
        assertThat(of("soon")).isNull();
        assertThat(of("-5")).isNull();
        assertThat(RetryAfter.of(Map.of(), NOW)).isNull();
    }
}
