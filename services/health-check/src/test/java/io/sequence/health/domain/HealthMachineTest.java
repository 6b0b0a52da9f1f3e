package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import io.sequence.faults.Blame;
import io.sequence.faults.Fault;
import io.sequence.health.domain.HealthMachine.Step;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Observation.Worked;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthMachineTest {
    private static final HealthMachine MACHINE =
            new HealthMachine(Patience.standard(Duration.ofMinutes(2), Duration.ofSeconds(10)));
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private Standing standing = Standing.FRESH;
    private VenueMood mood = VenueMood.CALM;
    private Instant now = START;
    private Step last;

    @Test
    void saysNothingWhileAKeyWorks() {
        assertThat(works().transition()).isNull();
        assertThat(standing.state()).isEqualTo(HealthState.CONNECTED);
        assertThat(standing.lastProofAt()).isEqualTo(START);
        assertThat(last.recheck()).isNull();
    }

    @Test
    void looksAgainSoonAfterARefusalAndBelievesItWhenItIsConfirmed() {
        Step first = fails(Fault.INVALID_KEY);
        assertThat(first.transition()).isNull();
        assertThat(first.recheck()).isEqualTo(Duration.ofSeconds(10));

        later(10);
        Step second = fails(Fault.INVALID_KEY);

        assertThat(second.transition()).isNotNull();
        assertThat(second.transition().to()).isEqualTo(HealthState.REAUTH_NEEDED);
        assertThat(second.transition().troubleSince()).isEqualTo(START);
        assertThat(standing.reason().fault()).isEqualTo(Fault.INVALID_KEY);
        assertThat(standing.reason().venueWords()).isEqualTo("words");
        assertThat(standing.reason().fix()).isEqualTo(Fault.INVALID_KEY.fix());
    }

    @Test
    void forgetsARefusalThatIsNotConfirmedInTime() {
        fails(Fault.INVALID_KEY);
        later(31);
        assertThat(fails(Fault.INVALID_KEY).transition()).isNull();
        later(30);
        assertThat(fails(Fault.INVALID_KEY).transition()).isNotNull();
    }

    @Test
    void forgetsARefusalWhenTheKeyWorksAgain() {
        fails(Fault.INVALID_KEY);
        later(10);
        assertThat(works().transition()).isNull();
        later(10);
        assertThat(fails(Fault.INVALID_KEY).transition()).isNull();
    }

    @Test
    void confirmsOneRefusalWithAnother() {
        fails(Fault.INVALID_SIGNATURE);
        later(10);
        assertThat(fails(Fault.IP_NOT_ALLOWED).transition().to())
                .isEqualTo(HealthState.REAUTH_NEEDED);
    }

    @Test
    void confirmsARefusalAcrossTroubleOfTheVenue() {
        fails(Fault.INVALID_KEY);
        later(10);
        assertThat(fails(Fault.VENUE_UNAVAILABLE).transition()).isNull();
        later(10);
        assertThat(fails(Fault.INVALID_KEY).transition().to()).isEqualTo(HealthState.REAUTH_NEEDED);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void asksTheUserOnlyForFaultsThatTheUserCanMend(Fault fault) {
        for (int i = 0; i < 100; i++) {
            fails(fault);
            later(10);
        }
        boolean mendable = fault.userMustAct() || fault == Fault.AMBIGUOUS_AUTH;
        assertThat(standing.state())
                .isEqualTo(mendable ? HealthState.REAUTH_NEEDED : HealthState.ERROR);
        if (fault.blame() == Blame.OURSELVES) {
            assertThat(standing.state()).isNotEqualTo(HealthState.REAUTH_NEEDED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "RATE_LIMITED",
                "VENUE_UNAVAILABLE",
                "TIMESTAMP_SKEW",
                "NONCE",
                "UNREACHABLE",
                "UNKNOWN_OUTCOME",
                "UNRECOGNISED",
                "BAD_REQUEST"
            })
    void callsTroubleAnErrorTheThirdTimeInARow(Fault fault) {
        assertThat(fails(fault).transition()).isNull();
        assertThat(fails(fault).transition()).isNull();
        assertThat(fails(fault).transition().to()).isEqualTo(HealthState.ERROR);
        assertThat(fails(fault).transition()).isNull();
    }

    @Test
    void countsTroubleInARowOnly() {
        fails(Fault.VENUE_UNAVAILABLE);
        fails(Fault.VENUE_UNAVAILABLE);
        works();
        assertThat(fails(Fault.VENUE_UNAVAILABLE).transition()).isNull();
        assertThat(fails(Fault.VENUE_UNAVAILABLE).transition()).isNull();
    }

    @Test
    void healsWithTheSecondSuccessAndSaysWhatWasRepaired() {
        fails(Fault.INVALID_KEY);
        later(10);
        fails(Fault.INVALID_KEY);
        later(60);
        assertThat(works().transition()).isNull();
        assertThat(last.recheck()).isEqualTo(Duration.ofSeconds(10));
        later(10);
        Step healed = works();
        assertThat(healed.transition().repaired().fault()).isEqualTo(Fault.INVALID_KEY);
        assertThat(healed.transition().from()).isEqualTo(HealthState.REAUTH_NEEDED);
        assertThat(healed.transition().to()).isEqualTo(HealthState.CONNECTED);
        assertThat(healed.transition().troubleSince()).isEqualTo(START);
        assertThat(standing.reason()).isNull();
        assertThat(standing.firstFailureAt()).isNull();
    }

    @Test
    void goesFromErrorToReauthButNotBack() {
        for (int i = 0; i < 3; i++) {
            fails(Fault.VENUE_UNAVAILABLE);
        }
        fails(Fault.KEY_EXPIRED);
        later(10);
        assertThat(fails(Fault.KEY_EXPIRED).transition().from()).isEqualTo(HealthState.ERROR);
        for (int i = 0; i < 5; i++) {
            assertThat(fails(Fault.VENUE_UNAVAILABLE).transition()).isNull();
        }
        assertThat(standing.state()).isEqualTo(HealthState.REAUTH_NEEDED);
    }

    @Test
    void believesAnUnexplainedNoOnlyWhenItLasts() {
        for (int i = 0; i < 6; i++) {
            assertThat(fails(Fault.AMBIGUOUS_AUTH).transition()).isNull();
            later(20);
        }
        assertThat(fails(Fault.AMBIGUOUS_AUTH).transition().to())
                .isEqualTo(HealthState.REAUTH_NEEDED);
    }

    private Step works() {
        return step(new Worked());
    }

    private Step fails(Fault fault) {
        return step(new Failed(Reason.of(fault, "7", "words"), null));
    }

    private Step step(Observation observation) {
        last = MACHINE.next(standing, observation, mood, now);
        standing = last.standing();
        return last;
    }

    private void later(long seconds) {
        now = now.plusSeconds(seconds);
    }
}
