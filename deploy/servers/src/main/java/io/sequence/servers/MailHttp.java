package io.sequence.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The inbox over HTTP, on the loopback address: its API below {@code /api/v1}, its pages elsewhere.
 */
final class MailHttp {

    private static final Logger LOG = Logger.getLogger(MailHttp.class.getName());
    private static final String API = "/api/v1/message/";
    private static final String VIEW = "/view/";
    private static final Pattern PART = Pattern.compile("([^/]+)/part/(\\d{1,4})");

    private final MailFolder folder;
    private final Previews previews;

    private MailHttp(MailFolder folder, Previews previews) {
        this.folder = folder;
        this.previews = previews;
    }

    /** Starts answering; stopping is the caller's affair. */
    static HttpServer start(int port, MailFolder folder, Previews previews) throws IOException {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 64);
        MailHttp inbox = new MailHttp(folder, previews);
        server.createContext("/", inbox::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpAnswer answer;
            try {
                answer = answer(exchange);
            } catch (NumberFormatException e) {
                answer = HttpAnswer.plain(400, "start and limit are numbers");
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.SEVERE, "the inbox could not answer", e);
                answer = HttpAnswer.plain(500, "the inbox could not answer");
            }
            var headers = exchange.getResponseHeaders();
            answer.more().forEach(headers::set);
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", answer.policy());
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpAnswer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean deleting = "DELETE".equals(exchange.getRequestMethod());
        if (!deleting && !"GET".equals(exchange.getRequestMethod())) {
            return HttpAnswer.plain(405, "GET or DELETE");
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (deleting) {
            if (!path.equals("/api/v1/messages")) {
                return HttpAnswer.plain(404, "not found");
            }
            folder.clear();
            return HttpAnswer.plain(200, "ok");
        }
        return switch (path) {
            case "/" -> inbox(query);
            case "/inbox.css" -> HttpAnswer.style(style());
            case "/q/health/ready", "/livez", "/readyz" -> HttpAnswer.plain(200, "ok");
            case "/api/v1/messages" -> list(folder.all(), query);
            case "/api/v1/search" -> list(search(query.getOrDefault("query", "")), query);
            default -> one(path);
        };
    }

    private HttpAnswer inbox(Map<String, String> query) {
        String sought = query.getOrDefault("q", "").strip();
        int start = Math.max(0, Integer.parseInt(query.getOrDefault("start", "0")));
        return HttpAnswer.page(MailPages.list(search(sought), sought, start));
    }

    private HttpAnswer one(String path) throws IOException {
        Optional<HttpAnswer> found = previews.answer(path);
        if (path.startsWith(API)) {
            found = ofApi(path.substring(API.length()));
        } else if (path.startsWith(VIEW)) {
            found = view(path.substring(VIEW.length()));
        }
        return found.orElseGet(() -> HttpAnswer.plain(404, "not found"));
    }

    private Optional<HttpAnswer> ofApi(String path) throws IOException {
        if (path.endsWith("/raw")) {
            return source(path.substring(0, path.length() - "/raw".length())).map(HttpAnswer::text);
        }
        if (path.endsWith("/headers")) {
            return mail(path.substring(0, path.length() - "/headers".length()))
                    .map(mail -> HttpAnswer.json(MailApi.headers(mail)));
        }
        Optional<HttpAnswer> file = file(path);
        return file.isPresent()
                ? file
                : mail(path).map(mail -> HttpAnswer.json(MailApi.message(mail)));
    }

    private Optional<HttpAnswer> view(String path) throws IOException {
        if (path.endsWith(".html")) {
            return mail(path.substring(0, path.length() - ".html".length()))
                    .map(mail -> HttpAnswer.mailed(mail.html()));
        }
        Optional<HttpAnswer> file = file(path);
        return file.isPresent()
                ? file
                : mail(path).map(mail -> HttpAnswer.page(MailPages.message(mail)));
    }

    private Optional<HttpAnswer> file(String path) throws IOException {
        Matcher part = PART.matcher(path);
        if (!part.matches()) {
            return Optional.empty();
        }
        Optional<Mail> mail = mail(part.group(1));
        Optional<byte[]> source = source(part.group(1));
        int number = Integer.parseInt(part.group(2));
        if (mail.isEmpty() || source.isEmpty() || number >= mail.get().files().size()) {
            return Optional.empty();
        }
        return Mail.file(source.get(), number)
                .map(bytes -> HttpAnswer.file(mail.get().files().get(number).name(), bytes));
    }

    private Optional<byte[]> source(String id) throws IOException {
        Optional<Mail> mail = mail(id);
        return mail.isEmpty() ? Optional.empty() : folder.source(mail.get().id());
    }

    private static byte[] style() throws IOException {
        try (InputStream file = MailHttp.class.getResourceAsStream("inbox.css")) {
            return Objects.requireNonNull(file, "inbox.css").readAllBytes();
        }
    }

    private Optional<Mail> mail(String id) {
        return id.equals("latest") ? folder.all().stream().findFirst() : folder.find(id);
    }

    /**
     * Words are looked for in subject, text and recipients, whatever their case; {@code to:} and
     * {@code subject:} narrow them and mind it.
     */
    private List<Mail> search(String query) {
        List<Mail> found = folder.all();
        if (query.isBlank()) {
            return found;
        }
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
        String wanted = word.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(mail.subject(), mail.text()),
                        mail.to().stream().map(Mail.Mailbox::address))
                .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private HttpAnswer list(List<Mail> found, Map<String, String> query) {
        int start = Math.max(0, Integer.parseInt(query.getOrDefault("start", "0")));
        int limit = Math.clamp(Integer.parseInt(query.getOrDefault("limit", "50")), 0, 10_000);
        return HttpAnswer.json(MailApi.list(found, folder.all().size(), start, limit));
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
}
