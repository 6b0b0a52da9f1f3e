package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueWatch.News;
import io.sequence.health.domain.VenueWatch.Sight;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VenueWatchTest extends VenueWatchStory {
    @Test
    void takesKeysOfThreeAccountsThatFailWithinMomentsForTheVenues() {
        List<Watched> keys = keys("bybit", 30);
        keys.subList(10, 30).forEach(this::works);
        assertThat(refuses(keys.get(0)).mood()).isEqualTo(VenueMood.CALM);
        assertThat(refuses(keys.get(1)).mood()).isEqualTo(VenueMood.CALM);
        Sight third = refuses(keys.get(2));
        assertThat(third.mood()).isInstanceOf(Incident.class);
        assertThat(news).singleElement().isInstanceOf(News.Began.class);
        assertThat(began(news.getFirst()).incident().since()).isEqualTo(START);
        assertThat(began(news.getFirst()).incident().reason().fault())
                .isEqualTo(Fault.VENUE_INCIDENT);
        assertThat(began(news.getFirst()).incident().reason().venueWords()).isEqualTo("words");
        assertThat(began(news.getFirst()).connections()).isEqualTo(3);
    }

    @Test
    void countsWhoIsInDoubtAlreadyWhenAVenueBreaks() {
        List<Watched> keys = keys("bybit", 30);
        keys.subList(10, 30).forEach(this::works);
        Observation broken = new Failed(Reason.of(Fault.VENUE_UNAVAILABLE, "10016", "words"), null);
        keys.subList(0, 3).forEach(key -> see(key, FAILING, broken));
        assertThat(news).singleElement().isInstanceOf(News.Began.class);
    }

    @Test
    void doesNotTakeKeysOfOneAccountForTheVenues() {
        List<Watched> others = keys("bybit", 10);
        others.forEach(this::works);
        var account = new AccountId(UUID.randomUUID());
        for (int i = 0; i < 20; i++) {
            assertThat(refuses(key("bybit", account)).mood()).isEqualTo(VenueMood.CALM);
        }
    }

    @Test
    void doesNotTakeTheFewThatLoseTheirKeysEveryMinuteForTheVenues() {
        List<Watched> keys = keys("bybit", 1000);
        for (int i = 0; i < 1000; i++) {
            // Three of a thousand within 15 seconds, of those 250 that have their turn in it.
            if (i % 83 == 0) {
                assertThat(refuses(keys.get(i)).mood()).isEqualTo(VenueMood.CALM);
            } else {
                works(keys.get(i));
            }
            now = now.plusMillis(60);
        }
        assertThat(news).isEmpty();
    }

    @Test
    void takesTwoForTheVenuesOnlyWhenNobodyElseWorks() {
        List<Watched> two = keys("kraken", 2);
        refuses(two.get(0));
        assertThat(refuses(two.get(1)).mood()).isInstanceOf(Incident.class);

        List<Watched> three = keys("okx", 3);
        works(three.get(2));
        refuses(three.get(0));
        assertThat(refuses(three.get(1)).mood()).isEqualTo(VenueMood.CALM);
    }

    @Test
    void saysNothingAboutTheMomentByKeysThatHaveBeenFailingForLong() {
        List<Watched> keys = keys("bybit", 10);
        for (Watched key : keys) {
            assertThat(see(key, FAILING, refusal()).mood()).isEqualTo(VenueMood.CALM);
        }
    }

    @Test
    void asksForASecondOpinionAboutALonelyRefusalOnly() {
        List<Watched> keys = keys("bybit", 5);
        assertThat(refuses(keys.get(0)).lonely()).isTrue();
        assertThat(see(keys.get(1), Standing.FRESH, trouble()).lonely()).isFalse();
        assertThat(works(keys.get(2)).lonely()).isFalse();
        assertThat(refuses(keys.get(3)).lonely()).isTrue();
        assertThat(refuses(keys.get(4)).lonely()).isFalse();
    }

    @Test
    void keepsVenuesApart() {
        refuses(keys("bybit", 1).getFirst());
        refuses(keys("okx", 1).getFirst());
        assertThat(refuses(keys("kraken", 1).getFirst()).mood()).isEqualTo(VenueMood.CALM);
    }

    @Test
    void endsWhenTheKeysWorkAgain() {
        List<Watched> keys = keys("bybit", 40);
        keys.forEach(this::refuses);
        assertThat(watch.incidents()).containsOnlyKeys(new VenueId("bybit"));
        now = now.plusSeconds(66);
        keys.subList(0, 38).forEach(this::works);
        assertThat(news).hasSize(1);
        works(keys.get(38));
        assertThat(news).hasSize(2);
        assertThat(news.getLast()).isInstanceOf(News.Ended.class);
        assertThat(((News.Ended) news.getLast()).incident())
                .isEqualTo(began(news.getFirst()).incident());
        assertThat(watch.incidents()).isEmpty();
        // The last one is alone with it now, and its old failure begins nothing.
        assertThat(see(keys.get(39), FAILING, refusal()).mood()).isEqualTo(VenueMood.CALM);
    }

    @Test
    void excusesNoKeyForever() {
        List<Watched> keys = keys("bybit", 5);
        keys.forEach(this::refuses);
        now = now.plus(Duration.ofHours(2)).plusSeconds(1);
        watch.look(now).forEach(news::add);
        assertThat(news.getLast()).isInstanceOf(News.Ended.class);
        assertThat(see(keys.getFirst(), FAILING, refusal()).mood()).isEqualTo(VenueMood.CALM);
    }

    @Test
    void forgetsKeysThatAreNotWatchedAnyMore() {
        List<Watched> keys = keys("bybit", 3);
        keys.forEach(this::refuses);
        now = now.plusSeconds(70);
        keys.forEach(key -> watch.forget(key.id()));
        watch.look(now).forEach(news::add);
        assertThat(news.getLast()).isInstanceOf(News.Ended.class);
    }

    @Test
    void countsForNothingBeforeInstancesHaveAgreedWhatToCallIt() {
        List<Watched> keys = keys("bybit", 4);
        works(keys.get(3));
        refuses(keys.get(0));
        refuses(keys.get(1));
        Sight third = watch.see(keys.get(2), Standing.FRESH, refusal(), now, now);
        assertThat(third.mood()).isEqualTo(VenueMood.UNCLEAR);
        var theirs =
                new Incident(
                        new UUID(1, 1),
                        FailureKind.REFUSAL,
                        Reason.of(Fault.VENUE_INCIDENT, "", ""),
                        START);
        watch.agree(new VenueId("bybit"), theirs);
        assertThat(refuses(keys.get(2)).mood()).isEqualTo(theirs);
    }

    @Test
    void takesOverAnIncidentThatAnotherInstanceSees() {
        var theirs =
                new Incident(
                        new UUID(1, 1),
                        FailureKind.REFUSAL,
                        Reason.of(Fault.VENUE_INCIDENT, "", ""),
                        START);
        works(keys("bybit", 1).getFirst());
        watch.adopt(Map.of(new VenueId("bybit"), theirs));
        assertThat(refuses(keys("bybit", 1).getFirst()).mood()).isEqualTo(theirs);
        assertThat(watch.held()).isEmpty();
        watch.adopt(Map.of());
        assertThat(refuses(keys("bybit", 1).getFirst()).mood()).isEqualTo(VenueMood.CALM);
    }

    @Test
    void takesTheFirstFailureDuringMaintenanceForTheVenues() {
        var until = now.plusSeconds(600);
        watch.heed(Map.of(new VenueId("okx"), new VenueNotice("upgrade", now, until)));
        Watched key = keys("okx", 1).getFirst();
        works(key);
        assertThat(news).isEmpty();
        Incident incident = (Incident) refuses(key).mood();
        assertThat(incident.planned()).isTrue();
        assertThat(incident.expectedUntil()).isEqualTo(until);
        assertThat(incident.reason().fault()).isEqualTo(Fault.VENUE_MAINTENANCE);
        assertThat(incident.reason().detail()).contains("20 November, 12:10 UTC");
        assertThat(incident.reason().venueWords()).isEqualTo("upgrade");

        now = until.plusSeconds(1);
        watch.heed(Map.of());
        works(key);
        assertThat(news.getLast()).isInstanceOf(News.Ended.class);
        assertThat(refuses(key).mood()).isEqualTo(VenueMood.CALM);
    }

    @Test
    void blamesNobodyWhenTroubleTurnsIntoRefusals() {
        List<Watched> keys = keys("bybit", 8);
        keys.subList(0, 4).forEach(key -> see(key, Standing.FRESH, trouble()));
        assertThat(see(keys.get(0), FAILING, trouble()).mood()).isInstanceOf(Incident.class);
        keys.subList(4, 8).forEach(key -> see(key, Standing.FRESH, refusal()));
        Incident turned = (Incident) see(keys.get(5), FAILING, refusal()).mood();
        assertThat(turned.explains(FailureKind.REFUSAL)).isTrue();
        assertThat(news).hasSize(1);
    }
}
