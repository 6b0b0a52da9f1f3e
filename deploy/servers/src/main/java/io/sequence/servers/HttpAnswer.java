package io.sequence.servers;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the inbox answers.
 *
 * @param policy the Content-Security-Policy that it is shown under
 * @param more further headers
 */
record HttpAnswer(int status, String type, String policy, Map<String, String> more, byte[] body) {
    private static final String HTML = "text/html; charset=utf-8";

    /** Our own pages: no script, nothing from elsewhere. */
    private static final String OURS =
            "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    /**
     * What somebody mailed to us: no script, no form, nothing loaded, an origin of its own. A link
     * that opens a new tab may do so, else nobody could try what a mail asks for.
     */
    private static final String THEIRS =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'self';"
                    + " sandbox allow-popups allow-popups-to-escape-sandbox";

    /** A page of the inbox. */
    static HttpAnswer page(String html) {
        return of(200, HTML, OURS, bytes(html));
    }

    /** HTML that came by mail. */
    static HttpAnswer mailed(String html) {
        return of(200, HTML, THEIRS, bytes(html));
    }

    /** Text that came by mail. */
    static HttpAnswer text(byte[] body) {
        return of(200, "text/plain; charset=utf-8", THEIRS, body);
    }

    /** An answer of the API. */
    static HttpAnswer json(byte[] body) {
        return of(200, "application/json", THEIRS, body);
    }

    /** How our pages look. */
    static HttpAnswer style(byte[] css) {
        return of(200, "text/css; charset=utf-8", OURS, css);
    }

    /** A file that came by mail: to be kept, never to be shown here. */
    static HttpAnswer file(String name, byte[] body) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
        return new HttpAnswer(
                200,
                "application/octet-stream",
                THEIRS,
                Map.of(
                        "Content-Disposition",
                        "attachment; filename=\"" + (plain.isEmpty() ? "file" : plain) + "\""),
                body);
    }

    /** A sentence. */
    static HttpAnswer plain(int status, String words) {
        return of(status, "text/plain; charset=utf-8", THEIRS, bytes(words));
    }

    private static HttpAnswer of(int status, String type, String policy, byte[] body) {
        return new HttpAnswer(status, type, policy, Map.of(), body);
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
