package io.sequence.mailer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmLadderTest {
    private static final Instant NOON = Samples.NOON;

    private static List<Duration> steps(Duration persist) {
        var found = new ArrayList<Duration>();
        Instant at = NOON;
        while ((at = AlarmLadder.next(NOON, persist, at)) != null) {
            found.add(Duration.between(NOON, at));
        }
        return found;
    }

    @Test
    void climbsFromMinutesToDaysAndEndsAfterAWeek() {
        assertThat(steps(Duration.ofMinutes(5)))
                .containsExactly(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(8),
                        Duration.ofDays(1),
                        Duration.ofDays(2),
                        Duration.ofDays(3),
                        Duration.ofDays(4),
                        Duration.ofDays(5),
                        Duration.ofDays(6),
                        Duration.ofDays(7));
    }

    @Test
    void beginsWithWhatTheUserCallsLasting() {
        assertThat(steps(Duration.ofMinutes(30)))
                .startsWith(Duration.ofMinutes(30), Duration.ofHours(2));
        assertThat(steps(Duration.ofHours(3)))
                .startsWith(Duration.ofHours(3), Duration.ofHours(8), Duration.ofDays(1));
        assertThat(steps(Duration.ofDays(1))).startsWith(Duration.ofDays(1), Duration.ofDays(2));
    }

    @Test
    void doesNotMakeUpForStepsThatWereMissed() {
        Duration persist = Duration.ofMinutes(5);
        assertThat(AlarmLadder.next(NOON, persist, NOON.plus(Duration.ofHours(3))))
                .isEqualTo(NOON.plus(Duration.ofHours(8)));
        assertThat(AlarmLadder.next(NOON, persist, NOON.plus(Duration.ofDays(30)))).isNull();
    }

    @Test
    void lettersComeAfterADayAndThenWeeklyForTwoMonths() {
        var days = new ArrayList<Long>();
        Instant at = NOON;
        while ((at = AlarmLadder.nextLetter(NOON, at)) != null) {
            days.add(Duration.between(NOON, at).toDays());
        }
        assertThat(days).containsExactly(1L, 8L, 15L, 22L, 29L, 36L, 43L, 50L, 57L);
        assertThat(AlarmLadder.nextLetter(NOON, NOON.plus(Duration.ofDays(10))))
                .isEqualTo(NOON.plus(Duration.ofDays(15)));
    }

    @Test
    void alwaysMovesOn() {
        for (int minutes = 1; minutes <= 1440; minutes += 7) {
            Duration persist = Duration.ofMinutes(minutes);
            assertThat(steps(persist))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .first()
                    .isEqualTo(persist);
            assertThat(steps(persist)).last().isEqualTo(Duration.ofDays(7));
        }
    }
}
