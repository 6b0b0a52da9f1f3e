package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueWords;
import java.time.Instant;
import java.util.List;

/**
 * {@code GET /sapi/v1/system/status}: {@code {"status":0,"msg":"normal"}}, 1 is maintenance; it
 * speaks for all of Binance's markets. Source: Binance wallet docs, "System Status".
 */
final class BinanceStatus implements StatusReader {
    private final String spotHost;

    /** Asked of the host under that label. */
    BinanceStatus(String spotHost) {
        this.spotHost = spotHost;
    }

    @Override
    public WireRequest question() {
        return WireRequest.get(spotHost, "/sapi/v1/system/status", "");
    }

    @Override
    public List<Closure> closures(JsonNode answer, Instant now) {
        return Json.text(answer, "status").equals("1")
                ? List.of(
                        new Closure(VenueWords.trimmed(Json.textOr(answer, "msg", "")), now, null))
                : List.of();
    }
}
