package io.sequence.simulator.cryptocom;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueCall;

/**
 * The JSON object that every private call posts; what was left out is missing or empty. {@code id}
 * and {@code nonce} are numbers or decimal text.
 */
record CryptocomBody(JsonNode json) {

    /** The body of a call; an empty object when it posts none. */
    static CryptocomBody of(VenueCall call) {
        JsonNode node = call.method().equals("POST") ? Json.read(call.text()) : null;
        return new CryptocomBody(
                node != null && node.isObject() ? node : Json.mapper().createObjectNode());
    }

    String text(String name) {
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    JsonNode params() {
        return json.path("params");
    }

    /** The plain members of {@code params}. */
    Params values() {
        return Params.ofJson(params());
    }

    /** The id as it was sent; -1 when there is none. */
    Object id() {
        JsonNode id = json.path("id");
        return id.isIntegralNumber() || id.isTextual() ? id : -1;
    }
}
