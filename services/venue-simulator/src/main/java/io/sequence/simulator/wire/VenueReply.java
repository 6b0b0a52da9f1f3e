package io.sequence.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** One answer of a venue. */
public record VenueReply(int status, Map<String, String> headers, String contentType, String body) {

    /** JSON with a status. */
    public static VenueReply json(int status, Object body) {
        return new VenueReply(status, Map.of(), "application/json", Json.write(body));
    }

    /** An HTML page with a status. */
    public static VenueReply html(int status, String page) {
        return new VenueReply(status, Map.of(), "text/html", page);
    }

    /** The same answer with these headers besides its own. */
    public VenueReply and(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return with(all);
    }

    /** The same answer with these headers. */
    public VenueReply with(Map<String, String> more) {
        return new VenueReply(status, more, contentType, body);
    }
}
