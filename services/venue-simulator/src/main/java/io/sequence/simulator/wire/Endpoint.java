package io.sequence.simulator.wire;

import java.util.function.Function;

/**
 * One endpoint of a venue.
 *
 * @param template its path, with variable parts in braces
 */
public record Endpoint(
        String method, String template, Needs needs, Function<Hearing, VenueReply> handler) {

    /** What a caller must show. */
    public enum Needs {
        NOTHING,
        KEY,
        READ,
        TRADE,
        WITHDRAW,
        TRANSFER
    }

    /** How the endpoint is counted. */
    public String label() {
        return method + ' ' + template;
    }
}
