package io.sequence.testing;

import io.sequence.events.Event;
import io.sequence.events.EventCatalog;
import io.sequence.events.EventJson;
import io.sequence.testing.EventProbe.Seen;
import io.sequence.vocabulary.ConnectionId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The services around the one under test: they tell facts as it hears them, and hear its own. */
public class Neighbours {
    private final EventProbe probe;

    /** Neighbours on the topics of a house. */
    public Neighbours(EventProbe probe) {
        this.probe = probe;
    }

    /** Tells a fact under a fresh id. */
    public void tell(Event event) {
        tell(event, UUID.randomUUID());
    }

    /** Tells a fact under a given id, as a relay that says it again would. */
    public void tell(Event event, UUID id) {
        String topic = EventCatalog.topicOf(event).name();
        probe.publish(topic, event.key().toString(), EventJson.write(event), headers(topic, id));
    }

    /** Puts something on a topic that is no fact. */
    public void garble(String topic, ConnectionId connection, String value) {
        probe.publish(topic, connection.toString(), value, headers(topic, UUID.randomUUID()));
    }

    /** The first fact about a connection that comes to a topic, as it lies there. */
    public Seen await(String topic, ConnectionId connection) {
        return probe.await(topic, seen -> connection.toString().equals(seen.key()));
    }

    /** What was said of a connection so far. */
    public <T extends Event> List<T> heard(String topic, ConnectionId connection, Class<T> type) {
        return probe.all(topic).stream()
                .filter(seen -> connection.toString().equals(seen.key()))
                .flatMap(seen -> Stream.ofNullable(seen.value()))
                .map(value -> EventJson.read(value, type))
                .toList();
    }

    /** Whether a dead letter with that value lies there. */
    public boolean isDeadLetter(String topic, String value) {
        return probe.all(topic + ".dead-letter").stream()
                .anyMatch(seen -> value.equals(seen.value()));
    }

    private static Map<String, String> headers(String topic, UUID id) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", id.toString(),
                "ce_source", "/neighbour",
                "ce_type", topic,
                "ce_time", "2027-01-01T00:00:00Z");
    }
}
