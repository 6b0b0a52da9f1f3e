package io.sequence.venues.transport;

/** An answer that is not shaped as the venue documents; {@link VenueCall} turns it into a fault. */
public final class MalformedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which field is at fault, never what it holds. */
    public MalformedAnswer(String what) {
        super(what);
    }
}
