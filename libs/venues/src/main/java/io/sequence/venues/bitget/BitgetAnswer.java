package io.sequence.venues.bitget;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;

/**
 * {@code {"code":"00000","msg":"success","requestTime":…,"data":…}} for yes; any other code is a
 * no, under HTTP 200, 400, 401 or 403 alike. Source: Bitget API documentation, "Error code".
 */
final class BitgetAnswer implements AnswerReader {
    private static final String SUCCESS = "00000";

    @Override
    public Reading read(JsonNode body, WireResponse response) {
        String code = Json.textOr(body, "code", "");
        if (code.equals(SUCCESS)) {
            return new Payload(body.path("data"));
        }
        if (code.isEmpty() && response.status() < 400) {
            throw new MalformedAnswer("code is missing");
        }
        return new Refusal(code, Json.textOr(body, "msg", ""));
    }

    @Override
    public WireRequest clockRequest(String host) {
        return WireRequest.get(host, "/api/v2/public/time", "");
    }
}
