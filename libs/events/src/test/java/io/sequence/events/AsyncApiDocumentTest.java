package io.sequence.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class AsyncApiDocumentTest {
    private final ObjectNode document = AsyncApiDocument.of(EventCatalog.topics(), Examples.all());

    @Test
    void isCheckedIn() {
        CheckedIn.compare(CheckedIn.root().resolve("docs/asyncapi.json"), document);
    }

    @Test
    void pointsOnlyAtWhatItHolds() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        ref ->
                                assertThat(document.at(ref.substring(1)).isMissingNode())
                                        .as(ref)
                                        .isFalse());
    }

    @Test
    void hasOneWriterAndAllReadersOfEachTopic() {
        for (Topic<?> topic : EventCatalog.topics()) {
            assertThat(document.at("/channels/" + topic.name() + "/address").asText())
                    .isEqualTo(topic.name());
            assertThat(
                            document.get("operations").properties().stream()
                                    .filter(
                                            operation ->
                                                    operation.getKey().endsWith("." + topic.name()))
                                    .map(operation -> operation.getValue().get("action").asText()))
                    .containsOnlyOnce("send")
                    .hasSize(1 + topic.readers().size());
        }
    }
}
