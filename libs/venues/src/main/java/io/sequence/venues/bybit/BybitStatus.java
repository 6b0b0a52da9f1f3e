package io.sequence.venues.bybit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.VenueWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code GET /v5/system/status}: {@code result.list[]} of maintenance with its {@code state};
 * {@code end} is the expected end until it is over. Source: Bybit V5 docs, "Get System Status".
 */
final class BybitStatus implements StatusReader {
    private static final int TRADING = 1;
    private static final int TRADING_OVER_HTTP = 2;
    private static final String PRODUCTION = "1";

    @Override
    public WireRequest question() {
        return WireRequest.get(BybitProfile.PROFILE.defaultHost(), "/v5/system/status", "");
    }

    @Override
    public List<Closure> closures(JsonNode answer, Instant now) {
        if (!Json.textOr(answer, "retCode", "").equals("0")) {
            throw new MalformedAnswer("retCode is not 0");
        }
        var closures = new ArrayList<Closure>();
        for (JsonNode row : Json.rows(answer.path("result").path("list"))) {
            String state = Json.textOr(row, "state", "");
            if (hits(row) && (state.equals("scheduled") || state.equals("ongoing"))) {
                Instant begin = Json.millisOrNull(row, "begin");
                closures.add(
                        new Closure(
                                VenueWords.trimmed(Json.textOr(row, "title", "")),
                                begin == null || (state.equals("ongoing") && begin.isAfter(now))
                                        ? now
                                        : begin,
                                Json.millisOrNull(row, "end")));
            }
        }
        return closures;
    }

    /** Some hit only accounts whose number ends so; their keys show which. */
    private static boolean hits(JsonNode row) {
        boolean ofKeys = false;
        for (JsonNode service : row.path("serviceTypes")) {
            ofKeys |= service.asInt() == TRADING || service.asInt() == TRADING_OVER_HTTP;
        }
        return ofKeys && Json.textOr(row, "env", PRODUCTION).equals(PRODUCTION);
    }
}
