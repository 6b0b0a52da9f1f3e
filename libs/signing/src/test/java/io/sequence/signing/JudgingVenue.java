package io.sequence.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sequence.vocabulary.VenueId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A venue that looks at nonces alone, on the true clock: Kraken wants each higher than the one
 * before, Crypto.com within a minute and new, Hyperliquid within two days back and one ahead and
 * new.
 */
final class JudgingVenue implements AutoCloseable {
    private static final Pattern NONCE = Pattern.compile("nonce\"?[=:]\"?(\\d+)");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VenueId venue;
    private final HttpServer server;
    private final List<Long> accepted = new ArrayList<>();
    private int refused;

    JudgingVenue(VenueId venue) throws IOException {
        this.venue = venue;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** In the order in which they came. */
    synchronized List<Long> accepted() {
        return List.copyOf(accepted);
    }

    synchronized int refused() {
        return refused;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher nonce = NONCE.matcher(body);
        boolean found = nonce.find();
        // Hyperliquid's reads: the key is none that its list names, so it has to sign.
        boolean read = exchange.getRequestURI().getPath().endsWith("/info");
        byte[] answer =
                (found ? judged(Long.parseLong(nonce.group(1))) : read ? "[]" : "{}")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(found || read ? 200 : 404, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private synchronized String judged(long nonce) {
        long ahead = nonce - System.currentTimeMillis();
        String no =
                switch (venue.value()) {
                    case "kraken" -> kraken(nonce);
                    case "cryptocom" -> cryptocom(nonce, ahead);
                    default -> hyperliquid(nonce, ahead);
                };
        if (!no.isEmpty()) {
            refused++;
            return no;
        }
        accepted.add(nonce);
        return switch (venue.value()) {
            case "kraken" ->
                    "{\"error\":[],\"result\":{\"iban\":\"AA00\",\"permissions\":[\"query-funds\"]}}";
            case "cryptocom" -> "{\"id\":1,\"code\":0,\"result\":{\"data\":[]}}";
            default -> "{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}";
        };
    }

    private String kraken(long nonce) {
        boolean low = !accepted.isEmpty() && nonce <= accepted.getLast();
        return low ? "{\"error\":[\"EAPI:Invalid nonce\"]}" : "";
    }

    private String cryptocom(long nonce, long ahead) {
        if (Math.abs(ahead) > MINUTE.toMillis()) {
            return "{\"id\":1,\"code\":40102,\"message\":\"INVALID_NONCE\"}";
        }
        return accepted.contains(nonce)
                ? "{\"id\":1,\"code\":40006,\"message\":\"DUPLICATE_REQUEST\"}"
                : "";
    }

    private String hyperliquid(long nonce, long ahead) {
        if (ahead > Duration.ofDays(1).toMillis()) {
            return refusal("nonce too high");
        }
        if (ahead < -Duration.ofDays(2).toMillis()) {
            return refusal("nonce too low");
        }
        return accepted.contains(nonce) ? refusal("duplicate nonce") : "";
    }

    private static String refusal(String words) {
        return "{\"status\":\"err\",\"response\":\"Invalid nonce: " + words + " 1 2\"}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
