package io.sequence.standalone;

import io.sequence.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services tell the truth about whether they can be used. */
@Tag("whole-house")
class ReadinessTest {

    private static WholeHouse house;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void enter() throws Exception {
        house = WholeHouse.shared();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void isUnreadyWhileAServerIsFrozenAndReadyAgainAfterwards(String server) throws Exception {
        awaitEverywhere(200);
        ProcessHandle frozen = house.process(server);
        try {
            WholeHouse.signal("STOP", frozen);
            awaitEverywhere(503);
        } finally {
            WholeHouse.signal("CONT", frozen);
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
        Eventually.await(status + " everywhere")
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(
                        () -> {
                            Assertions.assertThat(answers(expected.keySet())).isEqualTo(expected);
                        });
    }

    /**
     * All at once: a service that waits for its database must not keep the others from answering.
     */
    private Map<URI, Integer> answers(Set<URI> urls) {
        Map<URI, CompletableFuture<Integer>> asked = new LinkedHashMap<>();
        urls.forEach(
                url ->
                        asked.put(
                                url,
                                http.sendAsync(
                                                HttpRequest.newBuilder(url)
                                                        .timeout(Duration.ofSeconds(15))
                                                        .build(),
                                                BodyHandlers.discarding())
                                        .thenApply(HttpResponse::statusCode)));
        Map<URI, Integer> answers = new LinkedHashMap<>();
        asked.forEach((url, answer) -> answers.put(url, answer.join()));
        return answers;
    }
}
