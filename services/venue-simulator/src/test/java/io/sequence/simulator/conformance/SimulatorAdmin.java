package io.sequence.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** The simulator's admin API as the conformance cases use it. */
final class SimulatorAdmin implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    SimulatorAdmin(URI base) {
        this.base = base;
    }

    /**
     * One key of one simulated venue account.
     *
     * @param credentials under the catalogue's field names
     */
    record Issued(
            String accountId, String uid, String parentUid, Map<String, String> credentials) {}

    Issued account(String venue, String body) {
        return issued(
                call(
                        "POST",
                        "/_sim/" + venue + "/accounts",
                        VenueTraits.accountTerms(venue, body),
                        201));
    }

    Issued furtherKey(String venue, String accountId, String body) {
        return issued(
                call("POST", "/_sim/" + venue + "/accounts/" + accountId + "/keys", body, 201));
    }

    void change(String venue, String accountId, String body) {
        call("PATCH", "/_sim/" + venue + "/accounts/" + accountId, body, 200);
    }

    /** The simulator's own ledger of an account. */
    JsonNode ledger(String venue, String accountId) {
        return call("GET", "/_sim/" + venue + "/accounts/" + accountId, "", 200);
    }

    void fault(String venue, String body) {
        call("PUT", "/_sim/" + venue + "/faults", body, 200);
    }

    void noFaults(String venue) {
        call("DELETE", "/_sim/" + venue + "/faults", "", 204);
    }

    void limits(String venue, String body) {
        call("PUT", "/_sim/" + venue + "/limits", body, 200);
    }

    void noLimits(String venue) {
        call("DELETE", "/_sim/" + venue + "/limits", "", 204);
    }

    private static Issued issued(JsonNode answer) {
        var credentials = new LinkedHashMap<String, String>();
        answer.path("credentials")
                .properties()
                .forEach(field -> credentials.put(field.getKey(), field.getValue().asText()));
        return new Issued(
                answer.path("account_id").asText(),
                answer.path("uid").asText(),
                answer.path("parent_uid").asText(""),
                credentials);
    }

    private JsonNode call(String method, String path, String body, int expected) {
        try {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(base.resolve(path))
                                    .header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as(method + " " + path + ": " + response.body())
                    .isEqualTo(expected);
            return response.body().isEmpty()
                    ? JSON.createObjectNode()
                    : JSON.readTree(response.body());
        } catch (IOException unreachable) {
            throw new AssertionError("the simulator does not answer", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
