package io.sequence.mailer.domain;

import static io.sequence.events.HealthState.CONNECTED;
import static io.sequence.events.HealthState.ERROR;
import static io.sequence.events.HealthState.REAUTH_NEEDED;
import static io.sequence.mailer.domain.Samples.ABOUT;
import static io.sequence.mailer.domain.Samples.ADA;
import static io.sequence.mailer.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sequence.events.AlertKind;
import io.sequence.events.ConnectionEvent;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.events.Reason;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.vocabulary.Rights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    private static final About NEXT = Samples.as(ABOUT, 2);

    private final List<Tiding> tidings = new ArrayList<>();
    private Dossier known = Dossier.EMPTY;
    private Alarm alarm = Alarm.CALM;

    private Alarms.Outcome last;

    /** What is told of a row of facts. */
    private List<AlertKind> told(ConnectionEvent... events) {
        for (ConnectionEvent event : events) {
            Correspondence.Outcome mails = Correspondence.on(event, known);
            last =
                    Alarms.on(
                            event,
                            known,
                            mails.letters(),
                            alarm,
                            UUID.randomUUID(),
                            Duration.ofMinutes(5));
            known = mails.dossier();
            alarm = last.alarm();
            tidings.addAll(last.tidings());
        }
        return tidings.stream().map(Tiding::kind).toList();
    }

    private static KeyDrifted drifted(Gravity... gravities) {
        var changes = new ArrayList<KeyDrifted.Change>();
        for (Gravity gravity : gravities) {
            changes.add(
                    new KeyDrifted.Change(
                            KeyDrifted.What.IP_ALLOW_LIST,
                            gravity,
                            "203.0.113.7",
                            "",
                            "The list was removed (" + gravity + ")."));
        }
        return new KeyDrifted(ABOUT, changes, new Rights(Map.of()), List.of(), null, false, NOON);
    }

    @Test
    void confirmedFailureIsToldAndAgainAfterItPersists() {
        assertThat(told(Samples.health(ABOUT, ERROR, CONNECTED)))
                .containsExactly(AlertKind.FAILING);
        assertThat(alarm.trouble().nextAt())
                .isEqualTo(alarm.trouble().confirmedAt().plus(Duration.ofMinutes(5)));
    }

    @Test
    void recoveryClosesWhatFailureOpenedAndOnlyThat() {
        assertThat(told(Samples.health(ABOUT, CONNECTED, ERROR))).isEmpty();
        told(
                Samples.health(ABOUT, ERROR, CONNECTED),
                Samples.health(ABOUT, CONNECTED, ERROR),
                Samples.health(ABOUT, CONNECTED, ERROR));
        assertThat(tidings)
                .extracting(Tiding::kind, Tiding::part)
                .containsExactly(
                        tuple(AlertKind.FAILING, Part.OPENS),
                        tuple(AlertKind.RECOVERED, Part.CLOSES));
        assertThat(tidings.getFirst().thread()).isEqualTo(tidings.getLast().thread());
        assertThat(alarm).isEqualTo(Alarm.CALM);
    }

    @Test
    void whatComesToNeedTheUserIsToldAnewAndBeginsTheLadderAgain() {
        assertThat(
                        told(
                                Samples.health(ABOUT, ERROR, CONNECTED),
                                Samples.health(ABOUT, REAUTH_NEEDED, ERROR),
                                Samples.health(ABOUT, ERROR, REAUTH_NEEDED),
                                Samples.health(ABOUT, REAUTH_NEEDED, ERROR)))
                .containsExactly(AlertKind.FAILING, AlertKind.FAILING);
        assertThat(tidings).extracting(Tiding::state).containsExactly(ERROR, REAUTH_NEEDED);
        assertThat(tidings.stream().map(Tiding::thread).distinct()).hasSize(1);
        assertThat(alarm.trouble().state()).isEqualTo(REAUTH_NEEDED);
    }

    @Test
    void failureWithAnIncidentAlarmsNobodyAndStopsTheLadder() {
        told(Samples.incident(ABOUT, ERROR, CONNECTED));
        assertThat(tidings).isEmpty();
        assertThat(alarm.incident()).isNotNull();
        told(Samples.afterIncident(ABOUT));
        assertThat(alarm).isEqualTo(Alarm.CALM);

        told(Samples.health(ABOUT, ERROR, CONNECTED), Samples.incident(ABOUT, ERROR, ERROR));
        assertThat(alarm.trouble().nextAt()).isNull();
        assertThat(told(Samples.afterIncident(ABOUT)))
                .containsExactly(AlertKind.FAILING, AlertKind.RECOVERED);
    }

    @Test
    void nobodyIsAlarmedWhileTheOwnerHasPausedTheConnection() {
        told(Samples.health(ABOUT, ERROR, CONNECTED));
        told(new KeyPaused(ABOUT, 1, true, NOON.plusSeconds(60)));
        assertThat(alarm.trouble().nextAt()).isNull();
        told(quiet(REAUTH_NEEDED, ERROR));
        assertThat(tidings).hasSize(1);
        told(new KeyPaused(ABOUT, 2, false, NOON.plusSeconds(3600)));
        assertThat(alarm.trouble().nextAt()).isAfter(NOON.plusSeconds(3600));
        assertThat(told(Samples.health(ABOUT, REAUTH_NEEDED, REAUTH_NEEDED)))
                .containsExactly(AlertKind.FAILING, AlertKind.FAILING);
        told(Samples.health(ABOUT, CONNECTED, REAUTH_NEEDED));
        tidings.clear();
        told(quiet(ERROR, CONNECTED), Samples.health(ABOUT, CONNECTED, ERROR));
        assertThat(tidings).isEmpty();
    }

    private static KeyHealth quiet(HealthState state, HealthState previous) {
        KeyHealth loud = Samples.health(ABOUT, state, previous);
        return new KeyHealth(
                loud.about(),
                state,
                previous,
                loud.reason(),
                loud.firstFailureAt(),
                loud.lastProofAt(),
                loud.at(),
                null,
                null,
                true);
    }

    @Test
    void keyThatStillFailsAfterAnIncidentIsItsOwnTrouble() {
        assertThat(
                        told(
                                Samples.incident(ABOUT, ERROR, CONNECTED),
                                Samples.health(ABOUT, REAUTH_NEEDED, ERROR)))
                .containsExactly(AlertKind.FAILING);
        assertThat(alarm.incident()).isNull();
    }

    @Test
    void newKeyEndsTheTroubleOfTheOldOneOnce() {
        assertThat(
                        told(
                                Samples.health(ABOUT, REAUTH_NEEDED, CONNECTED),
                                Samples.validated(NEXT, SubmissionType.REFRESH, ADA),
                                Samples.refreshed(NEXT),
                                Samples.health(ABOUT, REAUTH_NEEDED, CONNECTED)))
                .containsExactly(AlertKind.FAILING, AlertKind.RECOVERED);
    }

    @Test
    void verdictThatComesLateDoesNotCalmWhatTheNewKeyDoes() {
        told(
                Samples.health(NEXT, REAUTH_NEEDED, CONNECTED),
                Samples.validated(NEXT, SubmissionType.REFRESH, ADA));
        assertThat(alarm.trouble()).isNotNull();
    }

    @Test
    void disconnectionEndsEverythingInSilence() {
        assertThat(
                        told(
                                Samples.health(ABOUT, ERROR, CONNECTED),
                                Samples.paused(ABOUT, false, null),
                                Samples.disconnected(Samples.as(ABOUT, 3), ADA)))
                .containsExactly(AlertKind.FAILING, AlertKind.PAUSED);
        assertThat(last.ended()).hasSize(2);
        assertThat(told(Samples.health(ABOUT, ERROR, CONNECTED), Samples.expired(ABOUT)))
                .hasSize(2);
        assertThat(alarm).isEqualTo(Alarm.CALM);
    }

    @Test
    void pausesAreToldByTheRuleOfTheMails() {
        Reason reason = Reason.of(Fault.INVALID_KEY, "10003", "API key is invalid.");
        assertThat(
                        told(
                                Samples.paused(ABOUT, false, reason),
                                Samples.resumed(ABOUT),
                                Samples.paused(ABOUT, true, null)))
                .isEmpty();
        assertThat(told(Samples.paused(ABOUT, false, null), Samples.resumed(ABOUT)))
                .containsExactly(AlertKind.PAUSED, AlertKind.RESUMED);
        assertThat(tidings.getFirst().thread()).isEqualTo(tidings.getLast().thread());
    }

    @Test
    void datesAreToldUnlessTheKeyWasReplaced() {
        assertThat(told(Samples.expiring(ABOUT), Samples.expired(ABOUT)))
                .containsExactly(AlertKind.EXPIRING, AlertKind.EXPIRED);
        assertThat(
                        told(
                                Samples.validated(NEXT, SubmissionType.REFRESH, ADA),
                                Samples.expired(ABOUT)))
                .hasSize(2);
    }

    @Test
    void driftIsToldWhereHealthDoesNotTellIt() {
        assertThat(told(drifted(Gravity.NOTE))).isEmpty();
        assertThat(told(Samples.drifted(ABOUT, Gravity.QUARANTINE, true))).isEmpty();
        assertThat(told(Samples.drifted(ABOUT, Gravity.ACT, true))).isEmpty();
        assertThat(told(Samples.drifted(ABOUT, Gravity.ACT, false)))
                .containsExactly(AlertKind.DRIFTED);
        tidings.clear();
        assertThat(told(drifted(Gravity.WARNING, Gravity.NOTE))).containsExactly(AlertKind.DRIFTED);
        assertThat(tidings.getFirst().detail()).isEqualTo("The list was removed (WARNING).");
    }
}
