package io.sequence.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (draft 07, as AsyncAPI 3 takes them) of what {@link EventJson} writes, drawn from
 * the records: what is {@link Nullable} may be null or missing, everything else is required.
 */
final class EventSchemas {
    /** Where a record's schema stands in the document. */
    static final String PLACE = "#/components/schemas/";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final PropertyNamingStrategies.NamingBase SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final Map<String, ObjectNode> byName = new TreeMap<>();
    private final Map<String, Class<?>> types = new TreeMap<>();

    /** Adds a record and all that it holds; answers with a reference to it. */
    ObjectNode add(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> before = types.putIfAbsent(name, type);
        if (before == null) {
            byName.put(name, type.isEnum() ? enumeration(type) : object(type));
        } else if (before != type) {
            throw new IllegalStateException(before + " and " + type + " have the same name");
        }
        return NODES.objectNode().put("$ref", PLACE + name);
    }

    /** All schemas so far, by the simple name of the type. */
    Map<String, ObjectNode> all() {
        return byName;
    }

    /** The schema that a reference points to; any other schema is its own answer. */
    JsonNode resolve(JsonNode schema) {
        if (schema.has("oneOf")) {
            return resolve(schema.get("oneOf").get(0));
        }
        return schema.has("$ref")
                ? byName.get(schema.get("$ref").asText().substring(PLACE.length()))
                : schema;
    }

    private ObjectNode object(Class<?> type) {
        if (type == Rights.class) {
            return rights();
        }
        if (!type.isRecord()) {
            throw new IllegalStateException("no schema is known for " + type);
        }
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType declared = component.getAnnotatedType();
            String name = SNAKE.translate(component.getName());
            if (declared.isAnnotationPresent(Nullable.class)) {
                properties.set(name, orNull(of(declared)));
            } else {
                properties.set(name, of(declared));
                required.add(name);
            }
        }
        return schema;
    }

    private ObjectNode rights() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Right right : Right.values()) {
            properties.set(right.wireName(), add(Grant.class));
        }
        return schema;
    }

    private ObjectNode of(AnnotatedType declared) {
        Type type = declared.getType();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            ObjectNode schema = NODES.objectNode().put("type", "array");
            schema.set(
                    "items",
                    of(
                            ((AnnotatedParameterizedType) declared)
                                    .getAnnotatedActualTypeArguments()[0]));
            return schema;
        }
        if (type instanceof Class<?> plain) {
            ObjectNode scalar = scalar(plain);
            return scalar != null ? scalar : add(plain);
        }
        throw new IllegalStateException("no schema is known for " + type);
    }

    private static @Nullable ObjectNode scalar(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        if (type == String.class) {
            return schema.put("type", "string");
        }
        if (List.of(UUID.class, AccountId.class, ConnectionId.class, SubmissionId.class)
                .contains(type)) {
            return schema.put("type", "string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (type == BigDecimal.class) {
            return schema.put("type", "string").put("pattern", "^-?[0-9]+(\\.[0-9]+)?$");
        }
        if (type == VenueId.class || type == StrategyId.class) {
            return schema.put("type", "string").put("pattern", "^[a-z][a-z0-9_-]{0,63}$");
        }
        if (type == Asset.class) {
            return schema.put("type", "string").put("pattern", "^[A-Z0-9][A-Z0-9._-]{0,19}$");
        }
        if (type == CredentialVersion.class) {
            return schema.put("type", "integer").put("minimum", 1);
        }
        if (type == int.class || type == long.class) {
            return schema.put("type", "integer")
                    .put("format", type == int.class ? "int32" : "int64");
        }
        return type == boolean.class || type == Boolean.class
                ? schema.put("type", "boolean")
                : null;
    }

    private static ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        var names = schema.putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            names.add(EventJson.mapper().valueToTree(constant).asText());
        }
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = NODES.objectNode();
            either.putArray("oneOf").add(schema).add(NODES.objectNode().put("type", "null"));
            return either;
        }
        String type = schema.get("type").asText();
        schema.putArray("type").add(type).add("null");
        return schema;
    }
}
