package io.sequence.venues.bitmart;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code GET /system/service}: {@code data.service[]} of maintenance, {@code status} 0 waiting, 1
 * working, 2 completed. Source: BitMart docs, "Get System Service Status".
 */
final class BitMartStatus implements StatusReader {
    private static final String COMPLETED = "2";

    @Override
    public WireRequest question() {
        return WireRequest.get(BitMartProfile.PROFILE.defaultHost(), "/system/service", "");
    }

    @Override
    public List<Closure> closures(JsonNode answer, Instant now) {
        var closures = new ArrayList<Closure>();
        for (JsonNode row : Json.rows(answer.path("data").path("service"))) {
            Instant begin = Json.millisOrNull(row, "start_time");
            if (!Json.text(row, "status").equals(COMPLETED)) {
                closures.add(
                        new Closure(
                                VenueWords.trimmed(Json.textOr(row, "title", "")),
                                begin == null ? now : begin,
                                Json.millisOrNull(row, "end_time")));
            }
        }
        return closures;
    }
}
