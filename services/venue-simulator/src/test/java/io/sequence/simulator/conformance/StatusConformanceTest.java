package io.sequence.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sequence.venues.Venues;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.StatusReader.Closure;
import io.sequence.venues.api.WireResult.Answered;
import io.sequence.venues.transport.HostBook;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What venues say of themselves, read from what the simulator answers by their documents. */
@QuarkusTest
class StatusConformanceTest {
    @TestHTTPResource("/")
    URI base;

    private VertxVenueTransport transport;

    static Stream<String> venues() {
        return Venues.all().stream()
                .filter(venue -> venue.status().isPresent())
                .map(venue -> venue.profile().venue().value());
    }

    @BeforeEach
    void open() {
        transport =
                VertxVenueTransport.standalone(HostBook.of(Venues.profiles()).atSimulator(base));
    }

    @AfterEach
    void heal() {
        transport.close();
        venues().forEach(venue -> RestAssured.delete("/_sim/" + venue + "/faults"));
    }

    @ParameterizedTest
    @MethodSource("venues")
    void readsThatAVenueIsOpenAndThatItIsClosed(String venue) {
        assertThat(closures(venue)).isEmpty();
        fault(venue, "{\"kind\":\"maintenance\"}");
        Instant now = Instant.now();
        assertThat(closures(venue))
                .singleElement()
                .satisfies(closure -> assertThat(closure.from()).isBefore(now.plusSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"okx", "bybit", "bitmart", "cryptocom"})
    void readsWhatIsPlanned(String venue) {
        Instant begins = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        Instant ends = begins.plusSeconds(600);
        fault(
                venue,
                "{\"kind\":\"maintenance\",\"begins_at\":\"%s\",\"ends_at\":\"%s\"}"
                        .formatted(begins, ends));
        assertThat(closures(venue))
                .singleElement()
                .satisfies(
                        closure -> {
                            assertThat(closure.from()).isEqualTo(begins);
                            assertThat(closure.until()).isEqualTo(ends);
                            assertThat(closure.words()).isNotBlank();
                        });
    }

    private List<Closure> closures(String venue) {
        StatusReader reader = Venues.of(new VenueId(venue)).status().orElseThrow();
        Answered[] answered = new Answered[1];
        try {
            Thread.ofVirtual()
                    .start(
                            () ->
                                    answered[0] =
                                            (Answered)
                                                    transport.exchange(
                                                            new VenueId(venue),
                                                            reader.question(),
                                                            CallClass.PUBLIC))
                    .join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return reader.closures(
                Json.parse(answered[0].response().body()).orElseThrow(), Instant.now());
    }

    private static void fault(String venue, String fault) {
        assertThat(RestAssured.given().body(fault).put("/_sim/" + venue + "/faults").statusCode())
                .isEqualTo(200);
    }
}
