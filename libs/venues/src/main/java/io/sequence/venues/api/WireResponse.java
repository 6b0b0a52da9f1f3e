package io.sequence.venues.api;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a venue answered.
 *
 * @param status HTTP status
 * @param headers names without regard to case
 * @param body as UTF-8 text; venues answer HTML or plain text at times
 */
public record WireResponse(int status, Map<String, String> headers, String body) {
    public WireResponse {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = java.util.Collections.unmodifiableMap(anyCase);
    }

    /** A header by its name in any case, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
