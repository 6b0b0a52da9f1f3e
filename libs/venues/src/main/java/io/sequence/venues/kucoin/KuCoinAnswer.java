package io.sequence.venues.kucoin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * KuCoin's envelope: {@code {"code":"200000","data":…}} for yes, any other code with {@code msg}
 * for no, under any HTTP status.
 */
final class KuCoinAnswer implements AnswerReader {
    private static final String UNSUCCESSFUL = "Unsuccessful!";
    private static final String RATE_LIMIT_RESET = "gw-ratelimit-reset";

    @Override
    public Reading read(JsonNode body, WireResponse response) {
        String code = Json.textOr(body, "code", "");
        String words = Json.textOr(body, "msg", "");
        if (code.equals(KuCoinFaults.SUCCESS)) {
            // Seen in the wild: the code of success beside words that take it back.
            return words.startsWith(UNSUCCESSFUL)
                    ? new Refusal(code, words, Fault.UNRECOGNISED, null)
                    : new Payload(body.path("data"));
        }
        Fault fault = KuCoinFaults.of(code, words);
        return new Refusal(
                code,
                words,
                fault == Fault.UNRECOGNISED ? null : fault,
                fault == Fault.RATE_LIMITED ? untilReset(response) : null);
    }

    /** Cloudflare answers for the venue when an address was too fast, with a page. */
    @Override
    public @Nullable Fault readPage(WireResponse response, String words) {
        boolean refused = response.status() == 403 || response.status() == 429;
        return refused && words.contains("1015") ? Fault.IP_BANNED : null;
    }

    @Override
    public WireRequest clockRequest(String host) {
        return WireRequest.get(host, "/api/v1/timestamp", "");
    }

    /** The header counts milliseconds until the 30-second window ends. */
    private static @Nullable Duration untilReset(WireResponse response) {
        String millis = response.header(RATE_LIMIT_RESET);
        return millis != null && millis.strip().matches("\\d{1,9}")
                ? Duration.ofMillis(Long.parseLong(millis.strip()))
                : null;
    }
}
