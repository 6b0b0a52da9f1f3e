package io.sequence.venues.sign;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The credentials of a line. Members that the catalogue does not know are given to the signer all
 * the same; those of {@code extra_json}, an object or its text, count as fields of their own unless
 * a field of that name is given outside. What is null is absent, and so is an empty field that the
 * venue can do without. What a signer misses it says itself.
 */
final class LineCredential {
    private static final String EXTRA = "extra_json";

    /** What no venue gives out empty. */
    private static final Set<String> KEYING = Set.of("api_secret", "passphrase");

    private LineCredential() {}

    static Credential read(JsonNode given, VenueProfile profile, String host) {
        if (!given.isObject()) {
            throw new LineRefused("missing field: credentials");
        }
        Set<String> required =
                profile.fields().stream()
                        .filter(CredentialField::required)
                        .map(CredentialField::name)
                        .collect(Collectors.toSet());
        var fields = new HashMap<String, Secret>();
        put(extra(given.path(EXTRA)), required, fields);
        put(given, required, fields);
        return new Credential(profile.venue(), host, fields);
    }

    private static JsonNode extra(JsonNode extra) {
        JsonNode object =
                extra.isTextual() ? Json.parse(extra.asText()).orElse(Json.object()) : extra;
        return object.isObject() ? object : Json.object();
    }

    private static void put(JsonNode members, Set<String> required, Map<String, Secret> fields) {
        members.properties()
                .forEach(
                        member -> {
                            String name = member.getKey();
                            JsonNode value = member.getValue();
                            if (required.contains(name) && !value.isTextual() && !value.isNull()) {
                                throw new LineRefused("credentials." + name + " must be text");
                            }
                            String text =
                                    value.isContainerNode() ? Json.write(value) : value.asText();
                            boolean absent =
                                    value.isNull() || (text.isEmpty() && !required.contains(name));
                            if (KEYING.contains(name)
                                    && required.contains(name)
                                    && text.isBlank()
                                    && !absent) {
                                throw new LineRefused("credentials." + name + ": is empty");
                            }
                            if (!absent) {
                                fields.put(name, Secret.of(text));
                            }
                        });
    }
}
