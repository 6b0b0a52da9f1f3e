package io.sequence.health.domain;

import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Observation.Worked;
import io.sequence.health.domain.Standing.Evidence;
import io.sequence.health.domain.Standing.Flaps;
import io.sequence.health.domain.Standing.Pause;
import io.sequence.health.domain.Standing.Recovery;
import io.sequence.health.domain.VenueMood.Calm;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueMood.Ours;
import io.sequence.health.domain.VenueMood.Unclear;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a connection and what leads from one to another: a pure function of how it
 * stood, what a ping showed, and whether its venue is in trouble as a whole.
 *
 * <p>A refusal of the key counts when it is confirmed within a window; an unexplained one when it
 * lasts; all other trouble when it comes several times in a row, and never asks the user to act.
 * While many keys of the venue fail alike no key is blamed. What trouble of ours explains counts
 * for nothing. An alarm ends after several successes in a row, and later when the connection raised
 * alarms again and again. While its owner has paused a connection nobody is alarmed.
 */
public final class HealthMachine {
    private final Patience patience;

    /** A machine that is so patient. */
    public HealthMachine(Patience patience) {
        this.patience = patience;
    }

    /**
     * From one condition to another that its owner is to see.
     *
     * @param from headline before
     * @param to headline after
     * @param troubleSince when the trouble that begins or ends here began; null when unknown
     * @param repaired what the alarm that ends here was about; null when none ends
     * @param incident the venue's incident that it belongs to; null when it is the connection's own
     * @param quiet whether nobody is to be alarmed, because its owner has paused it
     * @param late whether it tells an alarm that was raised while it was paused
     */
    public record Transition(
            HealthState from,
            HealthState to,
            @Nullable Instant troubleSince,
            @Nullable Reason repaired,
            @Nullable UUID incident,
            boolean quiet,
            boolean late) {
        Transition(
                HealthState from,
                HealthState to,
                @Nullable Instant troubleSince,
                @Nullable Reason repaired,
                @Nullable UUID incident) {
            this(from, to, troubleSince, repaired, incident, false, false);
        }
    }

    /**
     * One step.
     *
     * @param standing how the connection stands now
     * @param transition null when nothing changed that its owner should see
     * @param recheck how soon to look again; null when the usual rhythm will do
     */
    public record Step(
            Standing standing, @Nullable Transition transition, @Nullable Duration recheck) {}

    /** What a ping makes of a connection's standing. */
    public Step next(Standing before, Observation observation, VenueMood mood, Instant now) {
        Step step =
                switch (observation) {
                    case Worked worked -> worked(before, now);
                    case Failed failed -> failed(before, failed, mood, now);
                };
        boolean own =
                mood instanceof Calm
                        || (mood instanceof Incident
                                && step.standing().condition() == Condition.VENUE_INCIDENT);
        boolean mayTell = own && observation instanceof Failed;
        return heeding(before.pause(), step, mayTell ? mood : null);
    }

    /**
     * What a pause makes of a step: alarms are quiet, and told when it is over.
     *
     * @param mood with which what was kept may be told now; null when it may not
     */
    private static Step heeding(Pause pause, Step step, @Nullable VenueMood mood) {
        Standing after = step.standing();
        Transition told = step.transition();
        boolean alarmed = after.condition().alarmed();
        if (pause.on()) {
            boolean untold = alarmed && (told != null || pause.untold());
            return new Step(
                    after.with(new Pause(true, untold)),
                    told == null ? null : quiet(told),
                    step.recheck());
        }
        boolean kept = pause.untold() && alarmed && told == null;
        if (!kept || mood == null) {
            return new Step(after.with(new Pause(false, kept)), told, step.recheck());
        }
        var late =
                new Transition(
                        after.state(),
                        after.state(),
                        after.firstFailureAt(),
                        null,
                        mood instanceof Incident open ? open.incident() : null,
                        false,
                        true);
        return new Step(after.with(Pause.NONE), late, step.recheck());
    }

    private static Transition quiet(Transition told) {
        return new Transition(
                told.from(),
                told.to(),
                told.troubleSince(),
                told.repaired(),
                told.incident(),
                true,
                false);
    }

