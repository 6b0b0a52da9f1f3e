package io.sequence.health.domain;

import io.sequence.events.OwnTrouble.Kind;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.OwnWatch.OwnNews;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueMood.Ours;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sees what pings of different keys have in common: an incident of a venue, or trouble of our own.
 * What it sees is one instance's view; an incident counts once instances have agreed what to call
 * it. Safe for use by many threads.
 */
public final class VenueWatch {
    private final CrowdRule rule;
    private final Supplier<UUID> ids;
    private final OwnWatch own;
    private final Map<VenueId, Place> places = new HashMap<>();

    /** Nothing seen yet; ids name incidents. */
    public VenueWatch(CrowdRule rule, Supplier<UUID> ids, OwnWatch own) {
        this.rule = rule;
        this.ids = ids;
        this.own = own;
    }

    /** Something that began or ended. */
    public sealed interface News {
        /** An incident of a venue began, as this instance sees it. */
        record Began(VenueId venue, Incident incident, int connections) implements News {}

        /** This instance sees no more of it. */
        record Ended(VenueId venue, Incident incident, int connections) implements News {}

        /** Trouble of ours began or ended. */
        record Own(OwnNews news) implements News {}
    }

    /**
     * What one ping adds, and how its venue is to be taken for it.
     *
     * @param mood with which the ping is to be judged
     * @param news what began or ended with it
     * @param lonely whether a failure stands alone so far, so that asking others would tell more
     * @param stale whether it failed for trouble of ours that has passed since it began, and says
     *     nothing
     */
    public record Sight(VenueMood mood, List<News> news, boolean lonely, boolean stale) {}

    /**
     * Looks at a ping's outcome before it is judged.
     *
     * @param begun when the ping began
     */
    public synchronized Sight see(
            Watched watched,
            Standing standing,
            Observation observation,
            Instant begun,
            Instant now) {
        VenueId venue = watched.about().venue();
        Place place = places.computeIfAbsent(venue, _ -> new Place(rule));
        List<News> news = new ArrayList<>();
        if (observation instanceof Failed || own.has(Kind.EGRESS)) {
            news.addAll(ourselves(now));
        }
        Optional<Ours> ours = explained(venue, observation, now);
        ours.ifPresent(own::spoilt);
        boolean stale =
                observation instanceof Failed failed && own.isAftermath(failed.reason(), begun);
        if (stale) {
            return new Sight(VenueMood.CALM, news, false, true);
        }
        if (ours.isEmpty() || ours.get().kind() == Kind.EGRESS_ADDRESS) {
            place.note(watched.id(), watched.about().accountId(), standing, observation, now);
        }
        news.addAll(update(venue, place, observation, now));
        boolean lonely =
                observation instanceof Failed failed
                        && ours.isEmpty()
                        && place.incident().isEmpty()
                        && FailureKind.of(failed.reason().fault()) != FailureKind.TROUBLE
                        && !standing.condition().alarmed();
        VenueMood mood = mood(venue, observation, now);
        boolean unclear =
                mood.equals(VenueMood.CALM)
                        && observation instanceof Failed failed
                        && OwnWatch.isOfTransport(failed.reason())
                        && own.isOpenWhether(venue, now);
        return new Sight(unclear ? VenueMood.UNCLEAR : mood, news, lonely, false);
    }

    private List<News> ourselves(Instant now) {
        List<OwnNews> seen = own.look(now);
        if (seen.stream().anyMatch(one -> one.until() == null)) {
            // What failed in the moment before our way out was seen to be shut failed for that.
            places.values().forEach(Place::excuse);
        }
        return seen.stream().<News>map(News.Own::new).toList();
    }

    /** How a venue is to be taken for what a ping showed, as of now. */
    public synchronized VenueMood mood(VenueId venue, Observation observation, Instant now) {
        Place place = places.get(venue);
        FailureKind kind =
                observation instanceof Failed failed
                        ? FailureKind.of(failed.reason().fault())
                        : FailureKind.TROUBLE;
        return explained(venue, observation, now)
                .<VenueMood>map(ours -> ours)
                .orElseGet(() -> place == null ? VenueMood.CALM : place.mood(kind));
    }

    private Optional<Ours> explained(VenueId venue, Observation observation, Instant now) {
        return observation instanceof Failed failed
                ? own.explaining(venue, failed.reason(), now)
                : Optional.empty();
    }

    private List<News> update(VenueId venue, Place place, Observation observation, Instant now) {
        boolean failed = observation instanceof Failed;
        if (place.refusesAddress(now)) {
            return own.addressRefused(venue, true, now, now)
                    .<List<News>>map(seen -> List.of(new News.Own(seen)))
                    .orElse(List.of());
        }
        List<News> news = new ArrayList<>();
        own.addressRefused(venue, false, now, now).ifPresent(seen -> news.add(new News.Own(seen)));
        place.update(venue, ids, failed, own.isOpenWhether(venue, now), now).ifPresent(news::add);
        return news;
    }

    /** A connection that is not watched here any more. */
    public synchronized void forget(ConnectionId connection) {
        places.values().forEach(place -> place.forget(connection));
    }

    /** Ends what is over although nobody was pinged. */
    public synchronized List<News> look(Instant now) {
        List<News> news = new ArrayList<>(ourselves(now));
        places.forEach(
                (venue, place) -> {
                    place.update(venue, ids, false, own.isOpenWhether(venue, now), now)
                            .ifPresent(news::add);
                    if (!place.refusesAddress(now)) {
                        own.addressRefused(venue, false, now, now)
                                .ifPresent(seen -> news.add(new News.Own(seen)));
                    }
                });
        return news;
    }

    /** Instances have agreed that what this one saw at a venue is that incident. */
    public synchronized void agree(VenueId venue, Incident incident) {
        Place place = places.get(venue);
        if (place != null) {
            place.agree(incident);
        }
    }

    /** The incidents that any instance holds open: they count here, too. */
    public synchronized void adopt(Map<VenueId, Incident> open) {
        open.keySet().forEach(venue -> places.computeIfAbsent(venue, _ -> new Place(rule)));
        places.forEach((venue, place) -> place.adopt(open.get(venue)));
    }

    /** What venues say of themselves; what is not named is not closed any more. */
    public synchronized void heed(Map<VenueId, VenueNotice> notices) {
        notices.keySet().forEach(venue -> places.computeIfAbsent(venue, _ -> new Place(rule)));
        places.forEach((venue, place) -> place.heed(notices.get(venue)));
    }

    /** The incidents of now, whoever saw them. */
    public synchronized Map<VenueId, Incident> incidents() {
        var open = new HashMap<VenueId, Incident>();
        places.forEach((venue, place) -> place.incident().ifPresent(one -> open.put(venue, one)));
        return open;
    }

    /** Those that this instance sees itself. */
    public synchronized Map<VenueId, Incident> held() {
        var held = new HashMap<VenueId, Incident>();
        places.forEach((venue, place) -> place.held().ifPresent(one -> held.put(venue, one)));
        return held;
    }
}
