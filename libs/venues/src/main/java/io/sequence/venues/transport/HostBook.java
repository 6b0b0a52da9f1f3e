package io.sequence.venues.transport;

import io.sequence.venues.api.VenueProfile;
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each host of each venue is. A base URL may have a path; it goes before the request's own
 * path on the wire and is no part of any signature.
 */
public final class HostBook {
    private final List<VenueProfile> profiles;
    private final Map<Entry, URI> bases;

    private HostBook(List<VenueProfile> profiles, Map<Entry, URI> bases) {
        this.profiles = profiles;
        this.bases = Map.copyOf(bases);
    }

    /** The venues' own addresses. */
    public static HostBook of(List<VenueProfile> profiles) {
        var bases = new HashMap<Entry, URI>();
        for (VenueProfile profile : profiles) {
            profile.hosts()
                    .forEach(
                            host ->
                                    bases.put(
                                            new Entry(profile.venue(), host.label()),
                                            host.baseUrl()));
        }
        return new HostBook(List.copyOf(profiles), bases);
    }

    /**
     * The same hosts behind the venue simulator: a venue's default host is {@code <base>/<venue>},
     * every other one {@code <base>/<venue>/<label>}.
     */
    public HostBook atSimulator(URI base) {
        String root = base.toString().replaceAll("/+$", "");
        var moved = new HashMap<Entry, URI>();
        for (VenueProfile profile : profiles) {
            String ofVenue = root + "/" + profile.venue();
            for (VenueProfile.Host host : profile.hosts()) {
                boolean first = host.label().equals(profile.defaultHost());
                moved.put(
                        new Entry(profile.venue(), host.label()),
                        URI.create(first ? ofVenue : ofVenue + "/" + host.label()));
            }
        }
        return new HostBook(profiles, moved);
    }

    /** The same book with another address for one host. */
    public HostBook with(VenueId venue, String label, URI base) {
        var changed = new HashMap<>(bases);
        changed.put(new Entry(venue, label), base);
        return new HostBook(profiles, changed);
    }

    /** The address of a host, without a trailing slash; empty when the venue has no such host. */
    public Optional<URI> baseUrl(VenueId venue, String label) {
        return Optional.ofNullable(bases.get(new Entry(venue, label)));
    }

    /** What a venue declares of itself; empty when the book does not hold it. */
    Optional<VenueProfile> profile(VenueId venue) {
        return profiles.stream().filter(one -> one.venue().equals(venue)).findFirst();
    }

    private record Entry(VenueId venue, String label) {}
}
