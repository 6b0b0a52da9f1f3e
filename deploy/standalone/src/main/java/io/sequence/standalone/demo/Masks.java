package io.sequence.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Hides what must not stand in a terminal: tokens and simulated keys. */
final class Masks {
    private static final Set<String> HIDDEN = Set.of("access_token", "credentials");

    private Masks() {}

    static String mask(JsonNode content) {
        if (content instanceof ObjectNode object) {
            ObjectNode copy = object.deepCopy();
            HIDDEN.stream().filter(copy::has).forEach(name -> copy.put(name, "…"));
            return copy.toString();
        }
        return content.isMissingNode() ? "" : content.toString();
    }
}
