package io.sequence.venues.bybit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"retCode":0,"retMsg":"OK","result":{…},"time":…}}, normally with HTTP 200; only {@code
 * retCode} tells success. Source: Bybit V5, "Error codes" and "Rate limit rules".
 */
final class BybitAnswer implements AnswerReader {
    private static final Duration BAN = Duration.ofMinutes(10);

    @Override
    public Reading read(JsonNode body, WireResponse response) {
        String code = Json.textOr(body, "retCode", "");
        String words = Json.textOr(body, "retMsg", "");
        if (code.equals("0")) {
            return new Payload(body.path("result"));
        }
        if (code.isEmpty() && response.status() < 400) {
            throw new MalformedAnswer("retCode is missing");
        }
        return new Refusal(
                code,
                words,
                code.isEmpty() ? readPage(response, words) : null,
                limitEnds(body, response));
    }

    @Override
    public @Nullable Fault readPage(WireResponse response, String words) {
        return response.status() == 403
                        && words.toLowerCase(Locale.ROOT).contains("access too frequent")
                ? Fault.IP_BANNED
                : null;
    }

    @Override
    public Duration banLasts() {
        return BAN;
    }

    /** Both moments are Bybit's own, so that our clock does not matter. */
    private static @Nullable Duration limitEnds(JsonNode body, WireResponse response) {
        String reset = response.header("X-Bapi-Limit-Reset-Timestamp");
        Instant now = Json.millisOrNull(body, "time");
        String code = Json.textOr(body, "retCode", "");
        boolean limited = code.equals("10006") || code.equals("429") || response.status() == 429;
        if (!limited || now == null || reset == null || !reset.matches("\\d{1,15}")) {
            return null;
        }
        return Duration.between(now, Instant.ofEpochMilli(Long.parseLong(reset)));
    }
}
