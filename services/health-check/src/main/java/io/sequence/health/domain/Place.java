package io.sequence.health.domain;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueWatch.News;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One venue as one instance sees it. Not safe for use by several threads. */
final class Place {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final CrowdRule rule;
    private final Crowd refusals;
    private final Crowd troubles;
    private @Nullable Incident own;
    private @Nullable Incident elsewhere;
    private @Nullable VenueNotice notice;
    private @Nullable Instant noticedUntil;
    private @Nullable Reason newest;
    private boolean agreed;

    Place(CrowdRule rule) {
        this.rule = rule;
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
        Fault fault = failed.reason().fault();
        boolean trouble = FailureKind.of(fault) == FailureKind.TROUBLE;
        // A venue that is overloaded refuses calls first and then breaks: who is in doubt already
        // counts with trouble. A refusal says something of the moment only when it is the first.
        boolean fresh =
                trouble ? !standing.condition().alarmed() : standing.firstFailureAt() == null;
        (trouble ? troubles : refusals)
                .failed(connection, account, fresh, fault == Fault.IP_NOT_ALLOWED, now);
        newest = failed.reason();
    }

    void forget(ConnectionId connection) {
        refusals.forget(connection);
        troubles.forget(connection);
    }

    /** The latest trouble was ours, and counts for no incident that has not begun. */
    void excuse() {
        troubles.excuse();
    }

    /** Whether a crowd of keys refuses our address. */
    boolean refusesAddress(Instant now) {
        return refusals.since(now).isPresent() && refusals.refusesAddress();
    }

    /**
     * What began or ended.
     *
     * @param failed whether a key has just failed
     * @param doubtful whether trouble may as well be ours, and it is too early to say
     */
    Optional<News> update(
            VenueId venue, Supplier<UUID> ids, boolean failed, boolean doubtful, Instant now) {
        return own == null ? begun(venue, ids, failed, doubtful, now) : settled(venue, now);
    }

    private Optional<News> begun(
            VenueId venue, Supplier<UUID> ids, boolean failed, boolean doubtful, Instant now) {
        Optional<Instant> refused = refusals.since(now).filter(_ -> !refusals.refusesAddress());
        Optional<Instant> troubled = doubtful ? Optional.empty() : troubles.since(now);
        boolean closed = notice != null && notice.holds(now);
        Reason like = newest;
        if (like == null || (refused.isEmpty() && troubled.isEmpty() && !(closed && failed))) {
            return Optional.empty();
        }
        FailureKind kind = refused.isPresent() ? FailureKind.REFUSAL : FailureKind.TROUBLE;
        Incident joined = elsewhere;
        Incident began =
                joined != null
                        ? joined
                        : new Incident(
                                ids.get(),
                                kind,
                                closed ? closedReason(like) : reason(like),
                                refused.or(() -> troubled).orElse(now),
                                closed,
                                closed && notice != null ? notice.until() : null);
        own = began;
        agreed = joined != null;
        return Optional.of(new News.Began(venue, began, failing()));
    }

    private Optional<News> settled(VenueId venue, Instant now) {
        Incident open = own;
        if (open == null || (notice != null && notice.holds(now))) {
            noticedUntil = now;
            return Optional.empty();
        }
        boolean refused = refusals.since(now).isPresent();
        boolean crowd = troubles.since(now).isPresent() || refused;
        // What the venue announced is over when every key had its turn after it.
        boolean waiting =
                open.planned()
                        && failing() > 0
                        && noticedUntil != null
                        && now.isBefore(noticedUntil.plus(rule.shortest()));
        if (crowd || waiting) {
            return Optional.empty();
        }
        own = null;
        elsewhere = null;
        return Optional.of(new News.Ended(venue, open, failing()));
    }

    void agree(Incident incident) {
        if (own != null) {
            own = incident;
            agreed = true;
        }
    }

    void adopt(@Nullable Incident open) {
        elsewhere = open;
    }

    void heed(@Nullable VenueNotice said) {
        notice = said;
    }

    /** For a failure of that kind: an incident may begin in one way and go on in another. */
    VenueMood mood(FailureKind kind) {
        if (own != null && !agreed) {
            return VenueMood.UNCLEAR;
        }
        Crowd alike = kind == FailureKind.TROUBLE ? troubles : refusals;
        if (own != null && alike.isTogether()) {
            return own.of(kind);
        }
        return incident().<VenueMood>map(open -> open).orElse(VenueMood.CALM);
    }

    Optional<Incident> incident() {
        return own != null ? Optional.of(own) : Optional.ofNullable(elsewhere);
    }

    Optional<Incident> held() {
        return own != null && agreed ? Optional.of(own) : Optional.empty();
    }

    private int failing() {
        return refusals.failing() + troubles.failing();
    }

    private static Reason reason(Reason like) {
        return new Reason(
                Fault.VENUE_INCIDENT,
                Fault.VENUE_INCIDENT.meaning(),
                like.venueCode(),
                like.venueWords(),
                Fault.VENUE_INCIDENT.fix());
    }

    private Reason closedReason(Reason like) {
        Instant until = notice == null ? null : notice.until();
        String words = notice == null ? "" : notice.words();
        return new Reason(
                Fault.VENUE_MAINTENANCE,
                until == null
                        ? Fault.VENUE_MAINTENANCE.meaning()
                        : "The venue is under maintenance, until "
                                + MOMENT.format(until)
                                + " by its own word.",
                like.venueCode(),
                words.isEmpty() ? like.venueWords() : words,
                Fault.VENUE_MAINTENANCE.fix());
    }
}