    private Step worked(Standing before, Instant now) {
        Flaps flaps = remembered(before.flaps(), now);
        if (!before.condition().alarmed()) {
            return new Step(healthy(now, flaps), null, null);
        }
        Instant since = before.recovery().since();
        var recovery = new Recovery(before.recovery().successes() + 1, since == null ? now : since);
        if (!repaired(recovery, flaps, now)) {
            var waiting =
                    new Standing(
                            before.condition(),
                            before.reason(),
                            before.firstFailureAt(),
                            now,
                            Evidence.NONE,
                            recovery,
                            flaps);
            boolean damped = recovery.successes() >= patience.successes();
            return new Step(waiting, null, damped ? null : patience.recheck());
        }
        var transition =
                new Transition(
                        before.state(),
                        HealthState.CONNECTED,
                        before.firstFailureAt(),
                        before.reason(),
                        null);
        return new Step(healthy(now, flaps), transition, null);
    }

    private boolean repaired(Recovery recovery, Flaps flaps, Instant now) {
        boolean enough = recovery.successes() >= patience.successes();
        boolean flapping = flaps.alarms() >= patience.flaps();
        Instant since = recovery.since();
        return enough
                && (!flapping
                        || (since != null && !now.isBefore(since.plus(patience.calmAfterFlaps()))));
    }

    private static Standing healthy(Instant now, Flaps flaps) {
        return new Standing(
                Condition.CONNECTED, null, null, now, Evidence.NONE, Recovery.NONE, flaps);
    }

    private Step failed(Standing before, Failed failed, VenueMood mood, Instant now) {
        FailureKind kind = FailureKind.of(failed.reason().fault());
        return switch (mood) {
            case Incident incident when incident.explains(kind) ->
                    inIncident(before, incident, now);
            case Incident _ -> alone(before, failed, kind, now);
            case Ours ours when ours.explains(failed.reason()) -> ours(before, ours, now);
            case Ours _ -> alone(before, failed, kind, now);
            case Unclear _ -> new Step(held(before, now), null, patience.recheck());
            case Calm _ -> alone(before, failed, kind, now);
        };
    }

    /** A failure that says nothing: what stood stands, and an end of it begins anew. */
    private static Standing held(Standing before, Instant now) {
        return new Standing(
                before.condition() == Condition.CONNECTED ? Condition.SUSPECT : before.condition(),
                before.reason(),
                before.firstFailureAt() == null ? now : before.firstFailureAt(),
                before.lastProofAt(),
                before.evidence(),
                Recovery.NONE,
                before.flaps(),
                before.pause());
    }

    /** Nobody's business but ours, unless a key cannot be proven for long. */
    private Step ours(Standing before, Ours ours, Instant now) {
        Instant failed = before.firstFailureAt();
        boolean longUnproven =
                !before.condition().alarmed()
                        && failed != null
                        && !now.isBefore(failed.plus(patience.ownTrouble()));
        boolean takenBack =
                before.condition() == Condition.REAUTH_NEEDED
                        && before.reason() != null
                        && ours.explains(before.reason())
                        && failed != null
                        && !failed.isBefore(ours.since().minus(patience.window()));
        if (!longUnproven && !takenBack) {
            return new Step(held(before, now), null, null);
        }
        return step(
                before,
                Condition.OUR_TROUBLE,
                Reason.of(Fault.OUR_TROUBLE, "", ""),
                Evidence.NONE,
                ours.trouble(),
                now);
    }

    /** The crowd is the confirmation, and what it confirms is not the key's fault. */
    private Step inIncident(Standing before, Incident incident, Instant now) {
        Condition condition =
                before.condition() == Condition.REAUTH_NEEDED && !belongs(before, incident)
                        ? Condition.REAUTH_NEEDED
                        : Condition.VENUE_INCIDENT;
        return step(before, condition, incident.reason(), Evidence.NONE, incident.incident(), now);
    }

    /** Whether a key was blamed for what turned out to be the beginning of an incident. */
    private boolean belongs(Standing before, Incident incident) {
        Instant failed = before.firstFailureAt();
        return failed != null && !failed.isBefore(incident.since().minus(patience.window()));
    }

