package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Orders as Hyperliquid writes them. Source: "Exchange endpoint" and "Info endpoint". */
final class HyperliquidOrders {
    private static final Pattern HEX_ID = Pattern.compile("(?:0x)?([0-9a-fA-F]{32})");
    private static final int CLIENT_ID_BYTES = 16;

    private HyperliquidOrders() {}

    /**
     * Our id as the venue's {@code cloid}, 16 bytes in hexadecimal: ours where it is such already,
     * else the beginning of its hash, the same for the same id.
     */
    static String cloid(String clientOrderId) {
        var hex = HEX_ID.matcher(clientOrderId);
        return "0x"
                + (hex.matches()
                        ? hex.group(1).toLowerCase(Locale.ROOT)
                        : Encoding.hex(
                                Arrays.copyOf(Encoding.sha256(clientOrderId), CLIENT_ID_BYTES)));
    }

    /** There are no market orders: those are limit orders that rest nowhere. */
    static ObjectNode placement(OrderRequest order, long asset, BigDecimal price) {
        ObjectNode action = HyperliquidCalls.asking("order");
        ObjectNode row = action.putArray("orders").addObject();
        row.put("a", asset);
        row.put("b", order.side() == Side.BUY);
        row.put("p", plain(price));
        row.put("s", plain(order.quantity()));
        row.put("r", order.reduceOnly() && order.market() == Market.DERIVATIVES);
        row.putObject("t").putObject("limit").put("tif", order.price() == null ? "Ioc" : "Gtc");
        row.put("c", cloid(order.clientOrderId()));
        return action.put("grouping", "na");
    }

    /** Numbers are hashed as text, and the venue hashes them without trailing zeros. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static ObjectNode cancellation(OrderRef order, long asset) {
        if (order.venueOrderId() != null) {
            ObjectNode action = HyperliquidCalls.asking("cancel");
            action.putArray("cancels")
                    .addObject()
                    .put("a", asset)
                    .put("o", new BigInteger(order.venueOrderId()));
            return action;
        }
        ObjectNode action = HyperliquidCalls.asking("cancelByCloid");
        action.putArray("cancels")
                .addObject()
                .put("asset", asset)
                .put("cloid", cloid(String.valueOf(order.clientOrderId())));
        return action;
    }

    /** {@code statuses[0]}; an order that waits for its trigger has no number yet. */
    static OrderReceipt receipt(JsonNode response, String clientOrderId) {
        JsonNode status = response.path("data").path("statuses").path(0);
        if (status.isTextual()) {
            return new OrderReceipt(null, clientOrderId);
        }
        JsonNode resting = status.path("resting");
        return new OrderReceipt(
                Json.text(resting.isMissingNode() ? status.path("filled") : resting, "oid"),
                clientOrderId);
    }

    /** The answer of {@code orderStatus}; empty when the venue knows no such order. */
    static List<OrderState> states(OrderRef asked, JsonNode answer) {
        if (!Json.text(answer, "status").equals("order")) {
            return List.of();
        }
        JsonNode found = answer.path("order");
        return List.of(
                state(
                        asked.market(),
                        asked.symbol(),
                        asked.clientOrderId(),
                        found.path("order"),
                        Json.text(found, "status")));
    }

    /** Orders of one coin among those that rest. */
    static List<OrderState> open(Market market, String symbol, String coin, JsonNode rows) {
        var orders = new ArrayList<OrderState>();
        for (JsonNode row : Json.rows(rows)) {
            if (Json.text(row, "coin").equals(coin)) {
                orders.add(state(market, symbol, null, row, "open"));
            }
        }
        return orders;
    }

    private static OrderState state(
            Market market, String symbol, @Nullable String ours, JsonNode row, String status) {
        BigDecimal left = Json.decimal(row, "sz");
        BigDecimal ordered = Json.decimalOrNull(row, "origSz");
        BigDecimal quantity = ordered == null ? left : ordered;
        Phase phase = phase(status);
        return new OrderState(
                new OrderRef(
                        market, symbol, Json.text(row, "oid"), ours == null ? clientId(row) : ours),
                phase,
                quantity,
                phase == Phase.FILLED ? quantity : quantity.subtract(left),
                null,
                status);
    }

    /** The same order with the average price of its fills. */
    static OrderState averaged(OrderState order, JsonNode fills) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (JsonNode fill : Json.rows(fills)) {
            if (Json.text(fill, "oid").equals(order.ref().venueOrderId())) {
                quantity = quantity.add(Json.decimal(fill, "sz"));
                value = value.add(Json.decimal(fill, "sz").multiply(Json.decimal(fill, "px")));
            }
        }
        return quantity.signum() == 0
                ? order
                : new OrderState(
                        order.ref(),
                        order.phase(),
                        order.quantity(),
                        order.filled(),
                        value.divide(quantity, MathContext.DECIMAL64).stripTrailingZeros(),
                        order.venuePhase());
    }

    private static @Nullable String clientId(JsonNode row) {
        String cloid = Json.textOrNull(row, "cloid");
        return cloid == null ? null : cloid.replaceFirst("^0x", "");
    }

    private static Phase phase(String status) {
        return switch (status) {
            case "open", "triggered" -> Phase.OPEN;
            case "filled" -> Phase.FILLED;
            case "canceled", "scheduledCancel" -> Phase.CANCELLED;
            case "rejected" -> Phase.REJECTED;
            default ->
                    status.endsWith("Canceled")
                            ? Phase.CANCELLED
                            : status.endsWith("Rejected") ? Phase.REJECTED : Phase.UNKNOWN;
        };
    }

    /** {@code userFills} comes with the latest first. */
    static List<Fill> fills(String symbol, String coin, JsonNode rows) {
        var fills = new ArrayList<Fill>();
        for (JsonNode row : Json.rows(rows)) {
            if (Json.text(row, "coin").equals(coin)) {
                fills.add(fill(symbol, row));
            }
        }
        return fills;
    }

    private static Fill fill(String symbol, JsonNode row) {
        Instant at = Json.millisOrNull(row, "time");
        if (at == null) {
            throw new MalformedAnswer("time is missing");
        }
        return new Fill(
                Json.text(row, "tid"),
                Json.text(row, "oid"),
                clientId(row),
                symbol,
                side(Json.text(row, "side")),
                Json.decimal(row, "px"),
                Json.decimal(row, "sz"),
                Json.decimalOrZero(row, "fee"),
                AssetCodes.asset(Json.textOr(row, "feeToken", "USDC")).orElse(null),
                at);
    }

    private static Side side(String letter) {
        return switch (letter) {
            case "B" -> Side.BUY;
            case "A" -> Side.SELL;
            default -> throw new MalformedAnswer("side is neither A nor B");
        };
    }
}
