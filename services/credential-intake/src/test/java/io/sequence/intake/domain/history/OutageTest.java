package io.sequence.intake.domain.history;

import static io.sequence.events.HealthState.CONNECTED;
import static io.sequence.events.HealthState.ERROR;
import static io.sequence.events.HealthState.REAUTH_NEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.HealthState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void lastsFromTheFirstFailureToTheRepair() {
        assertThat(outages(turn(10, 1, ERROR, 7), turn(20, 1, CONNECTED, 20)))
                .containsExactly(outage(ERROR, 7, 20));
    }

    @Test
    void lastsUntilNowWhileNothingRepairsIt() {
        assertThat(outages(turn(10, 1, REAUTH_NEEDED, 7)))
                .containsExactly(outage(REAUTH_NEEDED, 7, null));
    }

    @Test
    void changesItsKindWithoutAGap() {
        assertThat(
                        outages(
                                turn(10, 1, ERROR, 8),
                                turn(15, 1, REAUTH_NEEDED, 15),
                                turn(20, 1, CONNECTED, 20)))
                .containsExactly(outage(ERROR, 8, 15), outage(REAUTH_NEEDED, 15, 20));
    }

    @Test
    void isTheSameWhateverTheOrderAndHoweverOften() {
        List<Turn> turns =
                List.of(
                        turn(10, 1, ERROR, 8),
                        turn(15, 1, REAUTH_NEEDED, 15),
                        turn(20, 2, CONNECTED, 20),
                        turn(22, 1, ERROR, 21),
                        turn(30, 2, ERROR, 29),
                        turn(31, 2, CONNECTED, 31));
        List<Turn> heard = new ArrayList<>(turns);
        heard.addAll(turns);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(heard, new Random(seed));
            assertThat(Outage.of(heard, START))
                    .as("seed %d", seed)
                    .containsExactly(
                            outage(ERROR, 8, 15),
                            outage(REAUTH_NEEDED, 15, 20),
                            outage(ERROR, 29, 31));
        }
    }

    @Test
    void endsWithTheKeyThatItWasOf() {
        assertThat(outages(turn(10, 1, REAUTH_NEEDED, 9), turn(20, 2, CONNECTED, 20)))
                .containsExactly(outage(REAUTH_NEEDED, 9, 20));
        assertThat(
                        outages(
                                turn(10, 1, REAUTH_NEEDED, 9),
                                turn(20, 2, CONNECTED, 20),
                                turn(21, 1, REAUTH_NEEDED, 21)))
                .containsExactly(outage(REAUTH_NEEDED, 9, 20));
    }

    @Test
    void goesOnWhenTheNewKeyIsNoBetter() {
        assertThat(
                        outages(
                                turn(10, 1, ERROR, 9),
                                turn(20, 2, ERROR, 20),
                                turn(21, 1, CONNECTED, 21)))
                .containsExactly(outage(ERROR, 9, null));
    }

    @Test
    void neverOverlapsTheOneBefore() {
        assertThat(
                        outages(
                                turn(10, 1, ERROR, 8),
                                turn(20, 1, CONNECTED, 20),
                                turn(25, 1, ERROR, 12)))
                .containsExactly(outage(ERROR, 8, 20), outage(ERROR, 20, null));
    }

    @Test
    void isLeftOutWhenItEndedBeforeTheHistory() {
        List<Turn> turns =
                List.of(
                        turn(-60, 1, ERROR, -61),
                        turn(-50, 1, CONNECTED, -50),
                        turn(-10, 1, ERROR, -11),
                        turn(5, 1, CONNECTED, 5));
        assertThat(Outage.of(turns, START)).containsExactly(outage(ERROR, -11, 5));
        assertThat(Outage.of(List.of(), START)).isEmpty();
    }

    private static List<Outage> outages(Turn... turns) {
        return Outage.of(List.of(turns), START);
    }

    private static Turn turn(int minute, long revision, HealthState state, int began) {
        return new Turn(at(minute), revision, state, at(began), reason(state));
    }

    private static Outage outage(HealthState state, int from, @Nullable Integer until) {
        return new Outage(state, at(from), until == null ? null : at(until), reason(state));
    }

    private static @Nullable String reason(HealthState state) {
        return state == CONNECTED ? null : "{\"code\":\"" + state + "\"}";
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
