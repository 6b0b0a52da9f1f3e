package io.sequence.mailer.outbound.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.servicebase.NameLookup;
import io.sequence.servicebase.PublicTarget;
import io.sequence.testing.VenueSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The stand-ins' admin sides. */
final class StandIns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI simulator;
    private final HttpClient http = HttpClient.newHttpClient();

    private StandIns(URI simulator) {
        this.simulator = simulator;
    }

    /** Started once for all tests of a run. */
    static StandIns shared() {
        return Shared.ONE;
    }

    private static final class Shared {
        static final StandIns ONE = new StandIns(VenueSimulator.start().url());
    }

    /** A guard that lets calls to the stand-ins through. */
    PublicTarget guard() {
        return new PublicTarget(List.of(origin()), NameLookup.ofThisMachine(Duration.ofSeconds(5)));
    }

    int port() {
        return simulator.getPort();
    }

    String origin() {
        return simulator.toString();
    }

    JsonNode call(String method, String path, String body) {
        try {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(simulator.resolve(path))
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path + response.body()).isLessThan(300);
            return response.body().isEmpty()
                    ? JSON.createObjectNode()
                    : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("the stand-in does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
