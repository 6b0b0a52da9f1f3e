package io.sequence.health.domain;

import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation.Failed;
import java.time.Instant;

/**
 * When a refusal without a reason is looked into: with the first of them, and with the one that
 * would have the key blamed. What lies between is the same refusal, and asking costs.
 */
public final class Doubts {
    private Doubts() {}

    /** Whether it is time to. */
    public static boolean worthAsking(
            Standing before, Observation observation, Patience patience, Instant now) {
        if (!(observation instanceof Failed failed)
                || failed.reason().fault() != Fault.AMBIGUOUS_AUTH
                || before.condition() == Condition.REAUTH_NEEDED
                || before.condition() == Condition.VENUE_INCIDENT) {
            return false;
        }
        Instant since = before.evidence().doubtedSince();
        return since == null
                || (before.evidence().doubts() + 1 >= patience.doubts()
                        && !now.isBefore(since.plus(patience.doubtWindow())));
    }
}
