package io.sequence.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.domain.RequestLimits.Count;
import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.domain.RequestLimits.Switch;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:30Z");

    private final RequestLimits limits = new RequestLimits();

    @Test
    void countsNothingUntilItIsSwitchedOn() {
        assertThat(limits.take(Limit.of("ip a", 1, 1_000, 5), NOW)).isNull();
        limits.on(new Switch(1, 0));
        assertThat(limits.take(Limit.of("ip a", 1, 1_000, 5), NOW).exceeded()).isTrue();
        limits.off();
        assertThat(limits.take(Limit.of("ip a", 1, 1_000, 5), NOW)).isNull();
    }

    @Test
    void countsAnySpanWhereTheVenueDoes() {
        limits.on(new Switch(1, 0));
        Limit limit = Limit.of("ip a", 3, 5_000, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(limits.take(limit, NOW.plusSeconds(i)).exceeded()).isFalse();
        }
        Count over = limits.take(limit, NOW.plusSeconds(3));
        assertThat(over.exceeded()).isTrue();
        assertThat(over.resetMillis()).isEqualTo(2_000);
        assertThat(limits.take(Limit.of("ip b", 3, 5_000, 1), NOW.plusSeconds(3)).left())
                .isEqualTo(2);
        assertThat(limits.take(limit, NOW.plusSeconds(5)).exceeded()).isFalse();
    }

    @Test
    void countsFullMinutesWhereTheVenueDoes() {
        limits.on(new Switch(0.5, 40));
        Limit limit = new Limit("api", 100, 60_000, true, 10, 0);
        assertThat(limits.take(limit, NOW).used()).isEqualTo(50);
        Count over = limits.take(limit, NOW.plusSeconds(20));
        assertThat(over.exceeded()).isTrue();
        assertThat(over.resetMillis()).isEqualTo(10_000);
        assertThat(limits.take(limit, NOW.plusSeconds(30)).exceeded()).isFalse();
    }

    @Test
    void keepsOutWhoIsBanned() {
        limits.on(new Switch(1, 0));
        Limit limit = new Limit("ip a", 1, 1_000, false, 1, 600_000);
        limits.take(limit, NOW);
        assertThat(limits.take(limit, NOW).resetMillis()).isEqualTo(600_000);
        assertThat(limits.take(limit, NOW.plusSeconds(599)).exceeded()).isTrue();
        assertThat(limits.take(limit, NOW.plusSeconds(600)).exceeded()).isFalse();
    }
}
