package io.sequence.venues.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.kraken.Kraken;
import io.sequence.venues.kucoin.KuCoin;
import io.sequence.vocabulary.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests signed by us against bytes that the venues' documents and other clients publish. */
class GoldenVectorsTest {
    private static final List<Venue> VENUES = List.of(new KuCoin(), new Kraken());

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("vectors")
    void signsTheVeryBytes(Venue venue, String name, JsonNode vector) {
        var fields = new LinkedHashMap<String, Secret>();
        vector.path("credentials")
                .properties()
                .forEach(field -> fields.put(field.getKey(), Secret.of(field.getValue().asText())));
        String host = vector.path("host").asText();
        WireRequest signed =
                venue.signer()
                        .sign(
                                new WireRequest(
                                        host,
                                        vector.path("method").asText(),
                                        vector.path("path").asText(),
                                        vector.path("query").asText(),
                                        Map.of(),
                                        vector.path("body").asText()),
                                new Credential(venue.profile().venue(), host, fields),
                                Instant.ofEpochMilli(vector.path("timestamp").asLong()),
                                vector.path("nonce").asLong());

        assertThat(signed.body()).isEqualTo(vector.path("expected_body").asText());
        vector.path("expected_headers")
                .properties()
                .forEach(
                        header ->
                                assertThat(signed.headers())
                                        .containsEntry(
                                                header.getKey(), header.getValue().asText()));
    }

    static Stream<Arguments> vectors() {
        return VENUES.stream().flatMap(GoldenVectorsTest::ofVenue);
    }

    private static Stream<Arguments> ofVenue(Venue venue) {
        String name = venue.profile().venue().value();
        try (var file = GoldenVectorsTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
            JsonNode vectors = new ObjectMapper().readTree(file).path("vectors");
            assertThat(vectors).isNotEmpty();
            return StreamSupport.stream(vectors.spliterator(), false)
                    .map(vector -> Arguments.of(venue, vector.path("name").asText(), vector));
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " has no readable vectors", unreadable);
        }
    }
}
