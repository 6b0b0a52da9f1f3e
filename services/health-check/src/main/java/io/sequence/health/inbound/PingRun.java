package io.sequence.health.inbound;

import io.sequence.events.KeyProven.Proof;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.HealthMachine;
import io.sequence.health.domain.HealthMachine.Step;
import io.sequence.health.domain.Observation;
import io.sequence.health.domain.Pauses;
import io.sequence.health.domain.Rhythm;
import io.sequence.health.domain.Shards;
import io.sequence.health.domain.Standing;
import io.sequence.health.domain.Turn;
import io.sequence.health.domain.VenueMood;
import io.sequence.health.domain.VenueWatch;
import io.sequence.health.domain.VenueWatch.Sight;
import io.sequence.health.domain.Watched;
import io.sequence.health.domain.Watchlist;
import io.sequence.health.outbound.Diagnosis;
import io.sequence.health.outbound.HealthLedger;
import io.sequence.health.outbound.IncidentLedger;
import io.sequence.health.outbound.KeyRing;
import io.sequence.health.outbound.PingMeter;
import io.sequence.health.outbound.ProofJournal;
import io.sequence.health.outbound.VenueDoor;
import io.sequence.health.outbound.VenueDoor.Asked;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One turn: ping, see what it means, write what changed, and set the next turn. */
@Singleton
class PingRun {
    private static final Logger LOG = Logger.getLogger(PingRun.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int SECOND_OPINIONS = 3;

    private final VenueDoor door;
    private final HealthMachine machine;
    private final HealthLedger ledger;
    private final ProofJournal journal;
    private final Watchlist watchlist;
    private final Shards shards;
    private final KeyRing keys;
    private final Rhythm rhythm;
    private final PingMeter meter;
    private final InstantSource clock;
    private final VenueWatch venues;
    private final IncidentLedger incidents;
    private final Pauses pauses;
    private final InspectionRun inspection;
    private final Diagnosis diagnosis;

    PingRun(
            VenueDoor door,
            HealthMachine machine,
            HealthLedger ledger,
            ProofJournal journal,
            Watchlist watchlist,
            Shards shards,
            KeyRing keys,
            Rhythm rhythm,
            PingMeter meter,
            InstantSource clock,
            VenueWatch venues,
            IncidentLedger incidents,
            Pauses pauses,
            InspectionRun inspection,
            Diagnosis diagnosis) {
        this.door = door;
        this.machine = machine;
        this.ledger = ledger;
        this.journal = journal;
        this.watchlist = watchlist;
        this.shards = shards;
        this.keys = keys;
        this.rhythm = rhythm;
        this.meter = meter;
        this.clock = clock;
        this.venues = venues;
        this.incidents = incidents;
        this.pauses = pauses;
        this.inspection = inspection;
        this.diagnosis = diagnosis;
    }

    /** Runs; whatever goes wrong, the connection gets its next turn. */
    void run(Turn turn) {
        Instant began = clock.instant();
        try {
            Optional<Asked> asked = door.ping(turn);
            if (asked.isEmpty()) {
                LOG.infof("connection %s has no key any more", turn.watched().id());
                watchlist.remove(turn.watched().id());
                keys.forget(turn.watched().id());
                venues.forget(turn.watched().id());
                return;
            }
            meter.pinged(turn, asked.get());
            if (isHeld(turn, asked.get())) {
                return;
            }
            meter.began(turn, began);
            if (asked.get().observation() instanceof Observation.Failed
                    && pauses.since(began, clock.instant())) {
                again(turn, "while we were paused");
                return;
            }
            learn(turn, looked(turn, asked.get()), began);
        } catch (RuntimeException e) {
            // The class alone: a message may quote what must not be logged.
            LOG.errorf(
                    "ping of connection %s failed: %s",
                    turn.watched().id(), e.getClass().getName());
            watchlist.end(turn, turn.standing(), clock.instant().plus(AFTER_FAILURE));
        }
    }

    /** What the budget has no room for was not asked, and counts for nothing. */
    private boolean isHeld(Turn turn, Asked asked) {
        if (!(asked.observation() instanceof Observation.Failed failed)
                || failed.reason().fault() != Fault.HELD_BACK) {
            return false;
        }
        Duration wait = failed.retryAfter() == null ? AFTER_FAILURE : failed.retryAfter();
        watchlist.hold(turn, clock.instant().plus(wait));
        return true;
    }

    /** A refusal without a reason is looked into, unless the venue as a whole is in trouble. */
    private Asked looked(Turn turn, Asked asked) {
        if (asked.observation() instanceof Observation.Worked) {
            return asked;
        }
        boolean incident = venues.incidents().containsKey(turn.watched().about().venue());
        return diagnosis.sharpen(turn, asked, incident, clock.instant());
    }

    /** What failed for a reason of ours that has passed says nothing: it is asked again. */
    private void again(Turn turn, String when) {
        Instant now = clock.instant();
        LOG.infof("connection %s: failed %s", turn.watched().id(), when);
        turn.checks().forEach(check -> watchlist.ask(turn.watched().id(), check, now));
        watchlist.end(turn, turn.standing(), now.plus(AFTER_FAILURE));
    }

    private void learn(Turn turn, Asked asked, Instant began) {
        Instant now = clock.instant();
        Watched watched = turn.watched();
        if (!asked.version().equals(watched.about().credentialVersion())) {
            watched = watched.with(asked.version());
            watchlist.use(watched);
        }
        Sight sight = venues.see(watched, turn.standing(), asked.observation(), began, now);
        sight.news().forEach(incidents::tell);
        if (sight.stale()) {
            again(turn, "on a way out that was shut then");
            return;
        }
        if (sight.lonely()) {
            // Whether it is the key or the venue, the keys of others tell at once.
            watchlist.hurry(watched, SECOND_OPINIONS, now);
        }
        VenueMood mood =
                sight.news().isEmpty()
                        ? sight.mood()
                        : venues.mood(watched.about().venue(), asked.observation(), now);
        Step step = machine.next(turn.standing(), asked.observation(), mood, now);
        if (step.transition() != null && !moved(turn, watched, step)) {
            // Another owner, a newer key or the end of the connection came first: the table knows.
            watchlist.end(turn, turn.standing(), rhythm.after(watched.id(), now));
            return;
        }
        inspection.compare(turn, asked, now);
        note(turn, watched, asked, step.standing(), now);
        Duration asks =
                asked.observation() instanceof Observation.Failed failed
                        ? failed.retryAfter()
                        : null;
        watchlist.end(turn, step.standing(), rhythm.after(watched.id(), now, step.recheck(), asks));
        if (!turn.checks().isEmpty()) {
            journal.write();
        }
    }

    private boolean moved(Turn turn, Watched watched, Step step) {
        var transition = step.transition();
        if (transition == null || !shards.owns(watched)) {
            return false;
        }
        boolean written = written(watched, step);
        if (written) {
            Reason reason = step.standing().reason();
            LOG.infof(
                    "connection %s at %s: %s after %s%s",
                    watched.id(),
                    watched.about().venue(),
                    transition.to(),
                    transition.from(),
                    reason == null ? "" : ", " + reason.fault());
            meter.moved(turn, transition, clock.instant());
        }
        return written;
    }

    /** While the database is away nothing moves: the next ping comes to the same. */
    private boolean written(Watched watched, Step step) {
        try {
            return step.transition() != null
                    && ledger.move(watched, step.standing(), step.transition());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "connection %s: a transition is not written yet: %s",
                    watched.id(), e.getClass().getName());
            return false;
        }
    }

    private void note(Turn turn, Watched watched, Asked asked, Standing standing, Instant now) {
        if (turn.checks().isEmpty()) {
            journal.note(proof(watched, asked, standing, null, now));
            return;
        }
        for (UUID check : List.copyOf(turn.checks())) {
            journal.note(proof(watched, asked, standing, check, now));
        }
    }

    private static Proof proof(
            Watched watched, Asked asked, Standing standing, @Nullable UUID check, Instant now) {
        Reason reason =
                asked.observation() instanceof Observation.Failed failed ? failed.reason() : null;
        return new Proof(
                watched.about().accountId(),
                watched.id(),
                asked.version(),
                check,
                reason == null,
                standing.state(),
                reason,
                asked.took().toMillis(),
                asked.balances(),
                now);
    }
}
