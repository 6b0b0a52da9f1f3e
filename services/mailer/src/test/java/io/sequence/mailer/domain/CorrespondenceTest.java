package io.sequence.mailer.domain;

import static io.sequence.events.HealthState.CONNECTED;
import static io.sequence.events.HealthState.ERROR;
import static io.sequence.events.HealthState.REAUTH_NEEDED;
import static io.sequence.mailer.domain.Samples.ABOUT;
import static io.sequence.mailer.domain.Samples.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.events.Event;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyProven;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.Reason;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {
    private static final Reason REASON =
            Reason.of(Fault.INVALID_KEY, "10003", "API key is invalid.");

    /** The templates that a row of facts brings about, one after the other. */
    private static List<Template> letters(Event... events) {
        var written = new ArrayList<Template>();
        Dossier known = Dossier.EMPTY;
        for (Event event : events) {
            Correspondence.Outcome outcome = Correspondence.on(event, known);
            outcome.letters().forEach(letter -> written.add(letter.template()));
            known = outcome.dossier();
        }
        return written;
    }

    @Test
    void receiptGoesOutWhateverIsKnown() {
        assertThat(
                        letters(
                                Samples.disconnected(Samples.as(ABOUT, 2), ADA),
                                Samples.submitted(ABOUT, SubmissionType.ADD, ADA)))
                .containsExactly(Template.DISCONNECTED, Template.RECEIVED);
    }

    @Test
    void verdictForIsSilentAndVerdictAgainstIsNot() {
        assertThat(letters(Samples.validated(ABOUT, SubmissionType.ADD, ADA))).isEmpty();
        assertThat(letters(Samples.validated(ABOUT, SubmissionType.REFRESH, ADA))).isEmpty();
        assertThat(letters(Samples.rejected(ABOUT, SubmissionType.ADD, REASON, ADA)))
                .containsExactly(Template.REJECTED);
        assertThat(letters(Samples.rejected(ABOUT, SubmissionType.REFRESH, REASON, ADA)))
                .containsExactly(Template.REFRESH_REJECTED);
    }

    @Test
    void delayAfterTheVerdictIsSilent() {
        assertThat(letters(Samples.delayed(ABOUT))).containsExactly(Template.DELAYED);
        assertThat(
                        letters(
                                Samples.validated(ABOUT, SubmissionType.ADD, ADA),
                                Samples.delayed(ABOUT)))
                .isEmpty();
        assertThat(
                        letters(
                                Samples.rejected(ABOUT, SubmissionType.ADD, REASON, ADA),
                                Samples.delayed(ABOUT)))
                .containsExactly(Template.REJECTED);
    }

    @Test
    void delaysOfOneSubmissionAreOneLetterAndOthersOneEach() {
        var delayed = new Letter.Delayed(Samples.delayed(ABOUT));
        assertThat(delayed.once(UUID.randomUUID())).isEqualTo(delayed.once(UUID.randomUUID()));
        var failing = new Letter.Failing(Samples.health(ABOUT, ERROR, CONNECTED));
        assertThat(failing.once(UUID.randomUUID())).isNotEqualTo(failing.once(UUID.randomUUID()));
    }

    @Test
    void recoveryIsToldOnlyWhenTroubleWasTold() {
        assertThat(letters(Samples.health(ABOUT, CONNECTED, ERROR))).isEmpty();
        assertThat(
                        letters(
                                Samples.health(ABOUT, ERROR, CONNECTED),
                                Samples.health(ABOUT, CONNECTED, ERROR),
                                Samples.health(ABOUT, CONNECTED, ERROR)))
                .containsExactly(Template.FAILING, Template.RECOVERED);
    }

    @Test
    void troubleThatComesToNeedTheUserIsToldOnceMoreAndNotTheOtherWayRound() {
        assertThat(
                        letters(
                                Samples.health(ABOUT, ERROR, CONNECTED),
                                Samples.health(ABOUT, REAUTH_NEEDED, ERROR),
                                Samples.health(ABOUT, ERROR, REAUTH_NEEDED),
                                Samples.health(ABOUT, REAUTH_NEEDED, ERROR),
                                Samples.health(ABOUT, CONNECTED, REAUTH_NEEDED)))
                .containsExactly(Template.FAILING, Template.FAILING, Template.RECOVERED);
    }

    @Test
    void incidentOfAVenueIsToldOnceAndWhenItIsOver() {
        assertThat(
                        letters(
                                Samples.incident(ABOUT, ERROR, CONNECTED),
                                Samples.incident(ABOUT, ERROR, ERROR),
                                Samples.afterIncident(ABOUT)))
                .containsExactly(Template.RECOVERED);
    }

    @Test
    void keyThatStillFailsAfterAnIncidentIsToldAsItsOwnTrouble() {
        assertThat(
                        letters(
                                Samples.incident(ABOUT, ERROR, CONNECTED),
                                Samples.health(ABOUT, ERROR, ERROR),
                                Samples.health(ABOUT, CONNECTED, ERROR)))
                .containsExactly(Template.FAILING, Template.RECOVERED);
        assertThat(
                        letters(
                                Samples.incident(ABOUT, ERROR, CONNECTED),
                                Samples.health(ABOUT, REAUTH_NEEDED, ERROR)))
                .containsExactly(Template.FAILING);
    }

    @Test
    void factsOfAReplacedKeyAreSilent() {
        var next = Samples.as(ABOUT, 2);
        assertThat(
                        letters(
                                Samples.validated(next, SubmissionType.REFRESH, ADA),
                                Samples.expiring(ABOUT),
                                Samples.expired(ABOUT),
                                Samples.health(ABOUT, ERROR, CONNECTED),
                                Samples.refreshed(next)))
                .containsExactly(Template.REFRESHED);
    }

    @Test
    void launchStaysTrueWhenARefreshOvertakesIt() {
        assertThat(
                        letters(
                                Samples.validated(
                                        Samples.as(ABOUT, 2), SubmissionType.REFRESH, ADA),
                                Samples.launched(ABOUT)))
                .containsExactly(Template.LAUNCHED);
    }

    @Test
    void nothingButReceiptsFollowsADisconnection() {
        assertThat(
                        letters(
                                Samples.disconnected(Samples.as(ABOUT, 3), ADA),
                                Samples.health(ABOUT, ERROR, CONNECTED),
                                Samples.launched(ABOUT),
                                Samples.refreshed(Samples.as(ABOUT, 2)),
                                Samples.rejected(ABOUT, SubmissionType.ADD, REASON, ADA),
                                Samples.delayed(ABOUT),
                                Samples.expiring(ABOUT),
                                Samples.paused(ABOUT, false, null),
                                Samples.resumed(ABOUT)))
                .containsExactly(Template.DISCONNECTED);
    }

    @Test
    void pausesThatHealthOrDisconnectionTellAreSilent() {
        assertThat(
                        letters(
                                Samples.paused(ABOUT, false, REASON),
                                Samples.resumed(ABOUT),
                                Samples.paused(ABOUT, true, null)))
                .isEmpty();
    }

    @Test
    void pauseByDecisionIsToldAndSoIsItsEnd() {
        assertThat(
                        letters(
                                Samples.paused(ABOUT, false, null),
                                Samples.resumed(ABOUT),
                                Samples.resumed(ABOUT)))
                .containsExactly(Template.PAUSED, Template.RESUMED);
    }

    @Test
    void everyRequestIsALetterOfItsName() {
        for (MailRequested.Template asked : MailRequested.Template.values()) {
            assertThat(letters(Samples.request(asked, "123456", "Hello.")))
                    .containsExactly(Template.valueOf(asked.name()));
        }
    }

    @Test
    void everyNoticeIsALetterOfItsNameAndMailedOnceUnderItsOwnId() {
        for (NoticeRequested.NoticeTemplate asked : NoticeRequested.NoticeTemplate.values()) {
            NoticeRequested notice =
                    new NoticeRequested(
                            ABOUT.accountId(),
                            UUID.randomUUID(),
                            ADA,
                            asked,
                            null,
                            "Hello.",
                            Samples.NOON);
            Letter letter =
                    Correspondence.on(notice, Dossier.EMPTY).letters().stream()
                            .findFirst()
                            .orElseThrow();
            assertThat(letter.template()).isEqualTo(Template.valueOf(asked.name()));
            assertThat(letter.once(UUID.randomUUID())).isEqualTo(notice.mailId());
        }
    }

    @Test
    void signInMailWithoutACodeIsRefused() {
        Event bare = Samples.request(MailRequested.Template.SIGN_IN_CODE, null);
        assertThatThrownBy(() -> letters(bare)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void messageOfSupportWithoutWordsIsRefused() {
        for (String words : new String[] {null, "", " \n "}) {
            assertThatThrownBy(() -> letters(Samples.message("Hello", words)))
                    .isInstanceOf(IllegalArgumentException.class);
            Event ofOld = Samples.request(MailRequested.Template.SUPPORT_MESSAGE, null, words);
            assertThatThrownBy(() -> letters(ofOld)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void proofsAndChangesOfAnAccountAreSilent() {
        assertThat(letters(Samples.changed(ABOUT.accountId(), ADA, List.of(), null, Samples.NOON)))
                .isEmpty();
        assertThat(letters(new KeyProven(UUID.randomUUID(), List.of()))).isEmpty();
    }

    @Test
    void changedKeyIsTellingUnlessHealthTellsItOrItIsOnlyGoodToKnow() {
        assertThat(letters(Samples.drifted(ABOUT))).containsExactly(Template.KEY_CHANGED);
        assertThat(letters(Samples.drifted(ABOUT, Gravity.NOTE, false))).isEmpty();
        assertThat(letters(Samples.drifted(ABOUT, Gravity.QUARANTINE, true))).isEmpty();
        assertThat(letters(Samples.drifted(ABOUT, Gravity.QUARANTINE, false)))
                .containsExactly(Template.KEY_CHANGED);
        assertThat(letters(Samples.drifted(ABOUT, Gravity.ACT, false)))
                .containsExactly(Template.KEY_CHANGED);
    }

    @Test
    void changeOfAKeyThatWasReplacedIsSilent() {
        assertThat(
                        letters(
                                Samples.validated(
                                        Samples.as(ABOUT, 2), SubmissionType.REFRESH, ADA),
                                Samples.drifted(ABOUT)))
                .isEmpty();
    }
}
