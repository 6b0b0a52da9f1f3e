package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.OwnTrouble.Kind;
import io.sequence.health.domain.VenueWatch.News;
import io.sequence.health.domain.VenueWatch.Sight;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trouble of ours is held against no venue. */
class OwnTroubleOrVenuesTest extends VenueWatchStory {
    @Test
    void takesRefusalsOfOurAddressAtManyKeysForOurs() {
        List<Watched> keys = keys("kraken", 4);
        for (Watched key : keys) {
            see(key, Standing.FRESH, ofAddress());
        }
        Sight last = see(keys.getFirst(), FAILING, ofAddress());
        assertThat(last.mood()).isInstanceOf(VenueMood.Ours.class);
        assertThat(own.has(Kind.EGRESS_ADDRESS)).isTrue();
        assertThat(watch.incidents()).isEmpty();
        now = now.plusSeconds(70);
        keys.forEach(this::works);
        assertThat(own.has(Kind.EGRESS_ADDRESS)).isFalse();
        assertThat(news).hasSize(2).allMatch(News.Own.class::isInstance);
    }

    @Test
    void takesRefusalsOfOurAddressForOursEvenInAnIncident() {
        List<Watched> keys = keys("kucoin", 8);
        keys.subList(0, 4).forEach(key -> see(key, Standing.FRESH, trouble()));
        keys.subList(4, 8).forEach(key -> see(key, Standing.FRESH, ofAddress()));
        assertThat(see(keys.get(5), FAILING, ofAddress()).mood())
                .isInstanceOf(VenueMood.Ours.class);
    }

    @Test
    void takesVenuesThatAreAllOutOfReachForOursAndForNoVenues() {
        List<VenueId> venues = List.of(new VenueId("bybit"), new VenueId("okx"));
        venues.forEach(venue -> own.answered(venue, now));
        now = now.plusSeconds(1);
        List<Watched> keys = keys("bybit", 5);
        own.unreachable(venues.get(0), now, now);
        // Whether the other one can be reached is not known yet.
        keys.subList(0, 3).forEach(key -> see(key, Standing.FRESH, unreachable()));
        assertThat(watch.incidents()).isEmpty();
        own.unreachable(venues.get(1), now, now);
        assertThat(see(keys.get(3), Standing.FRESH, unreachable()).mood())
                .isInstanceOf(VenueMood.Ours.class);
        assertThat(watch.incidents()).isEmpty();

        now = now.plusSeconds(20);
        venues.forEach(venue -> own.answered(venue, now));
        works(keys.get(0));
        assertThat(own.has(Kind.EGRESS)).isFalse();
    }

    @Test
    void holdsNothingAgainstAVenueThatFailedBeforeTheTroubleWasSeenToBeOurs() {
        List<VenueId> venues = List.of(new VenueId("bybit"), new VenueId("okx"));
        venues.forEach(venue -> own.answered(venue, now));
        now = now.plusSeconds(1);
        List<Watched> keys = keys("bybit", 4);
        own.unreachable(venues.get(0), now, now);
        keys.subList(0, 3).forEach(key -> see(key, Standing.FRESH, unreachable()));
        own.unreachable(venues.get(1), now, now);
        see(keys.get(3), Standing.FRESH, unreachable());
        assertThat(own.has(Kind.EGRESS)).isTrue();

        // The other one is back first.
        now = now.plusSeconds(5);
        own.answered(venues.get(1), now);
        see(keys.get(3), Standing.FRESH, unreachable());
        assertThat(own.has(Kind.EGRESS)).isFalse();
        assertThat(watch.incidents()).isEmpty();
    }

    /** Its calls are spared for a while, because so many of them failed. */
    @Test
    void holdsNothingAgainstAVenueThatWasNotAskedSinceOurTroubleEnded() {
        List<Watched> keys = outOfReach();
        now = now.plusSeconds(3);
        for (Watched key : keys) {
            assertThat(see(key, Standing.FRESH, unreachable()).mood())
                    .isInstanceOf(VenueMood.Ours.class);
        }
        assertThat(watch.incidents()).isEmpty();

        // It is asked again, and does not answer.
        own.unreachable(new VenueId("bybit"), now.minusSeconds(1), now);
        now = now.plusSeconds(11);
        keys.forEach(key -> see(key, Standing.FRESH, unreachable()));
        assertThat(watch.incidents()).containsOnlyKeys(new VenueId("bybit"));
    }

    @Test
    void sparesNoVenueForLongAfterOurTroubleEnded() {
        List<Watched> keys = outOfReach();
        now = now.plusSeconds(30);
        own.answered(new VenueId("okx"), now);
        keys.forEach(key -> see(key, Standing.FRESH, unreachable()));
        assertThat(watch.incidents()).containsOnlyKeys(new VenueId("bybit"));
    }

    @Test
    void holdsNothingAgainstAVenueWhosePingsBeganBeforeOurTroubleEnded() {
        List<Watched> keys = outOfReach();
        Instant before = now.minusMillis(1);
        now = now.plusSeconds(3);
        own.answered(new VenueId("bybit"), now);
        for (Watched key : keys) {
            Sight sight = watch.see(key, Standing.FRESH, unreachable(), before, now);
            assertThat(sight.stale()).isTrue();
        }
        assertThat(watch.look(now)).isEmpty();
        keys.forEach(key -> assertThat(refuses(key).stale()).isFalse());
    }

    /** Keys at bybit, just after our way out opened again and another venue answered. */
    private List<Watched> outOfReach() {
        List<VenueId> venues = List.of(new VenueId("bybit"), new VenueId("okx"));
        List<Watched> keys = keys("bybit", 3);
        venues.forEach(venue -> own.answered(venue, now));
        now = now.plusSeconds(1);
        venues.forEach(venue -> own.unreachable(venue, now, now));
        see(keys.getFirst(), Standing.FRESH, unreachable());
        assertThat(own.has(Kind.EGRESS)).isTrue();
        now = now.plusSeconds(20);
        own.answered(venues.get(1), now);
        watch.look(now);
        assertThat(own.has(Kind.EGRESS)).isFalse();
        return keys;
    }
}
