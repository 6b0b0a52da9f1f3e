package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.Event;
import io.sequence.events.EventCatalog;
import io.sequence.events.EventJson;
import io.sequence.testing.EventProbe;
import io.sequence.testing.EventProbe.Seen;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.ConnectionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Topics as the neighbours of this service see them. */
final class Topic {
    private final EventProbe probe;
    private final List<UUID> told = new CopyOnWriteArrayList<>();

    Topic(EventProbe probe) {
        this.probe = probe;
    }

    /** Tells a fact under a fresh id. */
    void tell(Event event) {
        tell(event, UUID.randomUUID());
    }

    /** Tells a fact under a given id, as a relay that says it again would. */
    void tell(Event event, UUID id) {
        told.add(id);
        String topic = EventCatalog.topicOf(event).name();
        probe.publish(
                topic,
                event.key().toString(),
                EventJson.write(event),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_source", "/neighbour",
                        "ce_type", topic,
                        "ce_time", "2027-01-01T00:00:00Z"));
    }

    /** Waits until every fact that was told here has been taken in. */
    void settle(TestHouse house) {
        House rows = new House(house);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                rows.column(
                                                        UUID.class,
                                                        "select event_id from"
                                                                + " credential_intake.inbox"))
                                        .containsAll(told));
    }

    /** The first fact about a connection that comes to a topic, as it lies there. */
    Seen await(String topic, ConnectionId connection) {
        return probe.await(topic, seen -> connection.toString().equals(seen.key()));
    }

    /** What was said of a connection so far. */
    <T extends Event> List<T> heard(String topic, ConnectionId connection, Class<T> type) {
        return probe.all(topic).stream()
                .filter(seen -> connection.toString().equals(seen.key()))
                .map(seen -> EventJson.read(seen.value(), type))
                .toList();
    }
}
