package io.sequence.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The catalogue as an AsyncAPI 3.0 document; events are CloudEvents 1.0 in binary mode. */
final class AsyncApiDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TRACEPARENT = "^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$";

    private final EventSchemas schemas = new EventSchemas();
    private final ObjectNode document = NODES.objectNode();

    private AsyncApiDocument() {}

    /** The whole document. */
    static ObjectNode of(Iterable<Topic<?>> topics, Iterable<Event> examples) {
        var made = new AsyncApiDocument();
        made.head();
        made.body(topics, examples);
        return made.document;
    }

    private void head() {
        document.put("asyncapi", "3.0.0");
        ObjectNode info = document.putObject("info");
        info.put("title", "Sequence Connect: events");
        info.put("version", "1");
        info.put(
                "description",
                "Every fact that services tell each other: one topic a fact, one writer a topic."
                        + " A connection's facts keep their order within a topic; across topics"
                        + " there is none, so each carries the connection's revision. A fact may"
                        + " come twice: ce_id names it. New fields are optional; readers ignore"
                        + " what they do not know. No fact carries key material.");
        document.put("defaultContentType", "application/json");
    }

    private void body(Iterable<Topic<?>> topics, Iterable<Event> examples) {
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (Topic<?> topic : topics) {
            channels.set(topic.name(), channel(topic));
            operations.set(
                    topic.writer() + ".says." + topic.name(),
                    operation(topic, "send", topic.writer() + " says it."));
            for (String reader : topic.readers()) {
                operations.set(
                        reader + ".hears." + topic.name(),
                        operation(topic, "receive", reader + " hears it."));
            }
            messages.set(name(topic), message(topic));
        }
        for (Event example : examples) {
            ObjectNode message = (ObjectNode) messages.get(name(EventCatalog.topicOf(example)));
            message.putArray("examples")
                    .addObject()
                    .set("payload", EventJson.mapper().valueToTree(example));
        }
        ObjectNode all = components.putObject("schemas");
        schemas.all().forEach(all::set);
    }

    private static String name(Topic<?> topic) {
        return topic.payload().getSimpleName();
    }

    private static ObjectNode channel(Topic<?> topic) {
        ObjectNode channel = NODES.objectNode();
        channel.put("address", topic.name());
        channel.put("description", topic.meaning());
        channel.putObject("messages")
                .putObject(name(topic))
                .put("$ref", "#/components/messages/" + name(topic));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("partitions", topic.partitions());
        kafka.putObject("topicConfiguration").put("retention.ms", topic.retention().toMillis());
        kafka.put("bindingVersion", "0.5.0");
        return channel;
    }

    private static ObjectNode operation(Topic<?> topic, String action, String summary) {
        ObjectNode operation = NODES.objectNode();
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        operation.put("summary", summary);
        operation
                .putArray("messages")
                .addObject()
                .put("$ref", "#/channels/" + topic.name() + "/messages/" + name(topic));
        return operation;
    }

    private ObjectNode message(Topic<?> topic) {
        ObjectNode message = NODES.objectNode();
        message.put("name", topic.name());
        message.put("title", name(topic));
        message.put("summary", topic.meaning());
        message.put("contentType", "application/json");
        message.set("headers", headers(topic));
        message.set("payload", schemas.add(topic.payload()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("format", "uuid");
        kafka.put("bindingVersion", "0.5.0");
        return message;
    }

    private static ObjectNode headers(Topic<?> topic) {
        ObjectNode headers = NODES.objectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        constant(properties, "ce_specversion", "1.0");
        formatted(properties, "ce_id", "uuid");
        constant(properties, "ce_source", "/" + topic.writer());
        constant(properties, "ce_type", topic.name());
        formatted(properties, "ce_subject", "uuid");
        formatted(properties, "ce_time", "date-time");
        constant(properties, "content-type", "application/json");
        var required = headers.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        properties.putObject("traceparent").put("type", "string").put("pattern", TRACEPARENT);
        return headers;
    }

    private static void constant(ObjectNode properties, String name, String value) {
        properties.putObject(name).put("type", "string").put("const", value);
    }

    private static void formatted(ObjectNode properties, String name, String format) {
        properties.putObject(name).put("type", "string").put("format", format);
    }
}
