package io.sequence.venues.api;

/** A request that a signer cannot make sense of. Says which part and never what it holds. */
public final class RequestUnusable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the part and what is wrong with it.
     *
     * @param part of the request: {@code path}, {@code query} or {@code body}
     * @param problem what is wrong with its form, without its content
     */
    public RequestUnusable(String part, String problem) {
        super(part + ": " + problem);
    }
}
