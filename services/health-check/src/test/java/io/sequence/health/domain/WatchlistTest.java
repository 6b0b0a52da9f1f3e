package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchlistTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Rhythm RHYTHM = new Rhythm(Duration.ofSeconds(60));

    private final Watchlist list = new Watchlist(Duration.ofMinutes(10), Allowance.UNBOUNDED);

    @Test
    void givesTurnsInTheOrderInWhichTheyAreDue() {
        Watched late = watched(0);
        Watched early = watched(0);
        list.put(late, Standing.FRESH, NOW.plusSeconds(2));
        list.put(early, Standing.FRESH, NOW.plusSeconds(1));
        assertThat(list.take(NOW, 10)).isEmpty();
        assertThat(list.take(NOW.plusSeconds(2), 10))
                .extracting(turn -> turn.watched().id())
                .containsExactly(early.id(), late.id());
    }

    @Test
    void beginsNoTurnWhileAnotherIsUnderWay() {
        Watched one = watched(0);
        list.put(one, Standing.FRESH, NOW);
        Turn turn = list.take(NOW, 1).getFirst();
        list.put(one, Standing.FRESH, NOW);
        list.ask(one.id(), UUID.randomUUID(), NOW);
        assertThat(list.take(NOW.plusSeconds(100), 1)).isEmpty();
        list.end(turn, Standing.FRESH, NOW.plusSeconds(60));
        assertThat(list.take(NOW, 1)).hasSize(1);
    }

    @Test
    void keepsWhatChangedDuringATurn() {
        Watched old = watched(0);
        list.put(old, Standing.FRESH, NOW);
        Turn turn = list.take(NOW, 1).getFirst();
        Watched renewed = old.with(new CredentialVersion(2));
        list.put(renewed, Standing.FRESH, NOW.plusSeconds(1));
        Standing troubled =
                new Standing(
                        Condition.ERROR,
                        null,
                        null,
                        null,
                        Standing.Evidence.NONE,
                        Standing.Recovery.NONE,
                        Standing.Flaps.NONE);
        list.end(turn, troubled, NOW.plusSeconds(60));

        Turn next = list.take(NOW.plusSeconds(1), 1).getFirst();
        assertThat(next.watched()).isEqualTo(renewed);
        assertThat(next.standing()).isEqualTo(Standing.FRESH);
    }

    @Test
    void answersChecksAtOnceAndEachOnce() {
        Watched one = watched(0);
        list.put(one, Standing.FRESH, NOW.plusSeconds(60));
        UUID check = UUID.randomUUID();
        assertThat(list.ask(one.id(), check, NOW)).isTrue();
        Turn turn = list.take(NOW, 1).getFirst();
        assertThat(turn.checks()).containsExactly(check);
        assertThat(turn.withBalances()).isTrue();
        list.end(turn, Standing.FRESH, NOW.plusSeconds(60));
        assertThat(list.take(NOW.plusSeconds(60), 1).getFirst().checks()).isEmpty();
        assertThat(list.ask(ConnectionId.next(), check, NOW)).isFalse();
    }

    @Test
    void readsBalancesNowAndThenOnly() {
        Watched one = watched(0);
        list.put(one, Standing.FRESH, NOW);
        Turn first = list.take(NOW, 1).getFirst();
        list.end(first, Standing.FRESH, NOW.plusSeconds(60));
        Turn second = list.take(NOW.plusSeconds(60), 1).getFirst();
        list.end(second, Standing.FRESH, NOW.plusSeconds(600));
        Turn third = list.take(NOW.plusSeconds(600), 1).getFirst();
        assertThat(List.of(first, second, third))
                .extracting(Turn::withBalances)
                .containsExactly(true, false, true);
    }

    @Test
    void dropsAShardWithItsTurns() {
        list.put(watched(0), Standing.FRESH, NOW);
        Watched other = watched(1);
        list.put(other, Standing.FRESH, NOW);
        assertThat(list.removeShard(0)).hasSize(1);
        assertThat(list.take(NOW, 10)).extracting(Turn::watched).containsExactly(other);
    }

    @Test
    void doesNotRushAfterAPause() {
        for (int i = 0; i < 6000; i++) {
            list.put(watched(0), Standing.FRESH, NOW);
        }
        Instant after = NOW.plusSeconds(600);
        assertThat(list.spread(RHYTHM, after)).isEqualTo(6000);
        assertThat(list.take(after, 6000)).isEmpty();
        int taken = 0;
        for (int second = 1; second <= 60; second++) {
            int now = list.take(after.plusSeconds(second), 6000).size();
            // A hundred come each second; what was missed lately comes beside them.
            assertThat(now).isLessThan(300);
            taken += now;
        }
        assertThat(taken).isEqualTo(6000);
    }

    @Test
    void makesUpForWhatWasMissedLatelyAndForNothingElse() {
        for (int i = 0; i < 500; i++) {
            ConnectionId id = ConnectionId.next();
            Instant next = RHYTHM.after(id, NOW);
            Instant missed = next.minusSeconds(60);
            boolean lately = missed.isAfter(NOW.minusSeconds(30));
            assertThat(RHYTHM.resume(id, missed.minusSeconds(60), NOW))
                    .isEqualTo(lately ? missed.plusSeconds(30) : next);
            assertThat(RHYTHM.resume(id, missed, NOW)).isEqualTo(next);
        }
    }

    @Test
    void readsBalancesOfWhatWasTakenOverSpreadOverTime() {
        Standing proven =
                new HealthMachine(Patience.standard(Duration.ofMinutes(2), Duration.ofSeconds(10)))
                        .next(Standing.FRESH, new Observation.Worked(), VenueMood.CALM, NOW)
                        .standing();
        for (int i = 0; i < 1000; i++) {
            list.put(watched(0), proven, NOW);
        }
        assertThat(list.take(NOW.plusSeconds(60), 1000).stream().filter(Turn::withBalances))
                .hasSizeBetween(50, 200);
    }

    @Test
    void knowsWhoseTurnsComeSoon() {
        Watched soon = watched(0);
        list.put(soon, Standing.FRESH, NOW.plusSeconds(1));
        list.put(watched(0), Standing.FRESH, NOW.plusSeconds(3));
        assertThat(list.until(NOW.plusSeconds(2))).containsExactly(soon);
    }

    @Test
    void spreadsConnectionsOfOneMomentEvenlyOverTheInterval() {
        int[] perSecond = new int[60];
        for (int i = 0; i < 6000; i++) {
            Instant next = RHYTHM.after(ConnectionId.next(), NOW);
            assertThat(next).isAfter(NOW).isBeforeOrEqualTo(NOW.plusSeconds(60));
            perSecond[(int) ((next.toEpochMilli() / 1000) % 60)]++;
        }
        for (int count : perSecond) {
            assertThat(count).isBetween(40, 170);
        }
    }

    @Test
    void keepsAConnectionsMomentFromOneIntervalToTheNext() {
        ConnectionId id = ConnectionId.next();
        Instant first = RHYTHM.after(id, NOW);
        assertThat(RHYTHM.after(id, first)).isEqualTo(first.plusSeconds(60));
        assertThat(RHYTHM.after(id, first.plusMillis(900))).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void rechecksSoonerButNeverSoonerThanTheVenueAsks() {
        ConnectionId id = ConnectionId.next();
        Instant usual = RHYTHM.after(id, NOW);
        assertThat(RHYTHM.after(id, NOW, Duration.ofMillis(1), null)).isEqualTo(NOW.plusMillis(1));
        assertThat(RHYTHM.after(id, NOW, null, Duration.ofMillis(1))).isEqualTo(usual);
        assertThat(RHYTHM.after(id, NOW, null, Duration.ofMinutes(5)))
                .isEqualTo(NOW.plusSeconds(300));
        assertThat(RHYTHM.after(id, NOW, null, Duration.ofDays(5)))
                .isEqualTo(NOW.plusSeconds(3600));
    }

    private static Watched watched(int shard) {
        return new Watched(
                new About(
                        AccountId.next(),
                        ConnectionId.next(),
                        CredentialVersion.FIRST,
                        1,
                        new VenueId("venue"),
                        Mode.LIVE),
                Market.SPOT,
                "global",
                shard);
    }
}
