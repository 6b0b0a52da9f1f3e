package io.sequence.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.standalone.bench.Traders.Trader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The few calls that the journey benchmark makes. */
final class BenchApi {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Ground ground;

    BenchApi(Ground ground) {
        this.ground = ground;
    }

    HttpClient http() {
        return http;
    }

    HttpRequest.Builder request(Trader trader, String path) {
        return HttpRequest.newBuilder(URI.create(ground.house() + path))
                .header("Authorization", "Bearer " + trader.token());
    }

    /** Hands a key over; returns the submission's id. */
    String submit(Trader trader, Map<String, Object> body) {
        return post(request(trader, "/v1/submissions"), body, 202).path("submission_id").asText();
    }

    /**
     * Opens a simulated account that may read and trade; its key as a form takes it, and its id.
     */
    JsonNode openAccount(String venue) {
        Map<String, Object> account =
                Map.of(
                        "permissions",
                        List.of("read", "trade"),
                        "balances",
                        Map.of("BTC", "2", "ETH", "20", "USDT", "50000"));
        try {
            return post(simulator(venue, "/accounts"), account, 201);
        } catch (Silence closed) {
            // An idle connection was closed as it was taken up again; one account more is no harm.
            return post(simulator(venue, "/accounts"), account, 201);
        }
    }

    /** Changes a simulated account. */
    void change(String venue, String account, Map<String, Object> how) {
        body(simulator(venue, "/accounts/" + account), "PATCH", how, 200);
    }

    /** How the simulator says that an account stands. */
    JsonNode account(String venue, String account) {
        return send(simulator(venue, "/accounts/" + account), 200);
    }

    /** Switches a fault on at a whole venue. */
    void fault(String venue, Map<String, Object> fault) {
        body(simulator(venue, "/faults"), "PUT", fault, 200);
    }

    /** Switches all of a venue's faults off. */
    void noFaults(String venue) {
        send(simulator(venue, "/faults").DELETE(), 204);
    }

    private HttpRequest.Builder simulator(String venue, String path) {
        return HttpRequest.newBuilder(URI.create(ground.simulator() + "/_sim/" + venue + path));
    }

    /** What can be chosen on a venue. */
    JsonNode strategies(String venue) {
        return send(
                        HttpRequest.newBuilder(
                                URI.create(ground.house() + "/v1/strategies?venue=" + venue)),
                        200)
                .path("strategies");
    }

    private JsonNode post(HttpRequest.Builder request, Map<String, Object> body, int wanted) {
        return body(request, "POST", body, wanted);
    }

    private JsonNode body(
            HttpRequest.Builder request, String method, Map<String, Object> body, int wanted) {
        try {
            return send(
                    request.header("Content-Type", "application/json")
                            .method(
                                    method,
                                    HttpRequest.BodyPublishers.ofString(
                                            json.writeValueAsString(body))),
                    wanted);
        } catch (IOException e) {
            throw new BenchTrouble("a body could not be written", e);
        }
    }

    private JsonNode send(HttpRequest.Builder request, int wanted) {
        try {
            HttpResponse<String> answer =
                    http.send(
                            request.timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != wanted) {
                throw new BenchTrouble(
                        answer.uri().getPath()
                                + " answered "
                                + answer.statusCode()
                                + " "
                                + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new Silence(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchTrouble("stopped", e);
        }
    }

    /** No answer came. */
    private static final class Silence extends BenchTrouble {
        private static final long serialVersionUID = 1L;

        Silence(IOException cause) {
            super("the house does not answer: " + cause, cause);
        }
    }
}
