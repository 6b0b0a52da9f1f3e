package io.sequence.venues.kucoin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueWords;
import java.time.Instant;
import java.util.List;

/**
 * {@code GET /api/v1/status}: {@code data.status} and {@code data.msg}. {@code cancelonly} is about
 * orders; keys go on working. Source: KuCoin docs, "Get Service Status".
 */
final class KuCoinStatus implements StatusReader {
    @Override
    public WireRequest question() {
        return WireRequest.get(KuCoinProfile.PROFILE.defaultHost(), "/api/v1/status", "");
    }

    @Override
    public List<Closure> closures(JsonNode answer, Instant now) {
        JsonNode data = answer.path("data");
        return Json.text(data, "status").equals("close")
                ? List.of(new Closure(VenueWords.trimmed(Json.textOr(data, "msg", "")), now, null))
                : List.of();
    }
}
