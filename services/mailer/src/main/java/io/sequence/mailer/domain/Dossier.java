package io.sequence.mailer.domain;

import io.sequence.events.HealthState;

/**
 * What is known of a connection when a fact about it comes in; topics have no order across each
 * other.
 *
 * @param revision the newest one that took effect, 0 when none did
 * @param decidedRevision the newest submission that has its verdict, 0 when none has
 * @param disconnected whether its owner ended it, which is final
 * @param told the state that the last letter about health told, {@link HealthState#CONNECTED} when
 *     none is open
 * @param pauseTold whether a letter told that its bot is paused
 * @param held whether it fails with an incident of its venue, of which no letter told: that comes
 *     with its end
 */
public record Dossier(
        long revision,
        long decidedRevision,
        boolean disconnected,
        HealthState told,
        boolean pauseTold,
        boolean held) {
    /** Of a connection that was never heard of. */
    public static final Dossier EMPTY =
            new Dossier(0, 0, false, HealthState.CONNECTED, false, false);

    /** Whether a fact of that revision is overtaken. */
    boolean outdates(long factsRevision) {
        return disconnected || factsRevision < revision;
    }

    Dossier tookEffect(long newer) {
        return new Dossier(
                Math.max(revision, newer), decidedRevision, disconnected, told, pauseTold, held);
    }

    Dossier decided(long newer) {
        return new Dossier(
                revision, Math.max(decidedRevision, newer), disconnected, told, pauseTold, held);
    }

    Dossier ended() {
        return new Dossier(revision, decidedRevision, true, HealthState.CONNECTED, false, false);
    }

    Dossier told(HealthState state) {
        return new Dossier(revision, decidedRevision, disconnected, state, pauseTold, false);
    }

    Dossier pauseTold(boolean whether) {
        return new Dossier(revision, decidedRevision, disconnected, told, whether, held);
    }

    Dossier heldBack() {
        return new Dossier(revision, decidedRevision, disconnected, told, pauseTold, true);
    }
}
