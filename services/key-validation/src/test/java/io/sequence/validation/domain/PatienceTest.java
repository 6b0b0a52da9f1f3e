package io.sequence.validation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.validation.domain.Patience.Settled;
import io.sequence.validation.domain.Verdict.NotYet;
import io.sequence.validation.domain.Verdict.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Patience PATIENCE =
            new Patience(5, Duration.ofSeconds(30), 3, Duration.ofMinutes(2));

    @Test
    void asksAgainQuicklyAndThenLessAndLessOften() {
        assertThat(Patience.pause(1, null, 0.5)).isEqualTo(Duration.ofMillis(200));
        assertThat(Patience.pause(2, null, 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Patience.pause(3, null, 0.5)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Patience.pause(6, null, 0.5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Patience.pause(9, null, 0.5)).isEqualTo(Duration.ofSeconds(60));
        assertThat(Patience.pause(100_000, null, 0.5)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void spreadsJobsThatFailedTogether() {
        assertThat(Patience.pause(3, null, 0)).isEqualTo(Duration.ofMillis(1600));
        assertThat(Patience.pause(3, null, 1)).isEqualTo(Duration.ofMillis(2400));
    }

    @Test
    void waitsAsLongAsTheVenueAsksWithinAnHour() {
        assertThat(Patience.pause(1, Duration.ofSeconds(20), 0.5))
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(Patience.pause(1, Duration.ofDays(30), 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(Patience.pause(9, Duration.ofSeconds(1), 0.5)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void isOverAfterItsAttemptsOrItsTime() {
        assertThat(PATIENCE.isOver(4, NOW, NOW.plusSeconds(29))).isFalse();
        assertThat(PATIENCE.isOver(5, NOW, NOW)).isTrue();
        assertThat(PATIENCE.isOver(1, NOW, NOW.plusSeconds(30))).isTrue();
    }

    @Test
    void believesAnUnexplainedNoOnlyWhenItLasts() {
        Verdict no = notYet(Fault.AMBIGUOUS_AUTH);
        Settled first = PATIENCE.settle(no, null, NOW);
        Settled second = PATIENCE.settle(no, first.doubt(), NOW.plusSeconds(60));
        Settled third = PATIENCE.settle(no, second.doubt(), NOW.plusSeconds(120));

        assertThat(first.verdict()).isInstanceOf(NotYet.class);
        assertThat(((NotYet) first.verdict()).retryAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(second.verdict()).isInstanceOf(NotYet.class);
        assertThat(third.verdict()).isInstanceOf(Refused.class);
    }

    @Test
    void doesNotBelieveManyUnexplainedNosInAMoment() {
        Verdict no = notYet(Fault.AMBIGUOUS_AUTH);
        Patience.Doubt doubt = null;
        for (int i = 0; i < 10; i++) {
            Settled settled = PATIENCE.settle(no, doubt, NOW.plusSeconds(i));
            assertThat(settled.verdict()).isInstanceOf(NotYet.class);
            doubt = settled.doubt();
        }
    }

    @Test
    void keepsADoubtOverTheVenuesOwnTrouble() {
        Verdict no = notYet(Fault.AMBIGUOUS_AUTH);
        Settled first = PATIENCE.settle(no, null, NOW);
        Settled between =
                PATIENCE.settle(
                        notYet(Fault.VENUE_UNAVAILABLE), first.doubt(), NOW.plusSeconds(10));
        assertThat(between.verdict()).isInstanceOf(NotYet.class);
        assertThat(between.doubt()).isEqualTo(first.doubt());
    }

    @Test
    void asksOnceMoreBeforeItBelievesAnIpList() {
        Verdict no = new Refused(Reason.of(Fault.IP_NOT_ALLOWED, "10010", "Unmatched IP"));
        Settled first = PATIENCE.settle(no, null, NOW);
        assertThat(first.verdict()).isInstanceOf(NotYet.class);
        assertThat(PATIENCE.settle(no, first.doubt(), NOW.plusSeconds(2)).verdict()).isEqualTo(no);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AMBIGUOUS_AUTH", "INVALID_KEY"})
    void neverTurnsPassingTroubleIntoAVerdict(Fault fault) {
        Patience.Doubt doubt = null;
        for (int i = 0; i < 50; i++) {
            Settled settled = PATIENCE.settle(notYet(fault), doubt, NOW.plus(Duration.ofHours(i)));
            assertThat(settled.verdict()).isInstanceOf(NotYet.class);
            doubt = settled.doubt();
        }
    }

    private static NotYet notYet(Fault fault) {
        return new NotYet(Reason.of(fault, "", ""), null);
    }
}
