package io.sequence.venues.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes and reads Coinbase's orders. */
final class CoinbaseOrders {
    /** The alphabet and the length are not documented; the venue's own clients send UUIDs. */
    static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private CoinbaseOrders() {}

    /** The body of {@code POST orders}. */
    static String placement(OrderRequest order) {
        BigDecimal price = order.price();
        ObjectNode body = Json.object();
        body.put("client_order_id", order.clientOrderId());
        body.put("product_id", order.symbol());
        body.put("side", order.side().name());
        ObjectNode configuration = body.putObject("order_configuration");
        String size = order.quantity().toPlainString();
        if (price == null) {
            configuration.putObject("market_market_ioc").put("base_size", size);
        } else {
            configuration
                    .putObject("limit_limit_gtc")
                    .put("base_size", size)
                    .put("limit_price", price.toPlainString())
                    .put("post_only", false);
        }
        return Json.write(body);
    }

    /** The body of {@code POST orders/batch_cancel} for one order. */
    static String cancellation(String orderId) {
        ObjectNode body = Json.object();
        body.putArray("order_ids").add(orderId);
        return Json.write(body);
    }

    /** The answer to a placement that went well. */
    static OrderReceipt receipt(JsonNode body) {
        JsonNode order = body.path("success_response");
        return new OrderReceipt(
                Json.text(order.has("order_id") ? order : body, "order_id"),
                Json.textOrNull(order, "client_order_id"));
    }

    /** The answer to a cancellation that went well: it names the order. */
    static OrderReceipt cancelled(JsonNode body, @Nullable String clientOrderId) {
        JsonNode row = body.path("results").path(0);
        if (!row.path("success").asBoolean(false)) {
            throw new MalformedAnswer("success is missing");
        }
        return new OrderReceipt(Json.text(row, "order_id"), clientOrderId);
    }

    /** One order. */
    static OrderState state(Market market, JsonNode row) {
        String status = Json.text(row, "status");
        BigDecimal filled = Json.decimalOrZero(row, "filled_size");
        BigDecimal average = Json.decimalOrZero(row, "average_filled_price");
        return new OrderState(
                new OrderRef(
                        market,
                        Json.text(row, "product_id"),
                        Json.text(row, "order_id"),
                        Json.textOrNull(row, "client_order_id")),
                phase(status),
                ordered(row, filled),
                filled,
                filled.signum() == 0 || average.signum() == 0 ? null : average,
                status);
    }

    /** A list of orders. */
    static List<OrderState> states(Market market, JsonNode body) {
        var states = new ArrayList<OrderState>();
        Json.rows(body.path("orders")).forEach(row -> states.add(state(market, row)));
        return states;
    }

    /** An order for an amount of the quote asset names no size: then what was filled counts. */
    private static BigDecimal ordered(JsonNode row, BigDecimal filled) {
        for (JsonNode configuration : row.path("order_configuration")) {
            BigDecimal size = Json.decimalOrNull(configuration, "base_size");
            if (size != null) {
                return size;
            }
        }
        return filled;
    }

    private static Phase phase(String status) {
        return switch (status) {
            case "PENDING", "OPEN", "QUEUED", "CANCEL_QUEUED" -> Phase.OPEN;
            case "FILLED" -> Phase.FILLED;
            case "CANCELLED" -> Phase.CANCELLED;
            case "EXPIRED" -> Phase.EXPIRED;
            case "FAILED" -> Phase.REJECTED;
            default -> Phase.UNKNOWN;
        };
    }

    /** {@code GET orders/historical/fills}; the commission is in the quote asset. */
    static List<Fill> fills(Market market, JsonNode body) {
        var fills = new ArrayList<Fill>();
        for (JsonNode row : Json.rows(body.path("fills"))) {
            String product = Json.text(row, "product_id");
            BigDecimal price = Json.decimal(row, "price");
            BigDecimal size = Json.decimal(row, "size");
            fills.add(
                    new Fill(
                            Json.text(row, "trade_id"),
                            Json.text(row, "order_id"),
                            null,
                            product,
                            OrderRequest.Side.valueOf(Json.text(row, "side")),
                            price,
                            row.path("size_in_quote").asBoolean(false)
                                    ? size.divide(price, MathContext.DECIMAL64)
                                    : size,
                            Json.decimalOrZero(row, "commission"),
                            market == Market.SPOT ? quote(product) : null,
                            moment(Json.text(row, "trade_time"))));
        }
        return fills;
    }

    private static @Nullable Asset quote(String product) {
        return AssetCodes.asset(product.substring(product.lastIndexOf('-') + 1)).orElse(null);
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noMoment) {
            throw new MalformedAnswer("trade_time is no moment");
        }
    }
}
