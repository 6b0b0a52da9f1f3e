package io.sequence.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values of a query, a form or a flat JSON object, as text. */
public final class Params {

    private final Map<String, String> values;

    private Params(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The values of {@code a=1&b=2}; the first of a name wins. What is not well encoded is kept as
     * it is.
     */
    public static Params ofForm(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int at = pair.indexOf('=');
            if (!pair.isEmpty()) {
                values.putIfAbsent(
                        decode(at < 0 ? pair : pair.substring(0, at)),
                        at < 0 ? "" : decode(pair.substring(at + 1)));
            }
        }
        return new Params(values);
    }

    /** The plain members of a JSON object; nested ones are kept as their JSON text. */
    public static Params ofJson(@Nullable JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        if (node != null && node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                JsonNode value = member.getValue();
                if (!value.isNull()) {
                    values.put(
                            member.getKey(),
                            value.isContainerNode() ? value.toString() : value.asText());
                }
            }
        }
        return new Params(values);
    }

    /** The value, null when it is missing or empty. */
    public @Nullable String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The value, or {@code otherwise} when it is missing or empty. */
    public String get(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    public boolean has(String name) {
        return get(name) != null;
    }

    public boolean isTrue(String name) {
        return "true".equalsIgnoreCase(values.get(name));
    }

    /**
     * The value as a decimal, null when it is missing.
     *
     * @throws NumberFormatException when it is not a plain decimal of reasonable size
     */
    public @Nullable BigDecimal decimal(String name) {
        String value = get(name);
        if (value == null) {
            return null;
        }
        if (value.length() > 40) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(value);
        if (Math.abs((long) number.scale()) > 40 || number.precision() > 40) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asSent) {
            return text;
        }
    }
}
