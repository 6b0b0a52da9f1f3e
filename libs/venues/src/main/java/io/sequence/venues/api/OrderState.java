package io.sequence.venues.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue sees it.
 *
 * @param ref which order
 * @param phase where it is in its life
 * @param quantity what was ordered
 * @param filled what has been executed
 * @param averagePrice of what was executed; null while nothing was
 * @param venuePhase the venue's own word for the phase
 */
public record OrderState(
        OrderRef ref,
        Phase phase,
        BigDecimal quantity,
        BigDecimal filled,
        @Nullable BigDecimal averagePrice,
        String venuePhase) {
    /** Where an order is in its life. */
    public enum Phase {
        OPEN,
        FILLED,
        CANCELLED,
        REJECTED,
        EXPIRED,
        /** The venue used a word we do not know yet. */
        UNKNOWN
    }
}
