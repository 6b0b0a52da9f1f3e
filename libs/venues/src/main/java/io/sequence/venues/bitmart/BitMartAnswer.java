package io.sequence.venues.bitmart;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;

/**
 * {@code {"message":"OK","code":1000,"trace":"…","data":…}} for yes; any other code is a no, under
 * HTTP 200 or a misleading status alike. Source: BitMart API documentation, "Error code".
 */
final class BitMartAnswer implements AnswerReader {
    private static final String SUCCESS = "1000";

    @Override
    public Reading read(JsonNode body, WireResponse response) {
        String code = Json.textOr(body, "code", "");
        String words = Json.textOr(body, "message", Json.textOr(body, "msg", ""));
        if (code.equals(SUCCESS)) {
            return new Payload(body.path("data"));
        }
        if (code.isEmpty() && response.status() < 400) {
            throw new MalformedAnswer("code is missing");
        }
        return new Refusal(
                code,
                code.equals(BitMartFaults.WRONG_SIGN)
                        ? words + " (the secret or the memo is not this key's)"
                        : words);
    }

    @Override
    public WireRequest clockRequest(String host) {
        return WireRequest.get(BitMartProfile.CLOUD, "/system/time", "");
    }
}
