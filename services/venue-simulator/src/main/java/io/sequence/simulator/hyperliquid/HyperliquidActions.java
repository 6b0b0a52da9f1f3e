package io.sequence.simulator.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Actions as the venue packs them again before it recovers the signer: its own member order,
 * numbers without trailing zeros, addresses in lower case. Who signed another form is taken for
 * somebody else. Source: "Exchange endpoint" and the official SDK's wire types.
 */
final class HyperliquidActions {

    private HyperliquidActions() {}

    /**
     * The action in the venue's order.
     *
     * @throws io.sequence.simulator.wire.Refusal when it is not an action that is known here
     */
    static Map<String, @Nullable Object> canonical(JsonNode action) {
        String type = text(action, "type");
        Map<String, @Nullable Object> known = Json.object("type", type);
        switch (type) {
            case "noop" -> {}
            case "order" -> {
                known.put("orders", each(action, "orders", HyperliquidActions::order));
                known.put("grouping", text(action, "grouping"));
                builder(action, known);
            }
            case "cancel" ->
                    known.put("cancels", each(action, "cancels", HyperliquidActions::byId));
            case "cancelByCloid" ->
                    known.put("cancels", each(action, "cancels", HyperliquidActions::byClientId));
            case "updateLeverage" -> {
                known.put("asset", whole(action, "asset"));
                known.put("isCross", flag(action, "isCross"));
                known.put("leverage", whole(action, "leverage"));
            }
            default -> throw HyperliquidReplies.unreadable();
        }
        return known;
    }

    private static Object order(JsonNode order) {
        Map<String, @Nullable Object> known =
                Json.object(
                        "a", whole(order, "a"),
                        "b", flag(order, "b"),
                        "p", number(order, "p"),
                        "s", number(order, "s"),
                        "r", flag(order, "r"),
                        "t", kind(order.path("t")));
        if (order.hasNonNull("c")) {
            known.put("c", clientId(order, "c"));
        }
        return known;
    }

    private static Object kind(JsonNode kind) {
        if (kind.has("limit")) {
            return Json.object("limit", Json.object("tif", text(kind.path("limit"), "tif")));
        }
        JsonNode trigger = kind.path("trigger");
        return Json.object(
                "trigger",
                Json.object(
                        "isMarket", flag(trigger, "isMarket"),
                        "triggerPx", number(trigger, "triggerPx"),
                        "tpsl", text(trigger, "tpsl")));
    }

    private static void builder(JsonNode action, Map<String, @Nullable Object> known) {
        if (action.hasNonNull("builder")) {
            JsonNode builder = action.path("builder");
            String address = Addresses.read(text(builder, "b"));
            if (address == null) {
                throw HyperliquidReplies.unreadable();
            }
            known.put("builder", Json.object("b", address, "f", whole(builder, "f")));
        }
    }

    private static Object byId(JsonNode cancel) {
        return Json.object("a", whole(cancel, "a"), "o", whole(cancel, "o"));
    }

    private static Object byClientId(JsonNode cancel) {
        return Json.object("asset", whole(cancel, "asset"), "cloid", clientId(cancel, "cloid"));
    }

    private static List<Object> each(
            JsonNode action, String name, Function<JsonNode, Object> reader) {
        JsonNode nodes = action.path(name);
        if (!nodes.isArray()) {
            throw HyperliquidReplies.unreadable();
        }
        List<Object> all = new ArrayList<>();
        nodes.forEach(node -> all.add(reader.apply(node)));
        return all;
    }

    private static String clientId(JsonNode node, String name) {
        String id = text(node, name);
        if (!id.matches("0x[0-9a-fA-F]{32}")) {
            throw HyperliquidReplies.unreadable();
        }
        return id.toLowerCase(java.util.Locale.ROOT);
    }

    /** A decimal that is sent as text. */
    private static String number(JsonNode node, String name) {
        String text = text(node, name);
        if (!text.matches("-?\\d{1,20}(\\.\\d{1,20})?")) {
            throw HyperliquidReplies.unreadable();
        }
        return Json.plain(new BigDecimal(text));
    }

    static String text(JsonNode node, String name) {
        JsonNode member = node.path(name);
        if (!member.isTextual()) {
            throw HyperliquidReplies.unreadable();
        }
        return member.textValue();
    }

    static long whole(JsonNode node, String name) {
        JsonNode member = node.path(name);
        if (!member.isIntegralNumber() || !member.canConvertToLong() || member.longValue() < 0) {
            throw HyperliquidReplies.unreadable();
        }
        return member.longValue();
    }

    private static boolean flag(JsonNode node, String name) {
        JsonNode member = node.path(name);
        if (!member.isBoolean()) {
            throw HyperliquidReplies.unreadable();
        }
        return member.booleanValue();
    }
}
