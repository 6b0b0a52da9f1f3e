package io.sequence.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Maintenance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it reached the venue's host.
 *
 * @param path below the simulator's prefix, as sent
 * @param rawQuery without the question mark, as sent; empty when there is none
 * @param headers by lower-case name
 * @param clientIp the caller's address as the venue sees it
 * @param host the label of the host that was called
 * @param now the venue's clock
 * @param maintenance what the venue's status tells of; null when it is open and nothing is planned
 */
@SuppressWarnings("ArrayRecordComponent")
public record VenueCall(
        String method,
        String path,
        String rawQuery,
        Map<String, String> headers,
        byte[] body,
        String clientIp,
        String host,
        Instant now,
        @Nullable Maintenance maintenance) {

    /** A request to a venue that is open. */
    public VenueCall(
            String method,
            String path,
            String rawQuery,
            Map<String, String> headers,
            byte[] body,
            String clientIp,
            String host,
            Instant now) {
        this(method, path, rawQuery, headers, body, clientIp, host, now, null);
    }

    /** Whether the venue is closed now. */
    public boolean closed() {
        return maintenance != null && maintenance.isOngoing(now);
    }

    /** A header's value, null when it is missing or blank. */
    public @Nullable String header(String lowerCaseName) {
        String value = headers.get(lowerCaseName);
        return value == null || value.isBlank() ? null : value;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Path and query as they were sent. */
    public String target() {
        return rawQuery.isEmpty() ? path : path + '?' + rawQuery;
    }

    /** The parameters of the query. */
    public Params query() {
        return Params.ofForm(rawQuery);
    }

    /** The parameters of a JSON object in the body; none when the body is not one. */
    public Params json() {
        JsonNode node = Json.read(text());
        return Params.ofJson(node);
    }
}
