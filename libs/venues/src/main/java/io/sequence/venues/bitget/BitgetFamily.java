package io.sequence.venues.bitget;

import io.sequence.faults.Fault;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import java.util.function.Function;

/**
 * The two kinds of Bitget account, which exclude each other: classic ones answer on {@code
 * /api/v2}, unified ones on {@code /api/v3}. Source: Bitget API documentation, "UTA guide".
 */
enum BitgetFamily {
    UNIFIED,
    CLASSIC;

    /** The other one. */
    BitgetFamily other() {
        return this == UNIFIED ? CLASSIC : UNIFIED;
    }

    /**
     * What one key's account is, found out by asking. An account can be upgraded while it is
     * connected, so each refusal for the wrong family is believed.
     */
    static final class Memory {
        // Accounts made since May 2026 are unified.
        private volatile BitgetFamily family = UNIFIED;

        /**
         * Asks as the family that the account was last seen to be, and as the other one when that
         * is refused. Safe for orders: the refusal proves that nothing happened.
         */
        <T> VenueAnswer<T> ask(Function<BitgetFamily, VenueAnswer<T>> question) {
            BitgetFamily first = family;
            VenueAnswer<T> answer = question.apply(first);
            if (!isOfOtherFamily(answer)) {
                return answer;
            }
            VenueAnswer<T> second = question.apply(first.other());
            if (second instanceof No<T> no && isOfOtherFamily(second)) {
                // Neither family while an upgrade is under way.
                return new No<>(
                        Fault.VENUE_UNAVAILABLE, no.venueCode(), no.venueWords(), no.retryAfter());
            }
            family = first.other();
            return second;
        }

        private static boolean isOfOtherFamily(VenueAnswer<?> answer) {
            return answer instanceof No<?> no
                    && (no.venueCode().equals(BitgetFaults.NOT_UNIFIED)
                            || no.venueCode().equals(BitgetFaults.NOT_CLASSIC));
        }
    }
}
