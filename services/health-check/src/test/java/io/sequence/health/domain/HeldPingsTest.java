package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.health.domain.Allowance.Lane;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pings for which a budget has no room. */
class HeldPingsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final VenueId BYBIT = new VenueId("bybit");
    private static final VenueId OKX = new VenueId("okx");
    private static final Duration INTERVAL = Duration.ofSeconds(60);

    private final Map<VenueId, Long> room = new HashMap<>();
    private final Allowance allowance =
            new Allowance() {
                @Override
                public int address(ConnectionId connection) {
                    return 0;
                }

                @Override
                public long room(VenueId venue, int address) {
                    return room.getOrDefault(venue, Long.MAX_VALUE);
                }
            };
    private final Watchlist list = new Watchlist(Duration.ofMinutes(10), allowance);

    @Test
    void holdsAllOfOneBudgetAndNobodyElse() {
        List<ConnectionId> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(watch(BYBIT, NOW.plusMillis(i)));
        }
        ConnectionId other = watch(OKX, NOW.plusMillis(10));
        Turn first = list.take(NOW, 10).getFirst();
        list.hold(first, NOW.plusSeconds(30));

        assertThat(ids(list.take(NOW.plusSeconds(1), 10))).containsExactly(other);
        assertThat(list.loads().get(new Lane(BYBIT, 0)))
                .satisfies(
                        load -> {
                            assertThat(load.connections()).isEqualTo(5);
                            assertThat(load.waiting()).isEqualTo(5);
                            assertThat(load.waitingSince()).isEqualTo(NOW);
                        });
        assertThat(list.nextAt()).contains(NOW.plusSeconds(30));

        room.put(BYBIT, 2L);
        List<Turn> freed = list.take(NOW.plusSeconds(30), 10);
        assertThat(ids(freed)).containsExactlyElementsOf(waiting.subList(0, 2));
        assertThat(freed.getFirst().dueAt()).as("still late").isEqualTo(NOW);
        room.put(BYBIT, -500L);
        assertThat(list.take(NOW.plusSeconds(30), 10)).isEmpty();
        assertThat(list.nextAt()).contains(NOW.plusMillis(30_500));
        room.put(BYBIT, 100L);
        assertThat(ids(list.take(NOW.plusMillis(30_500), 10)))
                .containsExactlyElementsOf(waiting.subList(2, 5));
    }

    @Test
    void letsUsersChecksAndTroubleGoFirst() {
        watch(BYBIT, NOW);
        ConnectionId patient = watch(BYBIT, NOW.plusMillis(1));
        ConnectionId asked = watch(BYBIT, NOW.plusSeconds(50));
        list.hold(list.take(NOW, 1).getFirst(), NOW.plusSeconds(10));
        list.take(NOW.plusSeconds(1), 10);
        UUID check = UUID.randomUUID();
        assertThat(list.ask(asked, check, NOW.plusSeconds(2))).isTrue();
        assertThat(list.take(NOW.plusSeconds(2), 10)).isEmpty();

        room.put(BYBIT, 1L);
        Turn freed = list.take(NOW.plusSeconds(10), 10).getFirst();
        assertThat(freed.watched().id()).isEqualTo(asked).isNotEqualTo(patient);
        assertThat(freed.checks()).containsExactly(check);
        list.hold(freed, NOW.plusSeconds(11));
        assertThat(list.take(NOW.plusSeconds(11), 1).getFirst().checks())
                .as("held again, and still asked for")
                .containsExactly(check);
    }

    @Test
    void forgetsWhatLeavesWhileItWaits() {
        ConnectionId gone = watch(BYBIT, NOW);
        list.hold(list.take(NOW, 1).getFirst(), NOW.plusSeconds(10));
        list.remove(gone);
        assertThat(list.take(NOW.plusSeconds(20), 10)).isEmpty();
        assertThat(list.nextAt()).isEmpty();
    }

    /** 100 connections a minute, and room for one ping a second. */
    @Test
    void stretchesTheIntervalsOfAllAlikeWhenABudgetIsTooSmall() {
        var rhythm = new Rhythm(INTERVAL);
        Map<ConnectionId, List<Instant>> pings = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            ConnectionId connection = watch(BYBIT, NOW.plusMillis(600L * i));
            pings.put(connection, new ArrayList<>());
        }
        Instant spentAt = NOW;
        for (Instant now = NOW; now.isBefore(NOW.plusSeconds(1_800)); now = now.plusMillis(50)) {
            long left = Duration.between(now, spentAt.plusSeconds(1)).toMillis();
            room.put(BYBIT, left > 0 ? -left : 1);
            for (Turn turn : list.take(now, 100)) {
                long wait = Duration.between(now, spentAt.plusSeconds(1)).toMillis();
                if (wait > 0) {
                    list.hold(turn, now.plusMillis(wait));
                } else {
                    spentAt = now;
                    ConnectionId id = turn.watched().id();
                    pings.get(id).add(now);
                    list.end(turn, Standing.FRESH, rhythm.after(id, now));
                }
            }
        }
        for (List<Instant> of : pings.values()) {
            assertThat(of).hasSizeBetween(14, 20);
            for (int i = 2; i < of.size(); i++) {
                assertThat(Duration.between(of.get(i - 1), of.get(i)))
                        .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(165));
            }
        }
    }

    private ConnectionId watch(VenueId venue, Instant dueAt) {
        var about =
                new About(
                        AccountId.next(),
                        ConnectionId.next(),
                        CredentialVersion.FIRST,
                        1,
                        venue,
                        Mode.LIVE);
        list.put(new Watched(about, Market.SPOT, "global", 0), Standing.FRESH, dueAt);
        return about.connectionId();
    }

    private static List<ConnectionId> ids(List<Turn> turns) {
        return turns.stream().map(turn -> turn.watched().id()).toList();
    }
}
