package io.sequence.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.SimulatedVenue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JSON object that an admin call brings, collecting everything that is wrong with it. */
final class AdminBody {

    private static final int MOST_ENTRIES = 200;
    private static final BigDecimal MOST_MONEY = new BigDecimal("1e15");

    private final JsonNode body;
    private final List<HouseError.Detail> wrong = new ArrayList<>();

    private AdminBody(JsonNode body) {
        this.body = body;
    }

    /**
     * Reads a body; an empty one counts as an empty object.
     *
     * @throws HouseError when it is not a JSON object or has members that {@code known} does not
     *     name
     */
    static AdminBody read(String text, Set<String> known) {
        JsonNode node = text.isBlank() ? Json.mapper().createObjectNode() : Json.read(text);
        if (node == null || !node.isObject()) {
            throw new HouseError(400, "BAD_REQUEST", "The body must be a JSON object.");
        }
        AdminBody body = new AdminBody(node);
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                body.blame(
                                        name.substring(0, Math.min(60, name.length())),
                                        "is not a field of this call");
                            }
                        });
        return body;
    }

    /** Throws what was collected, if anything. */
    void done() {
        if (!wrong.isEmpty()) {
            throw new HouseError(
                    422, "VALIDATION_FAILED", "The request has invalid fields.", wrong);
        }
    }

    void blame(String field, String message) {
        wrong.add(new HouseError.Detail(field, message));
    }

    boolean has(String field) {
        return body.has(field);
    }

    @Nullable String text(String field, int longest) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()
                || node.textValue().isBlank()
                || node.textValue().length() > longest) {
            blame(field, "must be text of 1 to " + longest + " characters");
            return null;
        }
        return node.textValue();
    }

    @Nullable Boolean flag(String field) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isBoolean()) {
            blame(field, "must be true or false");
            return null;
        }
        return node.booleanValue();
    }

    @Nullable Long whole(String field, long least, long most) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            blame(field, "must be a whole number from " + least + " to " + most);
            return null;
        }
        return node.longValue();
    }

    /** A share between 0 and 1; 1 when it is not given. */
    double share(String field) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return 1;
        }
        if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= 1)) {
            blame(field, "must be a number from 0 to 1");
            return 1;
        }
        return node.doubleValue();
    }

    /** One of an enum's names in lower case. */
    <E extends Enum<E>> @Nullable E word(String field, Class<E> words) {
        String text = text(field, 40);
        E found = text == null ? null : match(text, words);
        if (text != null && found == null) {
            blame(field, "must be one of " + names(words));
        }
        return found;
    }

    /** Decimals by asset, under plain asset codes; null when the field is missing. */
    @Nullable Map<String, BigDecimal> amounts(String field, SimulatedVenue venue) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isObject() || node.size() > MOST_ENTRIES) {
            blame(field, "must be an object of at most " + MOST_ENTRIES + " amounts by asset");
            return null;
        }
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String asset = member.getKey();
            BigDecimal amount = amount(member.getValue());
            if (!asset.matches("[A-Za-z0-9.]{1,20}") || amount == null) {
                blame(field, "must hold amounts such as {\"BTC\":\"2\"}");
            } else {
                amounts.put(venue.assetOf(asset), amount);
            }
        }
        return amounts;
    }

    /** The terms for a key that the body holds. */
    KeyTerms terms(SimulatedVenue venue) {
        return new KeyTerms(
                text("name", 60),
                keyType(venue),
                words("permissions", Right.class),
                words("markets", MarketKind.class),
                addresses(),
                body.has("expires_at"),
                instant("expires_at"),
                flag("revoked"),
                flag("demo"),
                whole("nonce_window", 0, Long.MAX_VALUE));
    }

    private @Nullable KeyType keyType(SimulatedVenue venue) {
        KeyType type = word("key_type", KeyType.class);
        if (type != null && !venue.keyTypes().contains(type)) {
            blame("key_type", "is not a kind of key that " + venue.id() + " has");
            return null;
        }
        return type;
    }

    @Nullable Instant instant(String field) {
        String text = text(field, 40);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAnInstant) {
            blame(field, "must be a time such as 2027-01-01T00:00:00Z");
            return null;
        }
    }

    private @Nullable List<String> addresses() {
        List<String> rules = texts("ip_whitelist");
        if (rules != null && !rules.stream().allMatch(IpRules::wellFormed)) {
            blame("ip_whitelist", "must hold IP addresses or CIDR blocks");
            return null;
        }
        return rules;
    }

    private <E extends Enum<E>> @Nullable Set<E> words(String field, Class<E> words) {
        List<String> texts = texts(field);
        if (texts == null) {
            return null;
        }
        Set<E> set = EnumSet.noneOf(words);
        for (String text : texts) {
            E found = match(text, words);
            if (found == null) {
                blame(field, "must hold any of " + names(words));
            } else {
                set.add(found);
            }
        }
        return set;
    }

    private @Nullable List<String> texts(String field) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        if (node.isArray() && node.size() <= MOST_ENTRIES) {
            node.forEach(item -> texts.add(item.isTextual() ? item.textValue() : ""));
        }
        if (!node.isArray() || texts.size() != node.size() || texts.contains("")) {
            blame(field, "must be a list of at most " + MOST_ENTRIES + " texts");
            return null;
        }
        return texts;
    }

    private static @Nullable BigDecimal amount(JsonNode node) {
        if (!node.isNumber()
                && !(node.isTextual() && node.textValue().matches("\\d{1,16}(\\.\\d{1,18})?"))) {
            return null;
        }
        BigDecimal amount =
                node.isNumber() ? node.decimalValue() : new BigDecimal(node.textValue());
        boolean sound =
                amount.signum() >= 0
                        && amount.compareTo(MOST_MONEY) <= 0
                        && Math.abs(amount.scale()) <= 18;
        return sound ? amount : null;
    }

    private static <E extends Enum<E>> @Nullable E match(String text, Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        return null;
    }

    private static <E extends Enum<E>> String names(Class<E> words) {
        return String.join(
                ", ",
                java.util.Arrays.stream(words.getEnumConstants())
                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
