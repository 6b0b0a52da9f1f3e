package io.sequence.health.domain;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Observation.Worked;
import io.sequence.health.domain.Standing.Evidence;
import io.sequence.health.domain.Standing.Flaps;
import io.sequence.health.domain.Standing.Recovery;
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
import java.util.UUID;
import java.util.stream.IntStream;

/** What stories of venues have: keys at venues, and a watch that sees their pings. */
abstract class VenueWatchStory {
    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    static final Standing FAILING =
            new Standing(
                    Condition.SUSPECT,
                    null,
                    START.minusSeconds(600),
                    null,
                    Evidence.NONE,
                    Recovery.NONE,
                    Flaps.NONE);

    long incidents;
    final OwnWatch own =
            new OwnWatch(
                    Duration.ofSeconds(60), Duration.ofSeconds(5), () -> new UUID(9, ++incidents));
    final VenueWatch watch =
            new VenueWatch(
                    CrowdRule.standard(Duration.ofSeconds(60)),
                    () -> new UUID(7, ++incidents),
                    own);
    final List<News> news = new ArrayList<>();
    Instant now = START;

    static Observation ofAddress() {
        return new Failed(Reason.of(Fault.IP_NOT_ALLOWED, "10010", "words"), null);
    }

    static Observation unreachable() {
        return new Failed(Reason.of(Fault.UNREACHABLE, "", "no route"), null);
    }

    Sight works(Watched key) {
        return see(key, Standing.FRESH, new Worked());
    }

    Sight refuses(Watched key) {
        return see(key, Standing.FRESH, refusal());
    }

    Sight see(Watched key, Standing standing, Observation observation) {
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

    static News.Began began(News news) {
        return (News.Began) news;
    }

    static Observation refusal() {
        return new Failed(Reason.of(Fault.INVALID_KEY, "10003", "words"), null);
    }

    static Observation trouble() {
        return new Failed(Reason.of(Fault.VENUE_UNAVAILABLE, "", "words"), null);
    }

    static List<Watched> keys(String venue, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> key(venue, new AccountId(UUID.randomUUID())))
                .toList();
    }

    static Watched key(String venue, AccountId account) {
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
