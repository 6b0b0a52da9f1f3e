package io.sequence.venues.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as it goes over the wire, before or after signing.
 *
 * @param host label of the venue's host, one of the profile's
 * @param method upper case, e.g. {@code GET}
 * @param path from the leading slash to before the question mark
 * @param query exactly as sent, already URL-encoded, without the question mark; empty when there is
 *     none
 * @param headers in the order in which they are sent; names as the venue writes them
 * @param body exactly as sent; empty when there is none
 * @param weight what the venue's documents say that it weighs; 0 leaves that to its kind
 */
public record WireRequest(
        String host,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        String body,
        int weight) {
    public WireRequest {
        headers = Headers.of(headers);
    }

    /** A request that weighs what its kind of call weighs. */
    public WireRequest(
            String host,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body) {
        this(host, method, path, query, headers, body, 0);
    }

    /** A GET without headers. */
    public static WireRequest get(String host, String path, String query) {
        return new WireRequest(host, "GET", path, query, Map.of(), "");
    }

    /** A POST with a body and without headers. */
    public static WireRequest post(String host, String path, String body) {
        return new WireRequest(host, "POST", path, "", Map.of(), body);
    }

    /** A DELETE with a query. */
    public static WireRequest delete(String host, String path, String query) {
        return new WireRequest(host, "DELETE", path, query, Map.of(), "");
    }

    /** The same request with further headers. */
    public WireRequest withHeaders(Map<String, String> more) {
        Map<String, String> all = more;
        if (!headers.isEmpty()) {
            all = new LinkedHashMap<>(headers);
            all.putAll(more);
        }
        return new WireRequest(host, method, path, query, all, body, weight);
    }

    /** The same request with another body. */
    public WireRequest withBody(String otherBody) {
        return new WireRequest(host, method, path, query, headers, otherBody, weight);
    }

    /** The same request, of which the venue's documents name the weight. */
    public WireRequest weighing(int documented) {
        return new WireRequest(host, method, path, query, headers, body, documented);
    }

    /** Path and query as they stand in the request line. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Method, host and path only: query, headers and body may carry what must not be printed. */
    @Override
    public String toString() {
        return method + " " + host + " " + path;
    }
}
