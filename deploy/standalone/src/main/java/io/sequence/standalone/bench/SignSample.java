package io.sequence.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One request of one venue to be signed over and over; the table of them is {@code
 * sign-samples.json}.
 *
 * @param venue whose request it is
 * @param kind what key signs it
 * @param credentials by field; {@link #KEY} stands for the key
 */
record SignSample(
        String venue,
        KeyKind kind,
        Map<String, String> credentials,
        String method,
        String path,
        String query,
        String body) {
    /** In place of the key that is made for a run. */
    static final String KEY = "$key";

    /** The whole table. */
    static List<SignSample> all() {
        String file = "sign-samples.json";
        try (InputStream json =
                Objects.requireNonNull(SignSample.class.getResourceAsStream(file), file)) {
            var samples = new ArrayList<SignSample>();
            for (JsonNode row : new ObjectMapper().readTree(json).path("samples")) {
                samples.add(of(row));
            }
            return samples;
        } catch (IOException unreadable) {
            throw new BenchTrouble(file + " cannot be read", unreadable);
        }
    }

    private static SignSample of(JsonNode row) {
        var credentials = new LinkedHashMap<String, String>();
        row.path("credentials")
                .properties()
                .forEach(field -> credentials.put(field.getKey(), field.getValue().asText()));
        return new SignSample(
                row.path("venue").asText(),
                KeyKind.valueOf(row.path("kind").asText()),
                credentials,
                row.path("method").asText(),
                row.path("path").asText(),
                row.path("query").asText(),
                row.path("body").asText());
    }
}
