package io.sequence.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sequence.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Talks JSON over HTTP to one part of a house. */
final class HouseClient {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String base;
    private final Map<String, String> headers;

    HouseClient(String base) {
        this(base, Map.of());
    }

    private HouseClient(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** What was answered; the body is missing when it is no JSON. */
    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asText();
        }
    }

    /** The same with one more header in every request. */
    HouseClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HouseClient(base, more);
    }

    /** Asks once. */
    Answer ask(String method, String path, Object body) throws IOException, InterruptedException {
        byte[] bytes =
                switch (body) {
                    case null -> new byte[0];
                    case byte[] raw -> raw;
                    case String text -> text.getBytes(StandardCharsets.UTF_8);
                    default -> JSON.writeValueAsBytes(body);
                };
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::setHeader);
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), read(answer.body()));
    }

    /** Asks once and wants the given status. */
    Answer expect(int status, String method, String path, Object body) throws Exception {
        Answer answer = ask(method, path, body);
        if (answer.status() != status) {
            throw new AssertionError(
                    "%s %s answered %d %s, not %d"
                            .formatted(method, path, answer.status(), answer.body(), status));
        }
        return answer;
    }

    /**
     * Asks until there is an answer that is not trouble of the server, as a patient client does.
     */
    Answer insist(String method, String path, Object body) {
        AtomicReference<Answer> last = new AtomicReference<>();
        Eventually.await(method + " " + path)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> {
                            Optional<Answer> answer = settled(method, path, body);
                            answer.ifPresent(last::set);
                            return answer.isPresent();
                        });
        return last.get();
    }

    private Optional<Answer> settled(String method, String path, Object body)
            throws InterruptedException {
        try {
            Answer answer = ask(method, path, body);
            return answer.status() >= 500 || answer.status() == 429
                    ? Optional.empty()
                    : Optional.of(answer);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
