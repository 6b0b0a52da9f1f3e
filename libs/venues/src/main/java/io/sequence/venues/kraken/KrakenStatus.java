package io.sequence.venues.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueWords;
import java.time.Instant;
import java.util.List;

/**
 * {@code GET /0/public/SystemStatus}: {@code result.status}. {@code cancel_only} and {@code
 * post_only} are about matching; keys go on working. Source: Kraken REST docs, "Get System Status".
 */
final class KrakenStatus implements StatusReader {
    @Override
    public WireRequest question() {
        return WireRequest.get(KrakenProfile.PROFILE.defaultHost(), "/0/public/SystemStatus", "");
    }

    @Override
    public List<Closure> closures(JsonNode answer, Instant now) {
        String status = Json.text(answer.path("result"), "status");
        return status.equals("maintenance")
                ? List.of(new Closure(VenueWords.trimmed(status), now, null))
                : List.of();
    }
}
