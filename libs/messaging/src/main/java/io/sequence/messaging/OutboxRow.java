package io.sequence.messaging;

import io.sequence.events.Event;
import io.sequence.events.EventCatalog;
import io.sequence.events.EventJson;
import io.sequence.vocabulary.TimeOrderedUuid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the outbox table; the row is the event. For statements that write state
 * and event at once.
 *
 * @param eventId becomes the CloudEvents id
 * @param topic where it goes
 * @param recordKey keeps its order among facts about the same thing
 * @param payload JSON text
 * @param traceparent W3C trace context of the current act, null when there is none
 */
public record OutboxRow(
        UUID eventId, String topic, UUID recordKey, String payload, @Nullable String traceparent) {
    /** The columns that a statement fills, in the order of {@link #COLUMNS}'s names. */
    public static final String COLUMNS = "event_id, topic, record_key, payload, traceparent";

    /** The row of an event that happens now. */
    public static OutboxRow of(Event event) {
        return new OutboxRow(
                TimeOrderedUuid.next(),
                EventCatalog.topicOf(event).name(),
                event.key(),
                EventJson.write(event),
                TraceParent.current());
    }
}
