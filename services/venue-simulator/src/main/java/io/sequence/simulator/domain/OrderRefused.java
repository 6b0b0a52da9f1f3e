package io.sequence.simulator.domain;

/**
 * An order or a cancellation that the desk does not take; each venue words the reason with its own
 * code.
 */
public final class OrderRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        INSUFFICIENT_FUNDS,
        QUANTITY_TOO_SMALL,
        VALUE_TOO_SMALL,
        QUANTITY_OFF_GRID,
        PRICE_OFF_GRID,
        PRICE_MISSING,
        QUANTITY_MISSING,
        DUPLICATE_CLIENT_ID,
        NOTHING_TO_REDUCE,
        TOO_MANY_OPEN,
        UNKNOWN_ORDER,
        ALREADY_FINISHED
    }

    private final Reason reason;

    public OrderRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
