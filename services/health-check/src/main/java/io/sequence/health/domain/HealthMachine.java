package io.sequence.health.domain;

import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import io.sequence.faults.Blame;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Observation.Worked;
import io.sequence.health.domain.Standing.Evidence;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The three states of a connection and what leads from one to another. A success heals at once. A
 * refusal of the key counts when it is confirmed within a window; an unexplained one when it lasts;
 * all other trouble, ours and the venue's, when it comes three times in a row, and never asks the
 * user to act.
 *
 * @param confirmations how many refusals in the window count
 * @param window in which they must come
 * @param troubles how many other failures in a row count
 * @param doubts how many unexplained refusals count
 * @param doubtWindow over how long at least
 * @param recheck how soon to look again after a failure that may count soon
 */
public record HealthMachine(
        int confirmations,
        Duration window,
        int troubles,
        int doubts,
        Duration doubtWindow,
        Duration recheck) {
    /**
     * Twice within 30 s, three times, three times over the given time; looks again after a third.
     */
    public static HealthMachine standard(Duration doubtWindow) {
        return new HealthMachine(
                2, Duration.ofSeconds(30), 3, 3, doubtWindow, Duration.ofSeconds(10));
    }

    /**
     * From one state to another.
     *
     * @param from before
     * @param to after
     * @param troubleSince when the trouble that begins or ends here began; null when unknown
     */
    public record Transition(HealthState from, HealthState to, @Nullable Instant troubleSince) {}

    /**
     * One step.
     *
     * @param standing how the connection stands now
     * @param transition null when the state stays
     * @param recheck how soon to look again; null when the usual rhythm will do
     */
    public record Step(
            Standing standing, @Nullable Transition transition, @Nullable Duration recheck) {}

    /** What a ping makes of a connection's standing. */
    public Step next(Standing before, Observation observation, Instant now) {
        return switch (observation) {
            case Worked worked -> healed(before, now);
            case Failed failed -> failed(before, failed, now);
        };
    }

    private static Step healed(Standing before, Instant now) {
        Standing after = new Standing(HealthState.CONNECTED, null, null, now, Evidence.NONE);
        Transition transition =
                before.state() == HealthState.CONNECTED
                        ? null
                        : new Transition(
                                before.state(), HealthState.CONNECTED, before.firstFailureAt());
        return new Step(after, transition, null);
    }

    private Step failed(Standing before, Failed failed, Instant now) {
        Instant since = before.firstFailureAt() == null ? now : before.firstFailureAt();
        Evidence evidence = more(before.evidence(), failed.reason().fault(), now);
        HealthState state = state(before.state(), evidence, now);
        boolean changed = state != before.state();
        Reason reason = changed ? failed.reason() : before.reason();
        return new Step(
                new Standing(state, reason, since, before.lastProofAt(), evidence),
                changed ? new Transition(before.state(), state, since) : null,
                recheck(state, failed));
    }

    private Evidence more(Evidence before, Fault fault, Instant now) {
        return switch (kind(fault)) {
            case REFUSAL -> {
                Instant since = before.refusedSince();
                boolean confirms = since != null && !now.isAfter(since.plus(window));
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

    private HealthState state(HealthState before, Evidence evidence, Instant now) {
        boolean refused = evidence.refusals() >= confirmations;
        Instant doubted = evidence.doubtedSince();
        boolean doubtful =
                evidence.doubts() >= doubts
                        && doubted != null
                        && !now.isBefore(doubted.plus(doubtWindow));
        if (refused || doubtful) {
            return HealthState.REAUTH_NEEDED;
        }
        return before == HealthState.CONNECTED && evidence.troubles() >= troubles
                ? HealthState.ERROR
                : before;
    }

    /** Looks again soon while a refusal waits for its confirmation. */
    private @Nullable Duration recheck(HealthState state, Failed failed) {
        if (state == HealthState.REAUTH_NEEDED) {
            return null;
        }
        return switch (kind(failed.reason().fault())) {
            case REFUSAL -> recheck;
            case DOUBT -> recheck.multipliedBy(2);
            case TROUBLE -> null;
        };
    }

    private enum Kind {
        REFUSAL,
        DOUBT,
        TROUBLE
    }

    private static Kind kind(Fault fault) {
        if (fault == Fault.AMBIGUOUS_AUTH) {
            return Kind.DOUBT;
        }
        return fault.userMustAct() && fault.blame() != Blame.OURSELVES
                ? Kind.REFUSAL
                : Kind.TROUBLE;
    }
}
