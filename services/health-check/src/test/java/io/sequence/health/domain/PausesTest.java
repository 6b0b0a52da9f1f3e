package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Pauses pauses = new Pauses();

    @Test
    void seesNoneWhileTheClockTicks() {
        assertThat(pauses.tick(NOW)).isFalse();
        assertThat(pauses.tick(NOW.plusMillis(200))).isFalse();
        assertThat(pauses.since(NOW, NOW.plusMillis(300))).isFalse();
    }

    @Test
    void seesOneBeforeTheClockTicksAgain() {
        pauses.tick(NOW);
        assertThat(pauses.since(NOW, NOW.plusSeconds(10))).isTrue();
    }

    @Test
    void remembersOneForWhatBeganBeforeIt() {
        pauses.tick(NOW);
        assertThat(pauses.tick(NOW.plusSeconds(10))).isTrue();
        assertThat(pauses.since(NOW, NOW.plusSeconds(11))).isTrue();
        assertThat(pauses.since(NOW.plusSeconds(11), NOW.plusSeconds(12))).isFalse();
    }
}
