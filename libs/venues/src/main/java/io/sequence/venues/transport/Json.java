package io.sequence.venues.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON as venues write it: numbers are read exactly, whether they come as numbers or as text, and
 * empty text counts as absent. Every reader throws {@link MalformedAnswer} on what it cannot read.
 */
public final class Json {
    private static final int MOST_DIGITS = 100;

    /** Buffers kept: a virtual thread's own would be thrown away with it, after one ping. */
    private static final int POOLED = 64;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED))
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(64)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private Json() {}

    /** Reads a whole text as one JSON value; empty when it is none. */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** An empty object whose fields keep their order. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Compact JSON, fields in their order. */
    public static String write(JsonNode node) {
        return node.toString();
    }

    /** A field's text; numbers and booleans as written. Fails when it is absent or empty. */
    public static String text(JsonNode node, String field) {
        String text = textOr(node, field, "");
        if (text.isEmpty()) {
            throw new MalformedAnswer(field + " is missing");
        }
        return text;
    }

    /** A field's text, or the other one when it is absent, null, empty or no scalar. */
    public static String textOr(JsonNode node, String field, String otherwise) {
        JsonNode value = node.path(field);
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        return text.isBlank() ? otherwise : text;
    }

    /** A field's text, or null when it is absent, null or empty. */
    public static @Nullable String textOrNull(JsonNode node, String field) {
        String text = textOr(node, field, "");
        return text.isEmpty() ? null : text;
    }

    /** An exact number from a JSON number or text. Fails when it is absent or empty. */
    public static BigDecimal decimal(JsonNode node, String field) {
        BigDecimal value = decimalOrNull(node, field);
        if (value == null) {
            throw new MalformedAnswer(field + " is missing");
        }
        return value;
    }

    /** An exact number; zero when it is absent, null or empty. */
    public static BigDecimal decimalOrZero(JsonNode node, String field) {
        BigDecimal value = decimalOrNull(node, field);
        return value == null ? BigDecimal.ZERO : value;
    }

    /** An exact number; null when it is absent, null or empty. */
    public static @Nullable BigDecimal decimalOrNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isNumber()) {
            return checked(value.decimalValue(), field);
        }
        String text = textOr(node, field, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > MOST_DIGITS) {
            throw new MalformedAnswer(field + " is no number");
        }
        try {
            return checked(new BigDecimal(text), field);
        } catch (NumberFormatException noNumber) {
            throw new MalformedAnswer(field + " is no number");
        }
    }

    /** A moment given in milliseconds since the epoch, as number or text; null when absent or 0. */
    public static @Nullable Instant millisOrNull(JsonNode node, String field) {
        BigDecimal value = decimalOrNull(node, field);
        return value == null || value.signum() == 0 ? null : Instant.ofEpochMilli(whole(value));
    }

    /** A moment given in seconds since the epoch, as number or text; null when absent or 0. */
    public static @Nullable Instant secondsOrNull(JsonNode node, String field) {
        BigDecimal value = decimalOrNull(node, field);
        return value == null || value.signum() == 0
                ? null
                : Instant.ofEpochMilli(whole(value.movePointRight(3)));
    }

    /** The rows of an array field. Fails when it is no array. */
    public static Iterable<JsonNode> rows(JsonNode array) {
        if (!array.isArray()) {
            throw new MalformedAnswer("a list is missing");
        }
        return array;
    }

    private static long whole(BigDecimal value) {
        return value.longValue();
    }

    private static BigDecimal checked(BigDecimal value, String field) {
        // 1e999999999 parses at once and hangs the first toPlainString.
        if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
            throw new MalformedAnswer(field + " is out of range");
        }
        return value;
    }
}
