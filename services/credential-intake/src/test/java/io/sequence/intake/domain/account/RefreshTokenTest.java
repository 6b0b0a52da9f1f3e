package io.sequence.intake.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.intake.domain.account.RefreshToken.Chain;
import io.sequence.intake.domain.account.RefreshToken.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant END = NOON.plus(RefreshToken.LIFETIME);

    private final RefreshToken newest = new RefreshToken(END, 7);
    private final RefreshToken before = new RefreshToken(END, 6);
    private final RefreshToken older = new RefreshToken(END, 5);
    private final Chain chain = new Chain(false, 7, NOON, false);
    private final Chain repeated = new Chain(false, 7, NOON, true);

    @Test
    void exchangesTheNewestUntilItExpires() {
        assertThat(newest.present(chain, NOON)).isEqualTo(Verdict.ROTATE);
        assertThat(newest.present(chain, END.minusMillis(1))).isEqualTo(Verdict.ROTATE);
        assertThat(newest.present(chain, END)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void exchangesEitherOfTwoThatWereGivenForOne() {
        assertThat(newest.present(repeated, NOON)).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void takesTheOneBeforeOnceMoreForAMoment() {
        assertThat(before.present(chain, after(0))).isEqualTo(Verdict.REPEAT);
        assertThat(before.present(chain, after(29_999))).isEqualTo(Verdict.REPEAT);
        assertThat(before.present(chain, after(30_000))).isEqualTo(Verdict.REUSED);
    }

    @Test
    void takesTheOneBeforeFromAMachineWhoseClockIsBehind() {
        assertThat(before.present(chain, after(-2_000))).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void takesTheOneBeforeNotThrice() {
        assertThat(before.present(repeated, after(1))).isEqualTo(Verdict.REUSED);
    }

    @Test
    void endsTheSessionForAnythingOlder() {
        assertThat(older.present(chain, NOON)).isEqualTo(Verdict.REUSED);
        assertThat(older.present(chain, END.plusSeconds(1))).isEqualTo(Verdict.REUSED);
    }

    @Test
    void isWorthNothingWhenTheSessionHasEnded() {
        var ended = new Chain(true, 7, NOON, false);
        assertThat(newest.present(ended, NOON)).isEqualTo(Verdict.DEAD);
        assertThat(before.present(ended, NOON)).isEqualTo(Verdict.DEAD);
        assertThat(older.present(ended, NOON)).isEqualTo(Verdict.DEAD);
    }

    private static Instant after(long millis) {
        return NOON.plus(Duration.ofMillis(millis));
    }
}
