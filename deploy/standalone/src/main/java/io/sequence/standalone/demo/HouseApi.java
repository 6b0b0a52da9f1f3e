package io.sequence.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Talks JSON over HTTP and prints each answer. What is sent is not printed: it may hold keys. */
final class HouseApi {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String base;
    private final PrintStream out;
    private @Nullable String token;

    HouseApi(String base, PrintStream out) {
        this.base = base;
        this.out = out;
    }

    void signedIn(String accessToken) {
        this.token = accessToken;
    }

    HttpClient http() {
        return http;
    }

    /** A request to this house, with the token when there is one. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    /** Asks, prints the answer, and wants the given status. */
    JsonNode expect(int status, String method, String path, @Nullable Object body) {
        HttpRequest request =
                request(path)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(write(body)))
                        .build();
        HttpResponse<String> answer = send(request);
        JsonNode content = read(answer.body());
        out.printf("  %-6s %s → %d %s%n", method, path, answer.statusCode(), Masks.mask(content));
        if (answer.statusCode() != status) {
            throw new DemoTrouble(
                    method + " " + path + " answered " + answer.statusCode() + ", not " + status);
        }
        return content;
    }

    /** Asks without printing; used while waiting. */
    JsonNode quietly(String path) {
        return read(send(request(path).timeout(PATIENCE).build()).body());
    }

    static Map<String, Object> body(Object... namesAndValues) {
        var body = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DemoTrouble(base + " does not answer: is the house running? (./sequence up)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoTrouble("stopped");
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new DemoTrouble("a body could not be written: " + e.getMessage());
        }
    }

    private JsonNode read(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : json.readTree(text);
        } catch (IOException e) {
            throw new DemoTrouble("the answer is no JSON: " + e.getMessage());
        }
    }
}
