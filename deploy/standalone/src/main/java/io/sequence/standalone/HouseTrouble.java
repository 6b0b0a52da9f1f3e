package io.sequence.standalone;

/** The house cannot do what was asked; the message is one sentence for whoever asked. */
public final class HouseTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and what to do about it. */
    public HouseTrouble(String message) {
        super(message);
    }

    /** Says what is wrong and what to do about it, and keeps what led to it for the log. */
    public HouseTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
