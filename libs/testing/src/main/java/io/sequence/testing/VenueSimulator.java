package io.sequence.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.servers.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The venue simulator as a process of its own on a free loopback port, with its admin API. It is
 * run from {@code services/venue-simulator/target}, so that module must have been packaged before.
 */
public final class VenueSimulator implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI url;

    private VenueSimulator(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * An account made at a simulated venue.
     *
     * @param id the simulator's name for it
     * @param uid the venue's
     * @param credentials under the catalogue's field names
     */
    public record Account(String id, String uid, Map<String, String> credentials) {}

    /** Starts it and waits until it answers. */
    public static VenueSimulator start() {
        Path module = HouseFolder.find().resolve("services/venue-simulator/target");
        Path jar = module.resolve("quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "the simulator is not built: run ./mvnw -pl services/venue-simulator -am"
                            + " package");
        }
        try {
            int port = FreePort.find();
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx256m",
                                    "-Dquarkus.http.port=" + port,
                                    "-jar",
                                    jar.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(module.resolve("test-simulator.log").toFile())
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            var simulator = new VenueSimulator(process, URI.create("http://127.0.0.1:" + port));
            simulator.awaitReady();
            return simulator;
        } catch (IOException e) {
            throw new IllegalStateException("the simulator could not be started", e);
        }
    }

    /** Where it listens, e.g. for {@code sequence.venues.simulator-url}. */
    public URI url() {
        return url;
    }

    /**
     * Makes an account.
     *
     * @param venue e.g. {@code bybit}
     * @param settings the admin API's JSON object, e.g. {@code {"permissions":["read"]}}
     */
    public Account account(String venue, String settings) {
        return read(admin("POST", venue + "/accounts", settings));
    }

    /** Makes another key of the same venue account. */
    public Account anotherKey(String venue, Account account, String settings) {
        Account key = read(admin("POST", venue + "/accounts/" + account.id() + "/keys", settings));
        return new Account(account.id(), account.uid(), key.credentials());
    }

    /** Changes an account, e.g. {@code {"revoked":true}}. */
    public void change(String venue, Account account, String settings) {
        var unused = admin("PATCH", venue + "/accounts/" + account.id(), settings);
    }

    /** Has a venue fail, e.g. {@code {"kind":"rate_limit","rate":1.0}}. */
    public void fault(String venue, String fault) {
        var unused = admin("PUT", venue + "/faults", fault);
    }

    /** Has a venue work again. */
    public void heal(String venue) {
        var unused = admin("DELETE", venue + "/faults", "");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static Account read(JsonNode answer) {
        var credentials = new HashMap<String, String>();
        answer.path("credentials")
                .properties()
                .forEach(field -> credentials.put(field.getKey(), field.getValue().asText()));
        return new Account(
                answer.path("account_id").asText(), answer.path("uid").asText(), credentials);
    }

    private JsonNode admin(String method, String path, String body) {
        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(url.resolve("/_sim/" + path))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(
                    method
                            + " "
                            + path
                            + " answered "
                            + response.statusCode()
                            + " "
                            + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("the simulator answered with no JSON", e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the simulator does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking the simulator", e);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (send(HttpRequest.newBuilder(url.resolve("/q/health/ready")).build())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (AssertionError notYet) {
                // It still starts.
            }
            try {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
        throw new IllegalStateException(
                "the simulator did not start; see"
                        + " services/venue-simulator/target/test-simulator.log");
    }
}
