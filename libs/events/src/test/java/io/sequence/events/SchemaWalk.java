package io.sequence.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares JSON with a schema and with other JSON, naming each difference by its path. */
final class SchemaWalk {
    private final EventSchemas schemas;
    private final List<String> found = new ArrayList<>();

    private SchemaWalk(EventSchemas schemas) {
        this.schemas = schemas;
    }

    /** Where the JSON is not what the schema says; empty when it agrees. */
    static List<String> disagreements(JsonNode json, JsonNode schema, EventSchemas schemas) {
        var walk = new SchemaWalk(schemas);
        walk.agree("$", json, schema);
        return walk.found;
    }

    /**
     * Where a reader of the older JSON would break on the newer, or the other way round: fields
     * that are gone, have another type, or are new and required.
     */
    static List<String> breaks(
            JsonNode older, JsonNode newer, JsonNode schema, EventSchemas schemas) {
        var walk = new SchemaWalk(schemas);
        walk.compare("$", older, newer, schema);
        return walk.found;
    }

    private void agree(String path, JsonNode json, JsonNode declared) {
        JsonNode schema = schemas.resolve(declared);
        if (!typeOf(json).equals(firstType(schema))) {
            found.add(path + " is " + typeOf(json) + ", not " + firstType(schema));
        } else if (json.isObject()) {
            JsonNode properties = schema.get("properties");
            schema.path("required")
                    .forEach(
                            name -> {
                                if (!json.has(name.asText())) {
                                    found.add(path + "." + name.asText() + " is missing");
                                }
                            });
            json.properties()
                    .forEach(
                            field -> {
                                String at = path + "." + field.getKey();
                                if (properties.has(field.getKey())) {
                                    agree(at, field.getValue(), properties.get(field.getKey()));
                                } else {
                                    found.add(at + " is not in the schema");
                                }
                            });
        } else if (json.isArray()) {
            json.forEach(item -> agree(path + "[]", item, schema.get("items")));
        } else {
            agreeText(path, json, schema);
        }
    }

    private void agreeText(String path, JsonNode json, JsonNode schema) {
        if (schema.has("pattern") && !json.asText().matches(schema.get("pattern").asText())) {
            found.add(path + " does not match " + schema.get("pattern"));
        }
        if (schema.has("enum")) {
            var names = new ArrayList<String>();
            schema.get("enum").forEach(name -> names.add(name.asText()));
            if (!names.contains(json.asText())) {
                found.add(path + " is none of " + names);
            }
        }
    }

    private void compare(String path, JsonNode older, JsonNode newer, JsonNode declared) {
        if (!typeOf(older).equals(typeOf(newer))) {
            found.add(path + " was " + typeOf(older) + " and is " + typeOf(newer));
            return;
        }
        JsonNode schema = schemas.resolve(declared);
        if (older.isArray()) {
            for (int i = 0; i < Math.min(older.size(), newer.size()); i++) {
                compare(path + "[]", older.get(i), newer.get(i), schema.get("items"));
            }
        }
        if (older.isObject()) {
            compareFields(path, older, newer, schema);
        }
    }

    private void compareFields(String path, JsonNode older, JsonNode newer, JsonNode schema) {
        older.properties()
                .forEach(
                        field -> {
                            String name = field.getKey();
                            if (newer.has(name)) {
                                compare(
                                        path + "." + name,
                                        field.getValue(),
                                        newer.get(name),
                                        schema.get("properties").get(name));
                            } else {
                                found.add(path + "." + name + " is gone");
                            }
                        });
        schema.path("required")
                .forEach(
                        name -> {
                            if (!older.has(name.asText())) {
                                found.add(
                                        path
                                                + "."
                                                + name.asText()
                                                + " is new and required: make it @Nullable");
                            }
                        });
    }

    private static String firstType(JsonNode schema) {
        JsonNode type = schema.get("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }

    private static String typeOf(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> json.isIntegralNumber() ? "integer" : "number";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> "unknown";
        };
    }
}
