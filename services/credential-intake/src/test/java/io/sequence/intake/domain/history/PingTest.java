package io.sequence.intake.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PingTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:05:01.250Z");
    private static final ConnectionId ONE = ConnectionId.next();
    private static final ConnectionId OTHER = ConnectionId.next();

    @Test
    void knowsItsPlace() {
        Ping ping = Ping.of(ONE, AT, true, 42);
        assertThat(ping.slot()).isEqualTo("2026-11-21T10:05:00Z");
        assertThat(ping.moment()).isEqualTo(1250);
        assertThat(ping.took()).isEqualTo(42);
    }

    @Test
    void saysNothingOfThePaceOfAFailure() {
        assertThat(Ping.of(ONE, AT, false, 42).took()).isEqualTo(Ping.FAILED);
    }

    @Test
    void bearsTimesThatNoClockTells() {
        assertThat(Ping.of(ONE, AT, true, -5).took()).isZero();
        assertThat(Ping.of(ONE, AT, true, Long.MAX_VALUE).took()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void standsOnceHoweverManyChecksItAnswers() {
        Ping ping = Ping.of(ONE, AT, true, 42);
        assertThat(Ping.inWaves(List.of(ping, ping, ping))).containsExactly(List.of(ping));
    }

    @Test
    void meetsItsSlotOnceAWave() {
        Ping first = Ping.of(ONE, AT, true, 42);
        Ping second = Ping.of(ONE, AT.plusSeconds(60), true, 43);
        Ping next = Ping.of(ONE, AT.plusSeconds(300), true, 44);
        Ping others = Ping.of(OTHER, AT, false, 0);
        assertThat(Ping.inWaves(List.of(first, second, next, others, first)))
                .containsExactly(List.of(first, next, others), List.of(second));
        assertThat(Ping.inWaves(List.of())).isEmpty();
    }
}
