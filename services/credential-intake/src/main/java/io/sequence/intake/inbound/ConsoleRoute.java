package io.sequence.intake.inbound;

import io.sequence.intake.inbound.ConsoleFiles.ConsoleFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves the console beside the API, on the one origin: its files by their names, and its first
 * page for every address that the browser opens and that is not the API's. What it does not know it
 * leaves to the others.
 */
@ApplicationScoped
class ConsoleRoute {
    // After ids, headers and limits, which hold for all; before authentication, which is not needed
    // to see a sign-in page.
    private static final int ORDER = -240;
    private static final String FIRST_PAGE = "index.html";
    private static final String API_PAGE = "docs/index.html";
    private static final String ASSETS = "/assets/";
    private static final List<String> NOT_OURS = List.of("/v1", "/q", "/openapi.json", "/openapi");
    // An asset's name changes with its content; everything else keeps its name.
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
    private static final String ASK_FIRST = "no-cache";

    private final ConsoleFiles files;

    ConsoleRoute(ConsoleFiles files) {
        this.files = files;
    }

    void open(@Observes Router router) {
        router.route()
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String path = context.normalizedPath();
        Optional<ConsoleFile> file = isOthers(path) ? Optional.empty() : fileOf(path, context);
        if (file.isPresent()) {
            send(file.get(), path.startsWith(ASSETS), context);
        } else if (path.startsWith(ASSETS)) {
            context.fail(404);
        } else {
            context.next();
        }
    }

    private static boolean isOthers(String path) {
        return NOT_OURS.stream()
                .anyMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }

    private Optional<ConsoleFile> fileOf(String path, RoutingContext context) {
        if (path.equals("/")) {
            return files.find(FIRST_PAGE);
        }
        if (path.equals("/docs") || path.equals("/docs/")) {
            return files.find(API_PAGE);
        }
        Optional<ConsoleFile> named = files.find(path.substring(1));
        return named.isEmpty() && isPage(path, context.request()) ? files.find(FIRST_PAGE) : named;
    }

    /** Whether a browser opens this as a page: files have an ending, pages have none. */
    private static boolean isPage(String path, HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.toLowerCase(Locale.ROOT).contains("text/html")
                && !path.startsWith(ASSETS)
                && !path.startsWith("/docs/")
                && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    private static void send(ConsoleFile file, boolean lasting, RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String tag = "W/\"" + file.tag() + "\"";
        response.putHeader("Cache-Control", lasting ? FOR_A_YEAR : ASK_FIRST)
                .putHeader("ETag", tag);
        if (file.gzip() != null) {
            response.putHeader("Vary", "Accept-Encoding");
        }
        if (holds(request.getHeader("If-None-Match"), tag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", file.type());
        Buffer body = file.plain();
        if (file.gzip() != null && takesGzip(request)) {
            response.putHeader("Content-Encoding", "gzip");
            body = file.gzip();
        }
        response.putHeader("Content-Length", Integer.toString(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static boolean holds(@Nullable String known, String tag) {
        return known != null && (known.equals("*") || known.contains(tag));
    }

    private static boolean takesGzip(HttpServerRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return encodings != null
                && Arrays.stream(encodings.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .anyMatch(
                                one ->
                                        one.equals("gzip")
                                                || one.matches("gzip;\\s*q=(1|0\\.0*[1-9]).*"));
    }
}
