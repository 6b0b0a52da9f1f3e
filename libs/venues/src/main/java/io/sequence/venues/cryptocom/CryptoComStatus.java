package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.VenueWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/public/get-announcements?category=system}: {@code result.data[]} of notices with
 * what each impacts, {@code BAU} for business as usual, {@code PARTIAL} or {@code YES}. Source:
 * Exchange v1 docs, "public/get-announcements"; that {@code YES} is written so is confirmed by
 * another client alone.
 */
final class CryptoComStatus implements StatusReader {
    private static final List<String> OF_KEYS =
            List.of("spot_trading_impacted", "derivative_trading_impacted");

    @Override
    public WireRequest question() {
        return WireRequest.get(
                CryptoComProfile.PROFILE.defaultHost(),
                "/v1/public/get-announcements",
                "category=system");
    }

    @Override
    public List<Closure> closures(JsonNode answer, Instant now) {
        if (!Json.textOr(answer, "code", "").equals("0")) {
            throw new MalformedAnswer("code is not 0");
        }
        var closures = new ArrayList<Closure>();
        for (JsonNode row : Json.rows(answer.path("result").path("data"))) {
            Instant begin = Json.millisOrNull(row, "start_time");
            Instant end = Json.millisOrNull(row, "end_time");
            if (begin != null && closes(row) && isToCome(end, now)) {
                String title = VenueWords.trimmed(Json.textOr(row, "title", ""));
                closures.add(new Closure(title, begin, end));
            }
        }
        return closures;
    }

    /** Notices stay in the list when they are over. */
    private static boolean isToCome(@Nullable Instant end, Instant now) {
        return end == null || end.isAfter(now);
    }

    /** A partial impact leaves keys working. */
    private static boolean closes(JsonNode row) {
        return OF_KEYS.stream()
                .map(what -> Json.textOr(row.path("impacted_params"), what, ""))
                .allMatch("YES"::equalsIgnoreCase);
    }
}
