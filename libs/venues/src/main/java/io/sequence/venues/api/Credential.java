package io.sequence.venues.api;

import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.util.Map;
import java.util.Optional;

/**
 * One key as its owner handed it over, and the host that it belongs to.
 *
 * @param venue whose key it is
 * @param host label of the host it answers on, one of the profile's
 * @param fields by the catalogue's field names, e.g. {@code api_key}, {@code api_secret}, {@code
 *     passphrase}
 */
public record Credential(VenueId venue, String host, Map<String, Secret> fields)
        implements AutoCloseable {
    public Credential {
        fields = Map.copyOf(fields);
    }

    /**
     * A field that the venue needs.
     *
     * @throws CredentialUnusable when it is missing
     */
    public Secret field(String name) {
        Secret secret = fields.get(name);
        if (secret == null) {
            throw new CredentialUnusable(name, "is missing");
        }
        return secret;
    }

    /** A field that may be left out. */
    public Optional<Secret> optionalField(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The same credential on another host of the venue. */
    public Credential on(String otherHost) {
        return new Credential(venue, otherHost, fields);
    }

    /** Wipes every field. */
    @Override
    public void close() {
        fields.values().forEach(Secret::close);
    }

    @Override
    public String toString() {
        return "Credential[" + venue + " on " + host + "]";
    }
}
