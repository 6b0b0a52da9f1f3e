package io.sequence.simulator.wire;

/** A service beside the venues that the house calls, below a prefix of its own. */
public interface StandIn {
    /** The first part of its paths, e.g. {@code _telegram}. */
    String prefix();

    /**
     * Answers a call; may block for as long as the real one would.
     *
     * @param call with the path below the prefix
     */
    VenueReply answer(VenueCall call);
}
