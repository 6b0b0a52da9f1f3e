package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;

/**
 * Crypto.com's envelope: {@code {"id","method","code","message","result"}}. The code counts,
 * whatever the HTTP status says, and comes as a number or as text.
 */
final class CryptoComAnswer implements AnswerReader {
    @Override
    public Reading read(JsonNode body, WireResponse response) {
        String code = Json.textOr(body, "code", "");
        if (code.equals("0")) {
            return new Payload(body.path("result"));
        }
        String words = Json.textOr(body, "message", "");
        String detail = Json.textOr(body, "detail_message", "");
        return new Refusal(code, detail.isEmpty() ? words : words + ": " + detail);
    }
}
