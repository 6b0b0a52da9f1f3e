package io.sequence.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that an admin wants instead of the usual ones, each for so many calls. */
public final class PlannedAnswers {
    private @Nullable Plan plan;
    private int left;

    /**
     * An answer on demand.
     *
     * @param status of HTTP
     * @param retryAfter seconds that the caller is asked to wait; null for none
     * @param location where a redirect leads; null for nowhere
     * @param delayMillis how long the answer is held back
     * @param bodyBytes how long its body is
     */
    public record Plan(
            int status,
            @Nullable Long retryAfter,
            @Nullable String location,
            long delayMillis,
            int bodyBytes) {
        /** Its headers. */
        public Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            if (retryAfter != null) {
                headers.put("Retry-After", retryAfter.toString());
            }
            if (location != null) {
                headers.put("Location", location);
            }
            return headers;
        }
    }

    /** Plans {@code {"status","retry_after","location","delay_millis","body_bytes","count"}}. */
    public synchronized void plan(JsonNode wish) {
        plan =
                new Plan(
                        wish.path("status").asInt(200),
                        wish.hasNonNull("retry_after") ? wish.path("retry_after").asLong() : null,
                        wish.hasNonNull("location") ? wish.path("location").asText() : null,
                        wish.path("delay_millis").asLong(0),
                        Math.clamp(wish.path("body_bytes").asInt(0), 0, 1 << 20));
        left = wish.path("count").asInt(Integer.MAX_VALUE);
    }

    /** Back to the usual. */
    public synchronized void forget() {
        plan = null;
    }

    /** The answer for this call; null for the usual one. */
    public synchronized @Nullable Plan next() {
        if (plan == null || left <= 0) {
            return null;
        }
        left--;
        return plan;
    }

    /** Holds the calling thread back. */
    public static void hold(long millis) {
        if (millis > 0) {
            try {
                Thread.sleep(Math.min(millis, 120_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
