package io.sequence.health.domain;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.vocabulary.AccountId;
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
import org.jspecify.annotations.Nullable;

/**
 * Sees what pings of different keys have in common: an incident of a venue, or trouble of our own
 * when keys of several venues cannot be reached. Safe for use by many threads.
 */
public final class VenueWatch {
    private final CrowdRule rule;
    private final Supplier<UUID> ids;
    private final Map<VenueId, Place> places = new HashMap<>();

    /** Nothing seen yet; ids name incidents. */
    public VenueWatch(CrowdRule rule, Supplier<UUID> ids) {
        this.rule = rule;
        this.ids = ids;
    }

    /** An incident that began or ended. */
    public sealed interface News {
        /** Where. */
        VenueId venue();

        /** Which. */
        Incident incident();

        /** How many keys fail with it now. */
        int connections();

        /** It began. */
        record Began(VenueId venue, Incident incident, int connections) implements News {}

        /** It is over. */
        record Ended(VenueId venue, Incident incident, int connections) implements News {}
    }

    /**
     * What one ping adds, and how its venue is to be taken for it.
     *
     * @param mood with which the ping is to be judged
     * @param news what began or ended with it
     * @param lonely whether a failure stands alone so far, so that asking others would tell more
     */
    public record Sight(VenueMood mood, List<News> news, boolean lonely) {}

    /** Looks at a ping's outcome before it is judged. */
    public synchronized Sight see(
            Watched watched, Standing standing, Observation observation, Instant now) {
        VenueId venue = watched.about().venue();
        Place place = places.computeIfAbsent(venue, _ -> new Place(rule));
        place.note(watched.id(), watched.about().accountId(), standing, observation, now);
        List<News> news = new ArrayList<>();
        place.update(venue, now).ifPresent(news::add);
        boolean lonely =
                observation instanceof Failed failed
                        && place.incident == null
                        && FailureKind.of(failed.reason().fault()) != FailureKind.TROUBLE
                        && !standing.condition().alarmed();
        Incident incident = place.incident;
        return new Sight(incident == null ? VenueMood.CALM : incident, news, lonely);
    }

    /** A connection that is not watched here any more. */
    public synchronized void forget(ConnectionId connection) {
        for (Place place : places.values()) {
            place.refusals.forget(connection);
            place.troubles.forget(connection);
        }
    }

    /** Ends what is over although nobody was pinged. */
    public synchronized List<News> look(Instant now) {
        List<News> news = new ArrayList<>();
        places.forEach((venue, place) -> place.settle(venue, now).ifPresent(news::add));
        return news;
    }

    /** The incidents of now. */
    public synchronized Map<VenueId, Incident> incidents() {
        var open = new HashMap<VenueId, Incident>();
        places.forEach(
                (venue, place) -> {
                    if (place.incident != null) {
                        open.put(venue, place.incident);
                    }
                });
        return open;
    }

    /** One venue's keys. */
    private final class Place {
        private final Crowd refusals;
        private final Crowd troubles;
        private @Nullable Incident incident;
        private @Nullable Reason newest;

        Place(CrowdRule rule) {
            this.refusals = new Crowd(rule);
            this.troubles = new Crowd(rule);
        }

        void note(
                ConnectionId connection,
                AccountId account,
                Standing standing,
                Observation observation,
                Instant now) {
            if (!(observation instanceof Failed failed)) {
                refusals.worked(connection, now);
                troubles.worked(connection, now);
                return;
            }
            boolean fresh = standing.firstFailureAt() == null;
            boolean trouble = FailureKind.of(failed.reason().fault()) == FailureKind.TROUBLE;
            (trouble ? troubles : refusals).failed(connection, account, fresh, now);
            newest = failed.reason();
        }

        Optional<News> update(VenueId venue, Instant now) {
            return incident == null ? begun(venue, now) : settle(venue, now);
        }

        private Optional<News> begun(VenueId venue, Instant now) {
            Optional<Instant> refused = refusals.since(now);
            Optional<Instant> troubled = troubles.since(now);
            Reason like = newest;
            if (like == null || (refused.isEmpty() && troubled.isEmpty())) {
                return Optional.empty();
            }
            FailureKind kind = refused.isPresent() ? FailureKind.REFUSAL : FailureKind.TROUBLE;
            Incident began =
                    new Incident(
                            ids.get(),
                            kind,
                            reason(like),
                            refused.or(() -> troubled).orElseThrow());
            incident = began;
            return Optional.of(new News.Began(venue, began, crowd(began).failing()));
        }

        Optional<News> settle(VenueId venue, Instant now) {
            Incident open = incident;
            if (open == null) {
                return Optional.empty();
            }
            if (crowd(open).since(now).isPresent()) {
                return Optional.empty();
            }
            incident = null;
            return Optional.of(new News.Ended(venue, open, crowd(open).failing()));
        }

        private Crowd crowd(Incident of) {
            return of.kind() == FailureKind.TROUBLE ? troubles : refusals;
        }

        private static Reason reason(Reason like) {
            return new Reason(
                    Fault.VENUE_INCIDENT,
                    Fault.VENUE_INCIDENT.meaning(),
                    like.venueCode(),
                    like.venueWords(),
                    Fault.VENUE_INCIDENT.fix());
        }
    }
}
