package io.sequence.venues.api;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

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

    /** Labels of hosts by the beginnings of the paths that they alone serve; mostly none. */
    default Map<String, String> hostsByPath() {
        return Map.of();
    }

    /** The label of the host that serves a path: the default one unless another alone does. */
    default String hostOf(String path) {
        return hostsByPath().entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(profile().defaultHost());
    }

    /**
     * How it says of itself whether it is open; empty where its documents name no such endpoint.
     */
    default Optional<StatusReader> status() {
        return Optional.empty();
    }

    /** A client for one credential; cheap to make, nothing is sent until it is asked something. */
    VenueClient connect(Credential credential, VenueTransport transport);
}
