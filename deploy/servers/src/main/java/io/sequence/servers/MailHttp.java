package io.sequence.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The inbox over HTTP, on the loopback address: its API below {@code /api/v1}, its pages elsewhere.
 */
final class MailHttp {

    private static final Logger LOG = Logger.getLogger(MailHttp.class.getName());
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none';"
                    + " form-action 'none'";
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final MailFolder folder;

    private record Answer(int status, String type, String policy, byte[] body) {}

    private MailHttp(MailFolder folder) {
        this.folder = folder;
    }

    /** Starts answering; stopping is the caller's affair. */
    static HttpServer start(int port, MailFolder folder) throws IOException {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 64);
        MailHttp inbox = new MailHttp(folder);
        server.createContext("/", inbox::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (NumberFormatException e) {
                answer = plain(400, "start and limit are numbers");
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.SEVERE, "the inbox could not answer", e);
                answer = plain(500, "the inbox could not answer");
            }
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", answer.policy());
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean deleting = "DELETE".equals(exchange.getRequestMethod());
        if (!deleting && !"GET".equals(exchange.getRequestMethod())) {
            return plain(405, "GET or DELETE");
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (deleting) {
            if (!path.equals("/api/v1/messages")) {
                return plain(404, "not found");
            }
            folder.clear();
            return plain(200, "ok");
        }
        return switch (path) {
            case "/" -> page(MailPages.list(folder.all()), PAGE_POLICY);
            case "/q/health/ready", "/livez", "/readyz" -> plain(200, "ok");
            case "/api/v1/messages" -> list(folder.all(), query);
            case "/api/v1/search" -> list(search(query.getOrDefault("query", "")), query);
            default -> one(path);
        };
    }

    private Answer one(String path) throws IOException {
        Optional<Answer> found = Optional.empty();
        if (path.startsWith("/api/v1/message/") && path.endsWith("/raw")) {
            found =
                    folder.source(path.substring("/api/v1/message/".length(), path.length() - 4))
                            .map(bytes -> new Answer(200, "text/plain", MAIL_POLICY, bytes));
        } else if (path.startsWith("/api/v1/message/")) {
            found =
                    mail(path.substring("/api/v1/message/".length()))
                            .map(mail -> new Answer(200, JSON, MAIL_POLICY, MailApi.message(mail)));
        } else if (path.startsWith("/view/") && path.endsWith(".html")) {
            found =
                    mail(path.substring("/view/".length(), path.length() - ".html".length()))
                            .map(mail -> page(mail.html(), MAIL_POLICY));
        } else if (path.startsWith("/view/")) {
            found =
                    mail(path.substring("/view/".length()))
                            .map(mail -> page(MailPages.message(mail), PAGE_POLICY));
        }
        return found.orElseGet(() -> plain(404, "not found"));
    }

    private Optional<Mail> mail(String id) {
        return id.equals("latest") ? folder.all().stream().findFirst() : folder.find(id);
    }

    /** Words are looked for in subject and text; {@code to:} and {@code subject:} narrow them. */
    private List<Mail> search(String query) {
        List<Mail> found = folder.all();
        for (String word : query.strip().split("\\s+")) {
            String wanted = word.replace("\"", "");
            found = found.stream().filter(mail -> matches(mail, wanted)).toList();
        }
        return found;
    }

    private static boolean matches(Mail mail, String word) {
        if (word.startsWith("to:")) {
            return mail.isFor(word.substring("to:".length()));
        }
        if (word.startsWith("subject:")) {
            return mail.subject().contains(word.substring("subject:".length()));
        }
        return mail.subject().contains(word) || mail.text().contains(word);
    }

    private Answer list(List<Mail> found, Map<String, String> query) {
        int start = Math.max(0, Integer.parseInt(query.getOrDefault("start", "0")));
        int limit = Math.clamp(Integer.parseInt(query.getOrDefault("limit", "50")), 0, 10_000);
        return new Answer(
                200, JSON, MAIL_POLICY, MailApi.list(found, folder.all().size(), start, limit));
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static Answer page(String html, String policy) {
        return new Answer(200, HTML, policy, html.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer plain(int status, String words) {
        return new Answer(
                status, "text/plain", MAIL_POLICY, words.getBytes(StandardCharsets.UTF_8));
    }
}
