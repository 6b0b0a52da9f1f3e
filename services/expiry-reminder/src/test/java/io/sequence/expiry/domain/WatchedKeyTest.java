package io.sequence.expiry.domain;

import static io.sequence.expiry.Facts.about;
import static io.sequence.expiry.Facts.disconnected;
import static io.sequence.expiry.Facts.moved;
import static io.sequence.expiry.Facts.validated;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyDrifted.What;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.expiry.domain.WatchedKey.Saying;
import io.sequence.expiry.domain.WatchedKey.State;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchedKeyTest {
    private static final ConnectionId ID = ConnectionId.next();
    private static final Instant END = Instant.parse("2027-06-15T12:00:00Z");
    private static final WatchedKey UNHEARD = WatchedKey.unheard(about(ID, 1));

    @Test
    void saysNothingOfAKeyThatNeverExpires() {
        WatchedKey permanent = UNHEARD.on(validated(ID, 1, null));
        assertThat(permanent.nextAt()).isNull();
        assertThat(permanent.say(END)).isNull();
    }

    @Test
    void tellsWhatExpiresAndWhen() {
        Instant now = END.minus(Duration.ofDays(9));
        Saying saying = UNHEARD.on(validated(ID, 1, END)).say(now);
        assertThat(saying).isNotNull();
        assertThat(saying.fact())
                .isEqualTo(new KeyExpiring(about(ID, 1), "Main account", END, 10, true, now));
        assertThat(saying.after().say(now)).isNull();
        assertThat(saying.after().say(END).fact())
                .isEqualTo(new KeyExpired(about(ID, 1), "Main account", END, true, END));
    }

    @Test
    void beginsAfreshOnARefresh() {
        Instant now = END.minus(Duration.ofDays(2));
        WatchedKey reminded = UNHEARD.on(validated(ID, 1, END)).say(now).after();
        Instant later = END.plus(Duration.ofDays(90));
        WatchedKey refreshed = reminded.on(validated(ID, 2, later));
        assertThat(refreshed.ladder()).isEqualTo(ReminderLadder.fresh(later));
        assertThat(refreshed.about()).isEqualTo(about(ID, 2));
        assertThat(refreshed.on(validated(ID, 3, null)).nextAt()).isNull();
    }

    @Test
    void ignoresWhatIsNotNewer() {
        WatchedKey refreshed = UNHEARD.on(validated(ID, 2, END));
        assertThat(refreshed.on(validated(ID, 1, END.minusSeconds(1)))).isEqualTo(refreshed);
        WatchedKey reminded = refreshed.say(END).after();
        assertThat(reminded.on(validated(ID, 2, END))).isEqualTo(reminded);
    }

    @Test
    void staysDisconnectedWhateverArrivesLater() {
        WatchedKey ended = UNHEARD.on(disconnected(ID, 2));
        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(ended.on(validated(ID, 1, END))).isEqualTo(ended);
        assertThat(ended.on(validated(ID, 9, END))).isEqualTo(ended);
        assertThat(ended.on(disconnected(ID, 3))).isEqualTo(ended);
        assertThat(ended.say(END)).isNull();
    }

    @Test
    void forgetsTheLadderAndTheLabelOnceDisconnected() {
        WatchedKey ended = UNHEARD.on(validated(ID, 1, END)).on(disconnected(ID, 2));
        assertThat(ended.ladder()).isNull();
        assertThat(ended.label()).isEmpty();
    }

    @Test
    void climbsAgainWhenTheMomentMovesAwayAndRepeatsNothingWhenItComesCloser() {
        Instant now = END.minus(Duration.ofDays(2));
        WatchedKey reminded = UNHEARD.on(validated(ID, 1, END)).say(now).after();

        WatchedKey later = reminded.on(moved(ID, 1, END.plus(Duration.ofDays(90))));
        assertThat(later.ladder()).isEqualTo(ReminderLadder.fresh(END.plus(Duration.ofDays(90))));
        assertThat(later.label()).isEqualTo("Main account");

        WatchedKey sooner = reminded.on(moved(ID, 1, END.minus(Duration.ofHours(12))));
        assertThat(sooner.say(now)).isNull();
        assertThat(sooner.say(now.plus(Duration.ofHours(13))).step())
                .isEqualTo(ReminderStep.ONE_DAY);
    }

    @Test
    void givesUpTheLadderOfAKeyThatHasNoDateAnyMoreAndBeginsOneThatGotADate() {
        WatchedKey bound = UNHEARD.on(validated(ID, 1, END)).on(moved(ID, 1, null));
        assertThat(bound.nextAt()).isNull();
        assertThat(bound.on(moved(ID, 1, END)).ladder()).isEqualTo(ReminderLadder.fresh(END));
    }

    @Test
    void leavesTheLadderAloneWhenSomethingElseChanged() {
        WatchedKey reminded = UNHEARD.on(validated(ID, 1, END)).say(END).after();
        var elsewhere =
                new KeyDrifted(
                        about(ID, 1),
                        List.of(new Change(What.WITHDRAW, Gravity.NOTE, "", "", "It changed.")),
                        new Rights(Map.of()),
                        List.of(),
                        END.plusSeconds(1),
                        true,
                        END);
        assertThat(reminded.on(elsewhere)).isEqualTo(reminded);
    }

    @Test
    void hearsOfAChangeBeforeTheKeyItself() {
        WatchedKey early = UNHEARD.on(moved(ID, 1, END));
        WatchedKey whole = early.on(validated(ID, 1, END.minusSeconds(60)));
        assertThat(whole.label()).isEqualTo("Main account");
        assertThat(whole.ladder()).isEqualTo(ReminderLadder.fresh(END));
        WatchedKey refreshed = whole.on(validated(ID, 2, END));
        assertThat(refreshed.on(moved(ID, 1, null))).isEqualTo(refreshed);
        assertThat(whole.on(disconnected(ID, 2)).on(moved(ID, 2, END)).nextAt()).isNull();
    }
}
