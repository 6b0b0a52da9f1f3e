package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Limits that count by key: Kraken's smallest, 15 of which one comes back every 3 s. */
class KeyAllowancesTest {
    private static final long TAKES = 3_000_000;
    private static final long SPAN = 15 * TAKES;
    private static final long MINUTE = 60_000_000;

    private final KeyAllowances keys = new KeyAllowances();
    private long now = 1_800_000_000_000_000L;

    @Test
    void letsAKeySpendAllAtOnceAndThenAsItComesBack() {
        for (int i = 0; i < 15; i++) {
            assertThat(keys.take(7, TAKES, SPAN, now)).isZero();
        }
        assertThat(keys.take(7, TAKES, SPAN, now)).isEqualTo(TAKES);
        assertThat(keys.take(8, TAKES, SPAN, now)).as("another's").isZero();
        now += TAKES;
        assertThat(keys.take(7, TAKES, SPAN, now)).isZero();
        assertThat(keys.take(7, TAKES, SPAN, now)).isEqualTo(TAKES);
    }

    @Test
    void waitsForTheResetThatTheVenueNames() {
        keys.exhaust(7, TAKES, SPAN, now + 500_000, now);
        assertThat(keys.wait(7, TAKES, SPAN, now)).isEqualTo(500_000);
        assertThat(keys.wait(7, TAKES, SPAN, now + 500_000)).isZero();
    }

    @Test
    void holdsOnlyKeysThatHaveSpentOfLateHoweverManyThereAre() {
        var order = new Random(5);
        for (int minute = 0; minute < 3; minute++) {
            for (int i = 0; i < 100_000; i++) {
                keys.take(1 + order.nextInt(100_000), TAKES, SPAN, now);
                now += MINUTE / 100_000;
            }
        }
        // 3 s of pings, in a table that is grown by halves.
        assertThat(keys.size()).isLessThan(4 * 5_000 * 2);
    }

    @Test
    void countsNobodysCallsForNoKey() {
        for (int i = 0; i < 100; i++) {
            assertThat(keys.take(0, TAKES, SPAN, now)).isZero();
        }
        assertThat(keys.size()).isZero();
    }

    @Test
    void survivesAClockThatIsSetBack() {
        for (int i = 0; i < 15; i++) {
            keys.take(7, TAKES, SPAN, now);
        }
        assertThat(keys.wait(7, TAKES, SPAN, now - 24 * 60 * MINUTE)).isZero();
    }
}
