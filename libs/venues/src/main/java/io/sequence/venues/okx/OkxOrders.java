package io.sequence.venues.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Orders as OKX writes them. Source: OKX docs-v5, "Order Book Trading, Trade". */
final class OkxOrders {
    /** What a {@code clOrdId} may be made of: no dash, no underscore. */
    static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{1,32}");

    private OkxOrders() {}

    static String instrumentType(Market market, String symbol) {
        return switch (market) {
            case SPOT -> "SPOT";
            case DERIVATIVES -> symbol.endsWith("-SWAP") ? "SWAP" : "FUTURES";
        };
    }

    /**
     * The body of an order; {@code sz} counts coins on spot and contracts on derivatives.
     *
     * @param hedged whether the account keeps long and short positions apart, so that the order
     *     must say which one it is for
     */
    static String placement(OrderRequest order, boolean hedged) {
        boolean spot = order.market() == Market.SPOT;
        BigDecimal price = order.price();
        ObjectNode body = Json.object();
        body.put("instId", order.symbol());
        body.put("tdMode", spot ? "cash" : "cross");
        body.put("clOrdId", order.clientOrderId());
        body.put("side", order.side() == Side.BUY ? "buy" : "sell");
        if (hedged) {
            body.put("posSide", positionSide(order));
        }
        body.put("ordType", price == null ? "market" : "limit");
        body.put("sz", order.quantity().toPlainString());
        if (price != null) {
            body.put("px", price.toPlainString());
        }
        // Without it a spot market buy takes the size for an amount of the quote coin.
        if (spot && price == null) {
            body.put("tgtCcy", "base_ccy");
        }
        if (!spot && !hedged && order.reduceOnly()) {
            body.put("reduceOnly", true);
        }
        return Json.write(body);
    }

    /** An order that only closes is for the position on the other side. */
    private static String positionSide(OrderRequest order) {
        return (order.side() == Side.BUY) == order.reduceOnly() ? "short" : "long";
    }

    static String cancellation(OrderRef order) {
        ObjectNode body = Json.object();
        body.put("instId", order.symbol());
        if (order.venueOrderId() != null) {
            body.put("ordId", order.venueOrderId());
        } else {
            body.put("clOrdId", order.clientOrderId());
        }
        return Json.write(body);
    }

    static OrderReceipt receipt(JsonNode data) {
        JsonNode row = OkxAccount.first(data);
        return new OrderReceipt(Json.text(row, "ordId"), Json.textOrNull(row, "clOrdId"));
    }

    static List<OrderState> states(Market market, JsonNode data) {
        var states = new ArrayList<OrderState>();
        for (JsonNode row : Json.rows(data)) {
            states.add(state(market, row));
        }
        return states;
    }

    static OrderState state(Market market, JsonNode row) {
        BigDecimal filled = Json.decimalOrZero(row, "accFillSz");
        String word = Json.text(row, "state");
        return new OrderState(
                new OrderRef(
                        market,
                        Json.text(row, "instId"),
                        Json.text(row, "ordId"),
                        Json.textOrNull(row, "clOrdId")),
                phase(word),
                Json.decimal(row, "sz"),
                filled,
                filled.signum() == 0 ? null : Json.decimalOrNull(row, "avgPx"),
                word);
    }

    private static Phase phase(String word) {
        return switch (word) {
            case "live", "partially_filled" -> Phase.OPEN;
            case "filled" -> Phase.FILLED;
            case "canceled", "mmp_canceled" -> Phase.CANCELLED;
            default -> Phase.UNKNOWN;
        };
    }
}
