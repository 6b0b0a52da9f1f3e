package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.OwnTrouble.Kind;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.OwnWatch.OwnNews;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnWatchTest {
    private static final List<VenueId> VENUES =
            IntStream.range(0, 10).mapToObj(i -> new VenueId("venue" + (char) ('a' + i))).toList();

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private long ids;
    private final OwnWatch own =
            new OwnWatch(Duration.ofSeconds(60), Duration.ofSeconds(5), () -> new UUID(1, ++ids));

    @Test
    void takesNineOfTenVenuesOutOfReachForOurs() {
        VENUES.forEach(venue -> own.answered(venue, now));
        now = now.plusSeconds(5);
        VENUES.subList(0, 8).forEach(venue -> own.unreachable(venue, now, now));
        assertThat(own.look(now)).isEmpty();
        own.unreachable(VENUES.get(8), now, now);
        List<OwnNews> began = own.look(now);
        assertThat(began).singleElement().matches(news -> news.until() == null);
        assertThat(OwnWatch.told(began.getFirst()).kind()).isEqualTo(Kind.EGRESS);
        assertThat(OwnWatch.told(began.getFirst()).words()).contains("9 of 10");
        assertThat(own.look(now)).isEmpty();

        assertThat(own.explaining(VENUES.get(0), Reason.of(Fault.UNREACHABLE, "", "no route"), now))
                .isPresent();
        assertThat(
                        own.explaining(
                                VENUES.get(0),
                                Reason.of(Fault.VENUE_UNAVAILABLE, "503", "busy"),
                                now))
                .isEmpty();
        assertThat(own.explaining(VENUES.get(0), Reason.of(Fault.INVALID_KEY, "1", "no"), now))
                .isEmpty();

        now = now.plusSeconds(5);
        VENUES.subList(0, 4).forEach(venue -> own.answered(venue, now));
        assertThat(own.look(now)).singleElement().matches(news -> now.equals(news.until()));
    }

    @Test
    void takesOneDeadVenueForItsOwnHoweverLong() {
        for (int round = 0; round < 10; round++) {
            VENUES.subList(1, 10).forEach(venue -> own.answered(venue, now));
            own.unreachable(VENUES.get(0), now, now);
            assertThat(own.look(now)).isEmpty();
            now = now.plusSeconds(30);
        }
        assertThat(own.isOpenWhether(VENUES.get(0), now)).isFalse();
    }

    @Test
    void waitsForOthersBeforeItTakesAVenuesSilenceForItsOwn() {
        VENUES.forEach(venue -> own.answered(venue, now));
        now = now.plusSeconds(1);
        assertThat(own.unreachable(VENUES.get(0), now, now)).isTrue();
        assertThat(own.isOpenWhether(VENUES.get(0), now)).isTrue();
        // Asked for others' word once, not with every failure.
        assertThat(own.unreachable(VENUES.get(1), now, now)).isFalse();
        now = now.plusSeconds(2);
        own.answered(VENUES.get(5), now);
        assertThat(own.isOpenWhether(VENUES.get(0), now)).isFalse();
    }

    @Test
    void doesNotWaitWhereThereIsNobodyToAsk() {
        VENUES.forEach(venue -> own.answered(venue, now));
        own.unreachable(VENUES.get(0), now.plusSeconds(1), now.plusSeconds(1));
        own.hasNoWitness(VENUES.get(0));
        assertThat(own.isOpenWhether(VENUES.get(0), now.plusSeconds(1))).isFalse();
    }

    @Test
    void takesOurClockForWrongWhenVenuesAgreeAgainstIt() {
        List<Duration> agreed =
                List.of(Duration.ofSeconds(60), Duration.ofSeconds(61), Duration.ofMillis(60_500));
        assertThat(own.clocks(agreed, now).orElseThrow().trouble().words())
                .contains("60.5 s behind", "3 of 3");
        assertThat(
                        own.explaining(
                                VENUES.get(0), Reason.of(Fault.TIMESTAMP_SKEW, "10002", "ts"), now))
                .isPresent();
        assertThat(own.clocks(agreed, now)).isEmpty();
        assertThat(own.clocks(List.of(Duration.ZERO, Duration.ofMillis(80)), now).orElseThrow())
                .matches(news -> news.until() != null);
    }

    @Test
    void takesOneVenuesClockForTheVenues() {
        assertThat(own.clocks(List.of(Duration.ofSeconds(60), Duration.ZERO, Duration.ZERO), now))
                .isEmpty();
        assertThat(own.clocks(List.of(Duration.ofSeconds(60)), now)).isEmpty();
    }

    @Test
    void saysThatTheDatabaseIsAwayWhenItStaysAway() {
        assertThat(own.wrote(false, now)).isEmpty();
        now = now.plusSeconds(11);
        OwnNews away = own.wrote(false, now).orElseThrow();
        assertThat(away.trouble().kind()).isEqualTo(Kind.DATABASE);
        assertThat(away.trouble().since()).isEqualTo(now.minusSeconds(11));
        now = now.plusSeconds(60);
        assertThat(own.wrote(true, now).orElseThrow().until()).isEqualTo(now);
    }
}
