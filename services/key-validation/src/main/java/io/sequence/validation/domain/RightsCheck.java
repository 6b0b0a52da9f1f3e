package io.sequence.validation.domain;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueProfile;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.util.Optional;

/** Whether a key may do what it must and may not do what it must not. */
final class RightsCheck {
    private RightsCheck() {}

    /**
     * Why a key with these rights is refused; empty when it is not. What a venue cannot report is
     * no reason to refuse: it becomes a warning. The dangerous rights come first, so that a key
     * that may withdraw is always refused for that.
     */
    static Optional<Reason> objection(VenueProfile profile, Market market, KeyFacts facts) {
        Rights rights = facts.rights();
        if (rights.has(Right.WITHDRAW)) {
            return refused(Fault.WITHDRAW_GRANTED);
        }
        if (rights.has(Right.TRANSFER)) {
            return refused(Fault.TRANSFER_GRANTED);
        }
        if (rights.of(Right.READ) == Grant.DENIED) {
            return refused(Fault.READ_MISSING);
        }
        if (!profile.markets().contains(market)) {
            return Optional.of(
                    Reason.of(
                            Fault.WRONG_MARKET,
                            "%s keys do not trade %s."
                                    .formatted(profile.displayName(), market.wireName())));
        }
        return switch (rights.of(market.tradeRight())) {
            case GRANTED, UNKNOWN -> Optional.empty();
            case DENIED -> Optional.of(noTrading(profile, market, rights));
        };
    }

    /**
     * Where a venue has one right to trade for all markets, a key that trades another market lacks
     * no right: the account is in a mode that does not trade this one.
     */
    private static Reason noTrading(VenueProfile profile, Market market, Rights rights) {
        boolean tradesElsewhere =
                profile.markets().stream().anyMatch(other -> rights.has(other.tradeRight()));
        boolean oneRightForAll =
                !profile.capabilities().contains(VenueProfile.Capability.RIGHTS_BY_MARKET);
        if (tradesElsewhere && oneRightForAll) {
            return Reason.of(
                    Fault.WRONG_MARKET,
                    "The %s account is in a mode that does not trade %s."
                            .formatted(profile.displayName(), market.wireName()));
        }
        return Reason.of(Fault.TRADE_MISSING, "", "");
    }

    private static Optional<Reason> refused(Fault fault) {
        return Optional.of(Reason.of(fault, "", ""));
    }
}
