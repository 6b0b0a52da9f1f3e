package io.sequence.health.domain;

import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;

/** What venues let our addresses ask, as far as pings go. */
public interface Allowance {
    /** Room for every ping, and one address. */
    Allowance UNBOUNDED =
            new Allowance() {
                @Override
                public int address(ConnectionId connection) {
                    return 0;
                }

                @Override
                public long room(VenueId venue, int address) {
                    return Long.MAX_VALUE;
                }
            };

    /** Which of our addresses a connection's calls go out from. */
    int address(ConnectionId connection);

    /**
     * Pings that may begin now at a venue from an address; when none may, how many milliseconds one
     * has to wait, below zero.
     */
    long room(VenueId venue, int address);

    /**
     * One budget.
     *
     * @param venue whose it is
     * @param address which of our addresses it is of
     */
    record Lane(VenueId venue, int address) {}
}
