package io.sequence.intake.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.intake.domain.account.Challenge.Resend;
import io.sequence.vocabulary.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Challenge fresh =
            Challenge.open(UUID.randomUUID(), AccountId.next(), "right", NOON);

    @Test
    void isMetOnce() {
        Challenge.Attempt first = fresh.attempt("right", NOON);

        assertThat(first.right()).isTrue();
        assertThat(first.after().attempt("right", NOON).right()).isFalse();
    }

    @Test
    void isDeadAfterFiveTries() {
        Challenge tried = fresh;
        for (int i = 0; i < 5; i++) {
            tried = tried.attempt("wrong", NOON).after();
        }

        assertThat(tried.attempt("right", NOON).right()).isFalse();
        assertThat(tried.attempt("right", NOON).after().tries()).isEqualTo(5);
        assertThat(tried.resend("next", NOON.plusSeconds(60))).isInstanceOf(Resend.Over.class);
    }

    @Test
    void worksUntilTheTenthMinute() {
        assertThat(fresh.attempt("right", NOON.plusSeconds(599)).right()).isTrue();
        assertThat(fresh.attempt("right", NOON.plusSeconds(600)).right()).isFalse();
    }

    @Test
    void cannotBeMetWhenItIsADecoy() {
        Challenge decoy = Challenge.open(UUID.randomUUID(), null, "right", NOON);

        assertThat(decoy.attempt("right", NOON).right()).isFalse();
        assertThat(decoy.attempt("right", NOON).after().tries()).isEqualTo(1);
    }

    @Test
    void isSentAgainThreeTimesAtIntervalsAndKeepsCountingTries() {
        Challenge sent = fresh.attempt("wrong", NOON).after();
        assertThat(sent.resend("next", NOON.plusSeconds(29)))
                .isEqualTo(new Resend.TooSoon(Duration.ofSeconds(1)));
        Instant now = NOON;
        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(30);
            sent = ((Resend.Send) sent.resend("next" + i, now)).after();
        }

        assertThat(sent.tries()).isEqualTo(1);
        assertThat(sent.attempt("right", now).right()).isFalse();
        assertThat(sent.attempt("next2", now.plusSeconds(599)).right()).isTrue();
        assertThat(sent.resend("more", now.plusSeconds(30))).isInstanceOf(Resend.NoMore.class);
    }
}
