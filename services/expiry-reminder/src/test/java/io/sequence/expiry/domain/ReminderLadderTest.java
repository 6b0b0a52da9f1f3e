package io.sequence.expiry.domain;

import static io.sequence.expiry.domain.ReminderStep.EXPIRY;
import static io.sequence.expiry.domain.ReminderStep.ONE_DAY;
import static io.sequence.expiry.domain.ReminderStep.TEN_DAYS;
import static io.sequence.expiry.domain.ReminderStep.THREE_DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderLadderTest {
    private static final Instant END = Instant.parse("2027-06-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P90D,",
        "P10DT0.001S,",
        "P10D,TEN_DAYS",
        "P8D,TEN_DAYS",
        "P7D,TEN_DAYS",
        "P5D,TEN_DAYS",
        "P3DT0.001S,TEN_DAYS",
        "P3D,THREE_DAYS",
        "P2D,THREE_DAYS",
        "P1DT0.001S,THREE_DAYS",
        "P1D,ONE_DAY",
        "PT1H,ONE_DAY",
        "PT0.001S,ONE_DAY",
        "PT0S,EXPIRY",
        "PT-0.001S,EXPIRY",
        "P-400D,EXPIRY"
    })
    void saysTheNearestStepThatIsTrue(Duration left, @Nullable ReminderStep expected) {
        assertThat(ReminderLadder.fresh(END).due(END.minus(left))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TEN_DAYS,P8D,",
        "TEN_DAYS,P3D,THREE_DAYS",
        "TEN_DAYS,PT5H,ONE_DAY",
        "TEN_DAYS,PT0S,EXPIRY",
        "THREE_DAYS,P8D,",
        "THREE_DAYS,P2D,",
        "THREE_DAYS,P1D,ONE_DAY",
        "ONE_DAY,PT1H,",
        "ONE_DAY,P-3D,EXPIRY",
        "EXPIRY,P-3D,",
        "EXPIRY,P9D,"
    })
    void saysNoStepTwiceAndNoneThatHasPassed(
            ReminderStep said, Duration left, @Nullable ReminderStep expected) {
        assertThat(new ReminderLadder(END, said).due(END.minus(left))).isEqualTo(expected);
    }

    @Test
    void knowsWhenToLookAgain() {
        ReminderLadder ladder = ReminderLadder.fresh(END);
        assertThat(ladder.nextAt()).isEqualTo("2027-06-05T12:00:00Z");
        assertThat(ladder.after(TEN_DAYS).nextAt()).isEqualTo("2027-06-12T12:00:00Z");
        assertThat(ladder.after(THREE_DAYS).nextAt()).isEqualTo("2027-06-14T12:00:00Z");
        assertThat(ladder.after(ONE_DAY).nextAt()).isEqualTo(END);
        assertThat(ladder.after(EXPIRY).nextAt()).isNull();
    }

    @Test
    void isSilentAfterAnAbsenceButForTheNearestStep() {
        assertThat(walk(ReminderLadder.fresh(END), List.of(Duration.ofDays(2), Duration.ofDays(2))))
                .containsExactly(THREE_DAYS);
        assertThat(walk(ReminderLadder.fresh(END), List.of(Duration.ofHours(-1), Duration.ZERO)))
                .containsExactly(EXPIRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2028-03-05T00:00:00Z", // the ten days cross 29 February of a leap year
                "2028-02-29T23:59:59Z", // ends on the leap day
                "2027-03-05T00:00:00Z", // a year without one
                "2027-03-30T01:30:00Z", // crosses the change to summer time in Europe
                "2026-11-03T06:30:00Z", // crosses the change from it in America
                "2027-01-04T00:00:00Z" // crosses the year's end
            })
    void countsDaysOfTwentyFourHoursOnAnyDate(Instant end) {
        ReminderLadder ladder = ReminderLadder.fresh(end);
        Instant tenDays = end.minusSeconds(864_000);
        assertThat(ladder.due(tenDays.minusMillis(1))).isNull();
        assertThat(ladder.due(tenDays)).isEqualTo(TEN_DAYS);
        assertThat(ladder.due(end.minusSeconds(259_200))).isEqualTo(THREE_DAYS);
        assertThat(ladder.due(end.minusSeconds(86_400))).isEqualTo(ONE_DAY);
        assertThat(ladder.due(end.minusMillis(1))).isEqualTo(ONE_DAY);
        assertThat(ladder.due(end)).isEqualTo(EXPIRY);
    }

    @Test
    void saysEachStepOnceWhenTheClockTicksSteadily() {
        var ticks = new ArrayList<Duration>();
        for (int hours = 20 * 24; hours >= -48; hours--) {
            ticks.add(Duration.ofHours(hours));
        }
        assertThat(walk(ReminderLadder.fresh(END), ticks))
                .containsExactly(TEN_DAYS, THREE_DAYS, ONE_DAY, EXPIRY);
    }

    @Test
    void descendsHoweverTheClockIsLookedAt() {
        var random = new Random(7);
        for (int run = 0; run < 500; run++) {
            List<Duration> looks =
                    random.longs(30, -100_000, 1_500_000).mapToObj(Duration::ofSeconds).toList();
            List<ReminderStep> said = walk(ReminderLadder.fresh(END), looks);
            assertThat(said).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void isDueExactlyWhenItsNextMomentHasCome() {
        var random = new Random(11);
        for (int run = 0; run < 2_000; run++) {
            ReminderStep[] steps = ReminderStep.values();
            int pick = random.nextInt(steps.length + 1);
            var ladder = new ReminderLadder(END, pick == steps.length ? null : steps[pick]);
            Instant now = END.minusSeconds(random.nextLong(-100_000, 1_500_000));
            Instant next = ladder.nextAt();
            assertThat(ladder.due(now) != null)
                    .as("%s at %s", ladder, now)
                    .isEqualTo(next != null && !next.isAfter(now));
        }
    }

    @Test
    void knowsNoOtherSteps() {
        assertThat(ReminderStep.of(3)).isEqualTo(THREE_DAYS);
        assertThatIllegalArgumentException().isThrownBy(() -> ReminderStep.of(7));
    }

    private static List<ReminderStep> walk(ReminderLadder from, List<Duration> looks) {
        var said = new ArrayList<ReminderStep>();
        ReminderLadder ladder = from;
        for (Duration left : looks) {
            ReminderStep step = ladder.due(END.minus(left));
            if (step != null) {
                said.add(step);
                ladder = ladder.after(step);
            }
        }
        return said;
    }
}
