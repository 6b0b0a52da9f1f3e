package io.sequence.venues.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.time.Instant;
import java.util.List;

/**
 * {@code GET /exchange/status}: {@code exchange_active} and when it is expected to be so again.
 * Outside trading hours {@code trading_active} alone is false; keys go on working. Source: Kalshi
 * docs, "Get Exchange Status".
 */
final class KalshiStatus implements StatusReader {
    @Override
    public WireRequest question() {
        return WireRequest.get(
                KalshiProfile.PROFILE.defaultHost(), "/trade-api/v2/exchange/status", "");
    }

    @Override
    public List<Closure> closures(JsonNode answer, Instant now) {
        if (!answer.path("exchange_active").isBoolean()) {
            throw new MalformedAnswer("exchange_active is missing");
        }
        String resumes = Json.textOr(answer, "exchange_estimated_resume_time", "");
        return answer.path("exchange_active").asBoolean()
                ? List.of()
                : List.of(new Closure("", now, resumes.isEmpty() ? null : Instant.parse(resumes)));
    }
}
