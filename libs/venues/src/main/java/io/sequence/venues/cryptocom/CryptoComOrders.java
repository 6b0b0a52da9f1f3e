package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes and reads Crypto.com's orders; every number is text. */
final class CryptoComOrders {
    /** At most 36 characters; the alphabet is not documented. */
    static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    private CryptoComOrders() {}

    /** {@code params} of {@code private/create-order}. */
    static ObjectNode placement(OrderRequest order) {
        BigDecimal price = order.price();
        ObjectNode params = Json.object();
        params.put("instrument_name", order.symbol());
        params.put("side", order.side().name());
        params.put("type", price == null ? "MARKET" : "LIMIT");
        if (price != null) {
            params.put("price", price.toPlainString());
            params.put("time_in_force", "GOOD_TILL_CANCEL");
        }
        params.put("quantity", order.quantity().toPlainString());
        params.put("client_oid", order.clientOrderId());
        if (order.reduceOnly() && order.market() == Market.DERIVATIVES) {
            params.putArray("exec_inst").add("REDUCE_ONLY");
        }
        return params;
    }

    /** {@code params} that name an order, by the venue's id where it is known. */
    static ObjectNode naming(OrderRef order) {
        return order.venueOrderId() == null
                ? Json.object().put("client_oid", order.clientOrderId())
                : Json.object().put("order_id", order.venueOrderId());
    }

    /** The acknowledgement of an order. */
    static OrderReceipt receipt(JsonNode result) {
        return new OrderReceipt(
                Json.text(result, "order_id"), Json.textOrNull(result, "client_oid"));
    }

    /** The acknowledgement of a cancellation, which may name nothing. */
    static OrderReceipt cancelled(JsonNode result, OrderRef order) {
        String venueId = Json.textOrNull(result, "order_id");
        String clientId = Json.textOrNull(result, "client_oid");
        return new OrderReceipt(
                venueId == null ? order.venueOrderId() : venueId,
                clientId == null ? order.clientOrderId() : clientId);
    }

    /** One order. */
    static OrderState state(Market market, JsonNode row) {
        String status = Json.text(row, "status");
        BigDecimal filled = Json.decimalOrZero(row, "cumulative_quantity");
        BigDecimal quantity = Json.decimalOrNull(row, "quantity");
        BigDecimal average = Json.decimalOrZero(row, "avg_price");
        return new OrderState(
                new OrderRef(
                        market,
                        Json.text(row, "instrument_name"),
                        Json.text(row, "order_id"),
                        Json.textOrNull(row, "client_oid")),
                phase(status),
                quantity == null ? filled : quantity,
                filled,
                filled.signum() == 0 || average.signum() == 0 ? null : average,
                status);
    }

    /** Orders of a list. */
    static List<OrderState> states(Market market, JsonNode result) {
        var states = new ArrayList<OrderState>();
        Json.rows(result.path("data")).forEach(row -> states.add(state(market, row)));
        return states;
    }

    private static Phase phase(String status) {
        return switch (status) {
            case "NEW", "PENDING", "ACTIVE" -> Phase.OPEN;
            case "FILLED" -> Phase.FILLED;
            case "CANCELED" -> Phase.CANCELLED;
            case "REJECTED" -> Phase.REJECTED;
            case "EXPIRED" -> Phase.EXPIRED;
            default -> Phase.UNKNOWN;
        };
    }

    /** The refusal of an order that was acknowledged first; empty when it stands. */
    static Optional<No<OrderReceipt>> rejection(JsonNode row) {
        if (!Json.textOr(row, "status", "").equals("REJECTED")) {
            return Optional.empty();
        }
        String reason = Json.textOr(row, "reason", "");
        Fault fault = CryptoComFaults.BY_CODE.getOrDefault(reason, Fault.ORDER_REJECTED);
        return Optional.of(
                new No<>(fault, reason, "the order was acknowledged, then REJECTED", null));
    }

    /** {@code private/get-trades}; fees are negative there when they were paid. */
    static List<Fill> fills(JsonNode result) {
        var fills = new ArrayList<Fill>();
        for (JsonNode row : Json.rows(result.path("data"))) {
            fills.add(
                    new Fill(
                            Json.text(row, "trade_id"),
                            Json.text(row, "order_id"),
                            Json.textOrNull(row, "client_oid"),
                            Json.text(row, "instrument_name"),
                            OrderRequest.Side.valueOf(Json.text(row, "side")),
                            Json.decimal(row, "traded_price"),
                            Json.decimal(row, "traded_quantity"),
                            Json.decimalOrZero(row, "fees").negate(),
                            AssetCodes.asset(Json.textOr(row, "fee_instrument_name", ""))
                                    .orElse(null),
                            at(row)));
        }
        return fills;
    }

    private static Instant at(JsonNode row) {
        Instant at = Json.millisOrNull(row, "create_time");
        if (at == null) {
            throw new MalformedAnswer("create_time is missing");
        }
        return at;
    }
}
