package io.sequence.venues.api;

/**
 * Everything one venue folder gives to the house. Implementations hold no state, open no socket and
 * read no clock.
 */
public interface Venue {
    /**
     * The venue as data: credential fields, hosts, markets, capabilities, limits and faults by
     * venue code.
     */
    VenueProfile profile();

    /** How this venue wants requests signed. */
    Signer signer();

    /** A client for one credential; cheap to make, nothing is sent until it is asked something. */
    VenueClient connect(Credential credential, VenueTransport transport);
}
