package io.sequence.venues.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads Kraken's orders, which come as maps from order id to row. */
final class KrakenOrders {
    private KrakenOrders() {}

    /** {@code AddOrder}: the first {@code txid}; a dry run has none and is no receipt. */
    static OrderReceipt receipt(JsonNode result, String clientOrderId) {
        String id = result.path("txid").path(0).asText("");
        if (id.isEmpty()) {
            throw new MalformedAnswer("txid is missing");
        }
        return new OrderReceipt(id, clientOrderId);
    }

    /** Every order of a map. */
    static List<OrderState> all(JsonNode map) {
        if (!map.isObject()) {
            throw new MalformedAnswer("a map of orders is missing");
        }
        var orders = new ArrayList<OrderState>();
        map.properties().forEach(entry -> orders.add(one(entry.getKey(), entry.getValue())));
        return orders;
    }

    private static OrderState one(String id, JsonNode row) {
        String status = Json.text(row, "status");
        BigDecimal filled = Json.decimalOrZero(row, "vol_exec");
        BigDecimal price = Json.decimalOrZero(row, "price");
        return new OrderState(
                new OrderRef(
                        Market.SPOT,
                        Json.text(row.path("descr"), "pair"),
                        id,
                        Json.textOrNull(row, "cl_ord_id")),
                phase(status),
                Json.decimal(row, "vol"),
                filled,
                filled.signum() == 0 || price.signum() == 0 ? null : price,
                status);
    }

    private static Phase phase(String status) {
        return switch (status) {
            case "pending", "open" -> Phase.OPEN;
            case "closed" -> Phase.FILLED;
            case "canceled" -> Phase.CANCELLED;
            case "expired" -> Phase.EXPIRED;
            default -> Phase.UNKNOWN;
        };
    }
}
