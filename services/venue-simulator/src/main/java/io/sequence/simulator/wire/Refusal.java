package io.sequence.simulator.wire;

/** A venue's refusal, ready to be sent. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient VenueReply reply;

    public Refusal(VenueReply reply) {
        super("refused", null, false, false);
        this.reply = reply;
    }

    public VenueReply reply() {
        return reply;
    }
}
