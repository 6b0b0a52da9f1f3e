package io.sequence.venues.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.VenueWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code GET /api/v5/system/status}: {@code data[]} of maintenance with its {@code state}; {@code
 * end} is the expected end until it is over. Source: OKX docs-v5, "Status".
 */
final class OkxStatus implements StatusReader {
    /** The trading service, whole or in batches; the others are sockets, bots and block trades. */
    private static final Set<String> OF_KEYS = Set.of("5", "8", "9");

    private static final String PRODUCTION = "1";

    @Override
    public WireRequest question() {
        return WireRequest.get(OkxProfile.PROFILE.defaultHost(), "/api/v5/system/status", "");
    }

    @Override
    public List<Closure> closures(JsonNode answer, Instant now) {
        if (!Json.textOr(answer, "code", "").equals("0")) {
            throw new MalformedAnswer("code is not 0");
        }
        var closures = new ArrayList<Closure>();
        for (JsonNode row : Json.rows(answer.path("data"))) {
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

    private static boolean hits(JsonNode row) {
        return OF_KEYS.contains(Json.textOr(row, "serviceType", ""))
                && Json.textOr(row, "env", PRODUCTION).equals(PRODUCTION);
    }
}
