package io.sequence.venues.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"code":"0","msg":"","data":[…]}}; a refused order says {@code "1"} or {@code "2"} outside
 * and its reason in {@code data[0].sCode}. Source: OKX docs-v5, "Error Code" and "Place order".
 */
final class OkxAnswer implements AnswerReader {
    @Override
    public Reading read(JsonNode body, WireResponse response) {
        String code = Json.textOr(body, "code", "");
        String words = Json.textOr(body, "msg", "");
        if (code.isEmpty() && response.status() < 400) {
            throw new MalformedAnswer("code is missing");
        }
        JsonNode data = body.path("data");
        JsonNode refused = refused(data);
        if (refused != null && (code.equals("0") || code.equals("1") || code.equals("2"))) {
            return refusal(
                    Json.text(refused, "sCode"),
                    Json.textOr(refused, "sMsg", words),
                    Json.textOr(refused, "subCode", ""));
        }
        return code.equals("0") ? new Payload(data) : refusal(code, words, "");
    }

    @Override
    public WireRequest clockRequest(String host) {
        return WireRequest.get(host, "/api/v5/public/time", "");
    }

    private static @Nullable JsonNode refused(JsonNode data) {
        for (JsonNode row : data) {
            if (!Json.textOr(row, "sCode", "0").equals("0")) {
                return row;
            }
        }
        return null;
    }

    /** Codes such as {@code 51008_1000} refine the code before the underscore. */
    private static Refusal refusal(String code, String words, String subCode) {
        int refined = code.indexOf('_');
        Fault fault = refined < 0 ? null : OkxFaults.BY_CODE.get(code.substring(0, refined));
        String detail = subCode.isEmpty() || subCode.equals(code) ? "" : " (" + subCode + ")";
        return new Refusal(code, words + detail, fault, null);
    }
}
