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

    private static final String OTHER_ACCOUNT =
            "The key answers for another exchange account than the one that was connected.";
    private static final String OWN_ACCOUNT =
            "Make a key on the exchange account that you connected and submit it with Refresh API,"
                    + " or add the other account as a connection of its own.";

    private Drift() {}

    /** Why a key that answers for another account is not used. */
    public static Reason otherAccount() {
        return new Reason(Fault.DIFFERENT_ACCOUNT, OTHER_ACCOUNT, "", "", OWN_ACCOUNT);
    }

    /** Why a key that answers is nevertheless not fit for its market; empty when it is. */
    public static Optional<Reason> of(KeyFacts facts, Market market) {
        if (facts.rights().has(Right.WITHDRAW)) {
            return gained(
                    Fault.WITHDRAW_GRANTED,
                    "The key may withdraw funds now; it could not when it was accepted.");
        }
        if (facts.rights().has(Right.TRANSFER)) {
            return gained(
                    Fault.TRANSFER_GRANTED,
                    "The key may transfer funds now; it could not when it was accepted.");
        }
        if (facts.rights().of(Right.READ) == Grant.DENIED) {
            return Optional.of(
                    Reason.of(Fault.READ_MISSING, "The key may not read the account any more."));
        }
        return facts.rights().of(market.tradeRight()) == Grant.DENIED
                ? Optional.of(
                        Reason.of(
                                Fault.TRADE_MISSING,
                                "The key may not trade %s any more.".formatted(market.wireName())))
                : Optional.empty();
    }

    private static Optional<Reason> gained(Fault fault, String detail) {
        return Optional.of(new Reason(fault, detail, "", "", TAKE_AWAY));
    }
}
