package io.sequence.venues.bybit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Orders as Bybit writes them. Source: Bybit V5, "Place Order" and "Get Open & Closed Orders". */
final class BybitOrders {
    /** What an {@code orderLinkId} may be made of. */
    static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    /** Coin-margined: BTCUSD and its dated futures BTCUSDH27. */
    private static final Pattern INVERSE = Pattern.compile("[A-Z0-9]+USD(?:[FGHJKMNQUVXZ]\\d{2})?");

    private BybitOrders() {}

    static String category(Market market, String symbol) {
        return switch (market) {
            case SPOT -> "spot";
            case DERIVATIVES -> INVERSE.matcher(symbol).matches() ? "inverse" : "linear";
        };
    }

    static String placement(OrderRequest order) {
        ObjectNode body = Json.object();
        body.put("category", category(order.market(), order.symbol()));
        body.put("symbol", order.symbol());
        body.put("side", order.side() == OrderRequest.Side.BUY ? "Buy" : "Sell");
        body.put("orderType", order.price() == null ? "Market" : "Limit");
        body.put("qty", order.quantity().toPlainString());
        BigDecimal price = order.price();
        if (price != null) {
            body.put("price", price.toPlainString());
            body.put("timeInForce", "GTC");
        }
        body.put("orderLinkId", order.clientOrderId());
        switch (order.market()) {
            case SPOT -> {
                body.put("isLeverage", 0);
                // Without it a market buy takes the quantity for an amount of the quote coin.
                if (price == null) {
                    body.put("marketUnit", "baseCoin");
                }
            }
            case DERIVATIVES -> body.put("reduceOnly", order.reduceOnly());
        }
        return Json.write(body);
    }

    static String cancellation(OrderRef order) {
        ObjectNode body = Json.object();
        body.put("category", category(order.market(), order.symbol()));
        body.put("symbol", order.symbol());
        if (order.venueOrderId() != null) {
            body.put("orderId", order.venueOrderId());
        } else {
            body.put("orderLinkId", order.clientOrderId());
        }
        return Json.write(body);
    }

    static OrderReceipt receipt(JsonNode result) {
        return new OrderReceipt(
                Json.text(result, "orderId"), Json.textOrNull(result, "orderLinkId"));
    }

    static OrderState state(Market market, JsonNode row) {
        BigDecimal filled = Json.decimalOrZero(row, "cumExecQty");
        String word = Json.text(row, "orderStatus");
        return new OrderState(
                new OrderRef(
                        market,
                        Json.text(row, "symbol"),
                        Json.text(row, "orderId"),
                        Json.textOrNull(row, "orderLinkId")),
                phase(word),
                Json.decimal(row, "qty"),
                filled,
                filled.signum() == 0 ? null : Json.decimalOrNull(row, "avgPrice"),
                word);
    }

    private static Phase phase(String word) {
        return switch (word) {
            case "New", "PartiallyFilled", "Untriggered", "Triggered" -> Phase.OPEN;
            case "Filled" -> Phase.FILLED;
            case "Cancelled", "PartiallyFilledCanceled", "Deactivated" -> Phase.CANCELLED;
            case "Rejected" -> Phase.REJECTED;
            default -> Phase.UNKNOWN;
        };
    }
}
