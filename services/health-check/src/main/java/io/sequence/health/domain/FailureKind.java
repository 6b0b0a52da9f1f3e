package io.sequence.health.domain;

import io.sequence.faults.Blame;
import io.sequence.faults.Fault;

/** What a failure says about a key. */
public enum FailureKind {
    /** The venue refuses the key and says why. */
    REFUSAL,
    /** It refuses the key without saying why. */
    DOUBT,
    /** Everything else: the venue's trouble or ours, which never asks the user to act. */
    TROUBLE;

    /** The kind of a fault. */
    public static FailureKind of(Fault fault) {
        if (fault == Fault.AMBIGUOUS_AUTH) {
            return DOUBT;
        }
        return fault.userMustAct() && fault.blame() != Blame.OURSELVES ? REFUSAL : TROUBLE;
    }
}
