package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.OwnTrouble.Kind;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Observation.Worked;
import io.sequence.health.domain.Standing.Evidence;
import io.sequence.health.domain.Standing.Flaps;
import io.sequence.health.domain.Standing.Recovery;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueWatch.News;
import io.sequence.health.domain.VenueWatch.Sight;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VenueWatchTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Standing FAILING =
            new Standing(
                    Condition.SUSPECT,
                    null,
                    START.minusSeconds(600),
                    null,
                    Evidence.NONE,
                    Recovery.NONE,
                    Flaps.NONE);

    private long incidents;
    private final OwnWatch own =
            new OwnWatch(
                    Duration.ofSeconds(60), Duration.ofSeconds(5), () -> new UUID(9, ++incidents));
    private final VenueWatch watch =
            new VenueWatch(
                    CrowdRule.standard(Duration.ofSeconds(60)),
                    () -> new UUID(7, ++incidents),
                    own);
    private final List<News> news = new ArrayList<>();
    private Instant now = START;

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
    void blamesNobodyWhenTroubleTurnsIntoRefusals() {
        List<Watched> keys = keys("bybit", 8);
        keys.subList(0, 4).forEach(key -> see(key, Standing.FRESH, trouble()));
        assertThat(see(keys.get(0), FAILING, trouble()).mood()).isInstanceOf(Incident.class);
        keys.subList(4, 8).forEach(key -> see(key, Standing.FRESH, refusal()));
        Incident turned = (Incident) see(keys.get(5), FAILING, refusal()).mood();
        assertThat(turned.explains(FailureKind.REFUSAL)).isTrue();
        assertThat(news).hasSize(1);
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

    private static Observation ofAddress() {
        return new Failed(Reason.of(Fault.IP_NOT_ALLOWED, "10010", "words"), null);
    }

    private static Observation unreachable() {
        return new Failed(Reason.of(Fault.UNREACHABLE, "", "no route"), null);
    }

    private Sight works(Watched key) {
        return see(key, Standing.FRESH, new Worked());
    }

    private Sight refuses(Watched key) {
        return see(key, Standing.FRESH, refusal());
    }

    private Sight see(Watched key, Standing standing, Observation observation) {
        Sight sight = watch.see(key, standing, observation, now.minusMillis(1), now);
        news.addAll(sight.news());
        for (News one : sight.news()) {
            if (one instanceof News.Began began) {
                watch.agree(began.venue(), began.incident());
            }
        }
        return new Sight(
                watch.mood(key.about().venue(), observation, now),
                sight.news(),
                sight.lonely(),
                sight.stale());
    }

    private static News.Began began(News news) {
        return (News.Began) news;
    }

    private static Observation refusal() {
        return new Failed(Reason.of(Fault.INVALID_KEY, "10003", "words"), null);
    }

    private static Observation trouble() {
        return new Failed(Reason.of(Fault.VENUE_UNAVAILABLE, "", "words"), null);
    }

    private static List<Watched> keys(String venue, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> key(venue, new AccountId(UUID.randomUUID())))
                .toList();
    }

    private static Watched key(String venue, AccountId account) {
        return new Watched(
                new About(
                        account,
                        new ConnectionId(UUID.randomUUID()),
                        CredentialVersion.FIRST,
                        1,
                        new VenueId(venue),
                        Mode.LIVE),
                Market.SPOT,
                "main",
                0);
    }
}