    private Step alone(Standing before, Failed failed, FailureKind kind, Instant now) {
        Evidence evidence = more(before.evidence(), kind, now);
        Condition condition = condition(before.condition(), kind, evidence, now);
        Step step = step(before, condition, failed.reason(), evidence, null, now);
        return new Step(step.standing(), step.transition(), recheck(condition, kind));
    }

    private Step step(
            Standing before,
            Condition condition,
            Reason reason,
            Evidence evidence,
            @Nullable UUID incident,
            Instant now) {
        Instant since = before.firstFailureAt() == null ? now : before.firstFailureAt();
        boolean raises = !before.condition().alarmed() && condition.alarmed();
        boolean changes = raises || (condition.alarmed() && condition != before.condition());
        Flaps flaps = remembered(before.flaps(), now);
        var after =
                new Standing(
                        condition,
                        changes ? reason : before.reason(),
                        since,
                        before.lastProofAt(),
                        evidence,
                        Recovery.NONE,
                        raises ? oneMore(flaps, now) : flaps);
        Transition transition =
                changes
                        ? new Transition(before.state(), after.state(), since, null, incident)
                        : null;
        return new Step(after, transition, null);
    }

    private Evidence more(Evidence before, FailureKind kind, Instant now) {
        return switch (kind) {
            case REFUSAL -> {
                Instant since = before.refusedSince();
                boolean confirms = since != null && !now.isAfter(since.plus(patience.window()));
                yield new Evidence(
                        confirms ? before.refusals() + 1 : 1,
                        confirms ? since : now,
                        before.doubts(),
                        before.doubtedSince(),
                        before.troubles());
            }
            case DOUBT ->
                    new Evidence(
                            before.refusals(),
                            before.refusedSince(),
                            before.doubts() + 1,
                            before.doubtedSince() == null ? now : before.doubtedSince(),
                            before.troubles());
            case TROUBLE ->
                    new Evidence(
                            before.refusals(),
                            before.refusedSince(),
                            before.doubts(),
                            before.doubtedSince(),
                            before.troubles() + 1);
        };
    }

    private Condition condition(
            Condition before, FailureKind kind, Evidence evidence, Instant now) {
        boolean refused = evidence.refusals() >= patience.refusals();
        Instant doubted = evidence.doubtedSince();
        boolean doubtful =
                evidence.doubts() >= patience.doubts()
                        && doubted != null
                        && !now.isBefore(doubted.plus(patience.doubtWindow()));
        // Only the venue's own no blames a key: trouble while a doubt grows old does not.
        if (kind != FailureKind.TROUBLE && (refused || doubtful)) {
            return Condition.REAUTH_NEEDED;
        }
        boolean troubled = evidence.troubles() >= patience.troubles();
        return switch (before) {
            case CONNECTED, SUSPECT -> troubled ? Condition.ERROR : Condition.SUSPECT;
            // The incident is over and the key still fails: now it is on its own.
            case VENUE_INCIDENT, OUR_TROUBLE -> troubled ? Condition.ERROR : before;
            case ERROR -> Condition.ERROR;
            case REAUTH_NEEDED -> Condition.REAUTH_NEEDED;
        };
    }

    /** Looks again soon while a refusal waits for its confirmation. */
    private @Nullable Duration recheck(Condition condition, FailureKind kind) {
        if (condition == Condition.REAUTH_NEEDED) {
            return null;
        }
        return switch (kind) {
            case REFUSAL -> patience.recheck();
            case DOUBT -> patience.recheck().multipliedBy(2);
            case TROUBLE -> null;
        };
    }

    private Flaps remembered(Flaps flaps, Instant now) {
        Instant since = flaps.since();
        return since == null || now.isAfter(since.plus(patience.flapWindow())) ? Flaps.NONE : flaps;
    }

    private static Flaps oneMore(Flaps flaps, Instant now) {
        Instant since = flaps.since();
        return new Flaps(flaps.alarms() + 1, since == null ? now : since);
    }
}
