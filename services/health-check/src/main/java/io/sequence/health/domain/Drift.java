package io.sequence.health.domain;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.venues.api.KeyFacts;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import java.util.Optional;

/** What a key that works has gained or lost since it was accepted, where the ping tells. */
public final class Drift {
    private static final String TAKE_AWAY =
            "Take the permission off the key at the venue, or make a new key without it and submit"
                    + " it with Refresh API.";

    private Drift() {}

    /** Why a key that answers is nevertheless not fit for its market; empty when it is. */
    public static Optional<Reason> of(KeyFacts facts, Market market) {
        if (facts.rights().has(Right.WITHDRAW)) {
            return gained(Fault.WITHDRAW_GRANTED, "The key may withdraw funds now.");
        }
        if (facts.rights().has(Right.TRANSFER)) {
            return gained(Fault.TRANSFER_GRANTED, "The key may transfer funds now.");
        }
        if (facts.rights().of(Right.READ) == Grant.DENIED) {
            return Optional.of(Reason.of(Fault.READ_MISSING, "", ""));
        }
        return facts.rights().of(market.tradeRight()) == Grant.DENIED
                ? Optional.of(Reason.of(Fault.TRADE_MISSING, "", ""))
                : Optional.empty();
    }

    private static Optional<Reason> gained(Fault fault, String detail) {
        return Optional.of(new Reason(fault, detail, "", "", TAKE_AWAY));
    }
}
