package io.sequence.venues.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How Coinbase says no: {@code {"error","message","error_details"}} or {@code {"errors":[{"id",
 * "message"}]}} under an error status, and for orders under HTTP 200: {@code "success":false} with
 * an {@code error_response}, or a {@code results} row that failed.
 */
final class CoinbaseAnswer implements AnswerReader {
    @Override
    public Reading read(JsonNode body, WireResponse response) {
        JsonNode failedCancel = body.path("results").path(0);
        if (response.status() >= 400) {
            return failure(body, response.status());
        }
        if (isFalse(body)) {
            JsonNode error = body.path("error_response");
            return refusal(
                    texts(
                            error.path("error"),
                            error.path("preview_failure_reason"),
                            error.path("new_order_failure_reason"),
                            body.path("failure_reason")),
                    texts(error.path("message"), error.path("error_details")));
        }
        if (isFalse(failedCancel)) {
            return refusal(texts(failedCancel.path("failure_reason")), List.of());
        }
        return new Payload(body);
    }

    private static Reading failure(JsonNode body, int status) {
        JsonNode first = body.path("errors").path(0);
        List<String> codes = texts(body.path("error"), first.path("id"));
        List<String> words =
                texts(body.path("message"), body.path("error_details"), first.path("message"));
        Refusal refusal = refusal(codes, words);
        boolean known = codes.stream().anyMatch(CoinbaseFaults.BY_CODE::containsKey);
        return status == 401 && !known
                ? new Refusal(refusal.code(), refusal.words(), Fault.AMBIGUOUS_AUTH, null)
                : refusal;
    }

    /** Of several reasons the first one that is known, else the first. */
    private static Refusal refusal(List<String> codes, List<String> words) {
        String code =
                codes.stream()
                        .filter(CoinbaseFaults.BY_CODE::containsKey)
                        .filter(one -> !one.startsWith("UNKNOWN_FAILURE"))
                        .findFirst()
                        .or(() -> codes.stream().findFirst())
                        .orElse("");
        String said = String.join(": ", words.stream().distinct().toList());
        return new Refusal(code, said, CoinbaseFaults.ofWords(code, said), null);
    }

    private static boolean isFalse(JsonNode node) {
        JsonNode success = node.path("success");
        return success.isBoolean() && !success.asBoolean();
    }

    private static List<String> texts(JsonNode... nodes) {
        var texts = new ArrayList<String>();
        Stream.of(nodes).map(JsonNode::asText).filter(text -> !text.isBlank()).forEach(texts::add);
        return texts;
    }

    @Override
    public @Nullable WireRequest clockRequest(String host) {
        return WireRequest.get(host, CoinbaseCalls.ROOT + "time", "");
    }
}
