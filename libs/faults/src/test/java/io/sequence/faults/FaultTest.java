package io.sequence.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasOneMeaningAndOneFix(Fault fault) {
        assertThat(fault.meaning()).endsWith(".");
        assertThat(fault.fix()).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void nobodyIsAskedToActOnWhatPassesByItself(Fault fault) {
        if (fault.retry() == Retry.LATER) {
            assertThat(fault.userMustAct()).isFalse();
        }
    }

    /** Whose turn it is and what is to be done do not contradict each other. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"AMBIGUOUS_AUTH"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatWeTryAgainBeginsWithThat(Fault fault) {
        if (fault.retry() == Retry.LATER) {
            assertThat(fault.fix()).matches("(Nothing to do|We try again).*");
        }
    }

    @Test
    void meaningsAreNotRepeated() {
        assertThat(Arrays.stream(Fault.values()).map(Fault::meaning).toList())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(ApiFault.class)
    void apiFaultsCarryAnErrorStatus(ApiFault fault) {
        assertThat(fault.status()).isBetween(400, 599);
        assertThat(fault.message()).isNotBlank();
    }
}
