package io.sequence.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void strikesTheNamedShareOfRequestsAndTheSameOnesAgain() {
        List<Boolean> first = run(0.25);
        assertThat(first.stream().filter(b -> b).count()).isBetween(240L, 260L);
        assertThat(run(0.25)).isEqualTo(first);
        assertThat(run(0)).doesNotContain(true);
        assertThat(run(1)).doesNotContain(false);
    }

    @Test
    void leavesOtherAccountsAlone() {
        Faults faults = new Faults();
        faults.put(new Faults.Fault(FaultKind.RATE_LIMIT, 1, 0, "a", 1));
        assertThat(faults.meeting("a")).hasSize(1);
        assertThat(faults.meeting("b")).isEmpty();
        assertThat(faults.meeting(null)).isEmpty();
    }

    @Test
    void replacesAFaultOfTheSameKind() {
        Faults faults = new Faults();
        faults.put(new Faults.Fault(FaultKind.SKEW, 1, 1, null, 1));
        faults.put(new Faults.Fault(FaultKind.SKEW, 1, 2, null, 1));
        assertThat(faults.all()).extracting(Faults.Fault::millis).containsExactly(2L);
        faults.clear();
        assertThat(faults.all()).isEmpty();
    }

    private static List<Boolean> run(double rate) {
        Faults faults = new Faults();
        faults.put(new Faults.Fault(FaultKind.SERVER_ERROR, rate, 0, null, 9));
        return IntStream.range(0, 1000).mapToObj(i -> !faults.meeting(null).isEmpty()).toList();
    }
}
