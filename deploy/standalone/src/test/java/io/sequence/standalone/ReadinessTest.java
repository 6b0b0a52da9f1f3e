package io.sequence.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services tell the truth about whether they can be used. */
@Tag("whole-house")
class ReadinessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static WholeHouse house;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        house = WholeHouse.start("readiness");
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void isUnreadyWhileAServerIsFrozenAndReadyAgainAfterwards(String server) throws Exception {
        awaitEverywhere(200);
        List<ProcessHandle> frozen = family(house.process(server));
        try {
            signal("STOP", frozen);
            awaitEverywhere(503);
        } finally {
            signal("CONT", frozen);
        }
        awaitEverywhere(200);
    }

    private void awaitEverywhere(int status) {
        Map<URI, Integer> expected = new LinkedHashMap<>();
        for (HouseService service : HouseService.values()) {
            if (service != HouseService.VENUE_SIMULATOR) {
                expected.put(house.url(service, "/q/health/ready"), status);
            }
        }
        expected.put(house.url(HouseService.CREDENTIAL_INTAKE, "/v1/health"), status);
        Awaitility.await(status + " everywhere")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(
                        () -> {
                            Map<URI, Integer> answers = new LinkedHashMap<>();
                            for (URI url : expected.keySet()) {
                                answers.put(url, status(url));
                            }
                            Assertions.assertThat(answers).isEqualTo(expected);
                        });
    }

    /** A probe that is not answered in time has failed, as it has for whoever runs probes. */
    private int status(URI url) throws Exception {
        try {
            return http.send(
                            HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (HttpTimeoutException e) {
            return 503;
        }
    }

    private static List<ProcessHandle> family(ProcessHandle parent) {
        return Stream.concat(Stream.of(parent), parent.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        Process kill = new ProcessBuilder(command).inheritIO().start();
        if (!kill.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("kill does not end");
        }
    }
}
