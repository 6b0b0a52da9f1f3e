package io.sequence.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every event type to its golden file: new optional fields only. */
class GoldenEventsTest {
    private final EventSchemas schemas = new EventSchemas();

    static Stream<Event> examples() {
        return Examples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void breaksNoReaderOfTheGoldenFile(Event example) throws IOException {
        Path golden = golden(example);
        assertThat(
                        SchemaWalk.breaks(
                                EventJson.mapper().readTree(golden.toFile()),
                                written(example),
                                schemas.add(example.getClass()),
                                schemas))
                .as(
                        "a breaking change of %s: services of the older version read this topic"
                                + " too, and what lies on it was written by them",
                        EventCatalog.topicOf(example).name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesTheGoldenFile(Event example) throws IOException {
        breaksNoReaderOfTheGoldenFile(example);
        CheckedIn.compare(golden(example), written(example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheGoldenFileBack(Event example) throws IOException {
        assertThat(EventJson.read(Files.readString(golden(example)), example.getClass()))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsAnOlderEventWithoutItsOptionalFields(Event example) throws IOException {
        JsonNode older = EventJson.mapper().readTree(golden(example).toFile());
        keepRequired(older, schemas.add(example.getClass()));
        Event read = EventJson.read(older.toString(), example.getClass());
        assertThat(read.key()).isEqualTo(example.key());

        JsonNode again = written(read);
        dropNulls(again);
        assertThat(again).isEqualTo(older);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void ignoresFieldsOfTheFuture(Event example) throws IOException {
        ObjectNode newer = (ObjectNode) EventJson.mapper().readTree(golden(example).toFile());
        newer.putObject("of_the_future").put("any", 1);
        assertThat(EventJson.read(newer.toString(), example.getClass())).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fillsEveryFieldAndAgreesWithItsSchema(Event example) {
        assertThat(
                        SchemaWalk.disagreements(
                                written(example), schemas.add(example.getClass()), schemas))
                .isEmpty();
    }

    @Test
    void noticesWhatBreaks() throws IOException {
        Event example = Examples.all().getFirst();
        ObjectNode golden = (ObjectNode) EventJson.mapper().readTree(golden(example).toFile());
        golden.put("was_once", 1);
        golden.put("label", 5);
        golden.remove("key_hint");
        golden.remove("minimum_balance");
        ((ObjectNode) golden.get("about")).remove("revision");
        assertThat(
                        SchemaWalk.breaks(
                                golden, written(example), schemas.add(example.getClass()), schemas))
                .containsExactlyInAnyOrder(
                        "$.was_once is gone",
                        "$.label was integer and is string",
                        "$.key_hint is new and required: make it @Nullable",
                        "$.about.revision is new and required: make it @Nullable");
    }

    private static JsonNode written(Event event) {
        try {
            return EventJson.mapper().readTree(EventJson.write(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path golden(Event example) {
        Path golden =
                CheckedIn.root()
                        .resolve("libs/events/src/test/resources/golden")
                        .resolve(EventCatalog.topicOf(example).name() + ".json");
        if (CheckedIn.updating() && Files.notExists(golden)) {
            CheckedIn.compare(golden, written(example));
        }
        return golden;
    }

    private void keepRequired(JsonNode json, JsonNode declared) {
        JsonNode schema = schemas.resolve(declared);
        if (json instanceof ObjectNode object && schema.has("required")) {
            var required = new HashSet<String>();
            schema.get("required").forEach(name -> required.add(name.asText()));
            object.retain(required);
            object.properties()
                    .forEach(
                            field ->
                                    keepRequired(
                                            field.getValue(),
                                            schema.get("properties").get(field.getKey())));
        }
        if (json.isArray()) {
            json.forEach(item -> keepRequired(item, schema.get("items")));
        }
    }

    private static void dropNulls(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        json.forEach(GoldenEventsTest::dropNulls);
    }
}
