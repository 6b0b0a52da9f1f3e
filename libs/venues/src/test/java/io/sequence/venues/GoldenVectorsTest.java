package io.sequence.venues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.WireRequest;
import io.sequence.vocabulary.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every venue's signer against bytes that others computed: {@code vectors/<venue>.json}. */
class GoldenVectorsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("vectors")
    void signsTheVeryBytes(String venueName, String name, Venue venue, JsonNode vector) {
        WireRequest signed = sign(venue, vector);

        assertThat(signed.body()).isEqualTo(vector.path("expected_body").asText());
        assertThat(signed.headers()).containsAllEntriesOf(texts(vector.path("expected_headers")));
        assertThat(signed.path()).isEqualTo(vector.path("path").asText());
        assertThat(signed.query())
                .isEqualTo(vector.path("expected_query").asText(vector.path("query").asText()));
        assertThat(vector.path("source").asText()).as("where it comes from").isNotBlank();
        assertThat(sign(venue, vector)).as("the same input again").isEqualTo(signed);
    }

    private static WireRequest sign(Venue venue, JsonNode vector) {
        var fields = new HashMap<String, Secret>();
        texts(vector.path("credentials"))
                .forEach((name, text) -> fields.put(name, Secret.of(text)));
        String host = vector.path("host").asText();
        var request =
                new WireRequest(
                        host,
                        vector.path("method").asText(),
                        vector.path("path").asText(),
                        vector.path("query").asText(),
                        Map.of(),
                        vector.path("body").asText());
        return venue.signer()
                .sign(
                        request,
                        new Credential(venue.profile().venue(), host, fields),
                        Instant.ofEpochMilli(vector.path("timestamp").asLong()),
                        vector.path("nonce").asLong());
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new HashMap<String, String>();
        object.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
        return texts;
    }

    static Stream<Arguments> vectors() {
        return Venues.all().stream().flatMap(GoldenVectorsTest::vectorsOf);
    }

    private static Stream<Arguments> vectorsOf(Venue venue) {
        String name = venue.profile().venue().value();
        String file = "/vectors/" + name + ".json";
        try (InputStream json =
                Objects.requireNonNull(GoldenVectorsTest.class.getResourceAsStream(file), file)) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(json).path("vectors").spliterator(), false)
                    .map(one -> Arguments.of(name, one.path("name").asText(), venue, one));
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }
}
