package io.sequence.venues.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The HTTP status tells yes from no. A no comes in three shapes: {@code {"error":{"code","message",
 * "details","service"}}}, the same without the outer object, and {@code {"msg":"…"}}. Source:
 * recordings of the demo exchange (June 2026).
 */
final class KalshiAnswer implements AnswerReader {
    @Override
    public Reading read(JsonNode body, WireResponse response) {
        if (response.status() < 300) {
            return new Payload(body);
        }
        JsonNode error = body.path("error").isObject() ? body.path("error") : body;
        String details = Json.textOr(error, "details", "");
        String code = code(Json.textOr(error, "code", ""), details);
        String words =
                Stream.of(Json.textOr(error, "message", Json.textOr(error, "msg", "")), details)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(": "));
        return new Refusal(code, words, KalshiFaults.of(response.status(), code, words), null);
    }

    private static String code(String code, String details) {
        String refined = code + "/" + details.strip();
        return KalshiFaults.BY_CODE.containsKey(refined) ? refined : code;
    }
}
