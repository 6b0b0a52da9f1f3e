package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueWords;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, or {@code {"error":"text"}}; an order may be refused under HTTP 200 by {@code
 * "success":false}, a cancellation by {@code not_canceled}. Source: "Error codes" and "Orders" of
 * the documentation.
 */
final class PolymarketAnswer implements AnswerReader {
    @Override
    public Reading read(JsonNode body, WireResponse response) {
        String error = words(body.path("error"));
        if (!error.isEmpty() || response.status() >= 400) {
            return refusal(error.isEmpty() ? body.toString() : error);
        }
        JsonNode success = body.path("success");
        String message = words(body.path("errorMsg"));
        if (success.isBoolean() && !success.asBoolean()) {
            return refusal(message.isEmpty() ? "success is false" : message);
        }
        JsonNode kept = body.path("not_canceled");
        if (!kept.isEmpty() && body.path("canceled").isEmpty()) {
            return refusal(kept.iterator().next().asText());
        }
        return new Payload(body);
    }

    /** An order that nobody knows may be answered with nothing. */
    @Override
    public @Nullable Fault readPage(WireResponse response, String words) {
        boolean nothing = response.status() == 200 && words.equals("null");
        return nothing
                ? Fault.ORDER_NOT_FOUND
                : PolymarketFaults.code(words).map(PolymarketFaults.BY_CODE::get).orElse(null);
    }

    @Override
    public WireRequest clockRequest(String host) {
        return WireRequest.get(PolymarketProfile.CLOB, "/time", "");
    }

    private static String words(JsonNode error) {
        return error.isValueNode() && !error.isNull()
                ? error.asText()
                : error.isContainerNode() ? Json.write(error) : "";
    }

    private static Refusal refusal(String words) {
        return new Refusal(PolymarketFaults.code(words).orElse(""), VenueWords.trimmed(words));
    }
}
