package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Standing.Evidence;
import io.sequence.health.domain.Standing.Flaps;
import io.sequence.health.domain.Standing.Recovery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Patience PATIENCE =
            Patience.standard(Duration.ofMinutes(2), Duration.ofSeconds(10));
    private static final Observation DOUBT =
            new Failed(Reason.of(Fault.AMBIGUOUS_AUTH, "-2015", ""), null);

    @Test
    void asksWithTheFirstRefusalAndWithTheOneThatWouldCount() {
        assertThat(asks(Standing.FRESH, NOW)).isTrue();
        Standing doubted = doubted(1, Condition.SUSPECT);
        assertThat(asks(doubted, NOW.plusSeconds(20))).isFalse();
        assertThat(asks(doubted(2, Condition.SUSPECT), NOW.plusSeconds(40))).isFalse();
        assertThat(asks(doubted(2, Condition.SUSPECT), NOW.plusSeconds(120))).isTrue();
        assertThat(asks(doubted(6, Condition.SUSPECT), NOW.plusSeconds(121))).isTrue();
    }

    @Test
    void asksNothingOfKeysThatAreBlamedOrExcusedAlready() {
        assertThat(asks(doubted(9, Condition.REAUTH_NEEDED), NOW.plusSeconds(600))).isFalse();
        assertThat(asks(doubted(9, Condition.VENUE_INCIDENT), NOW.plusSeconds(600))).isFalse();
        var certain = new Failed(Reason.of(Fault.INVALID_KEY, "-2008", ""), null);
        assertThat(Doubts.worthAsking(Standing.FRESH, certain, PATIENCE, NOW)).isFalse();
        assertThat(Doubts.worthAsking(Standing.FRESH, new Observation.Worked(), PATIENCE, NOW))
                .isFalse();
    }

    private static boolean asks(Standing before, Instant now) {
        return Doubts.worthAsking(before, DOUBT, PATIENCE, now);
    }

    private static Standing doubted(int times, Condition condition) {
        return new Standing(
                condition,
                null,
                NOW,
                NOW,
                new Evidence(0, null, times, NOW, 0),
                Recovery.NONE,
                Flaps.NONE);
    }
}
