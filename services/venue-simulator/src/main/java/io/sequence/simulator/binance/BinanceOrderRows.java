package io.sequence.simulator.binance;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderStatus;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How Binance writes a spot order and its trades: amounts with eight decimals, ids as numbers. */
final class BinanceOrderRows {

    private BinanceOrderRows() {}

    /** The answer to a placed order: ACK, RESULT or FULL. */
    static Object placed(Order order, List<Fill> fills, String form) {
        Map<String, @Nullable Object> row = head(order);
        row.put("transactTime", order.updatedAt().toEpochMilli());
        if (form.equals("ACK")) {
            return row;
        }
        row.putAll(state(order));
        row.put("workingTime", order.createdAt().toEpochMilli());
        row.put("selfTradePreventionMode", "NONE");
        if (form.equals("FULL")) {
            row.put("fills", fills.stream().map(BinanceOrderRows::part).toList());
        }
        return row;
    }

    /** An order that was asked for. */
    static Object queried(Order order) {
        Map<String, @Nullable Object> row = head(order);
        row.putAll(state(order));
        row.putAll(
                Json.object(
                        "stopPrice",
                        "0.00000000",
                        "icebergQty",
                        "0.00000000",
                        "time",
                        order.createdAt().toEpochMilli(),
                        "updateTime",
                        order.updatedAt().toEpochMilli(),
                        "isWorking",
                        true,
                        "workingTime",
                        order.createdAt().toEpochMilli(),
                        "origQuoteOrderQty",
                        quoteQuantity(order),
                        "selfTradePreventionMode",
                        "NONE"));
        return row;
    }

    /** A cancelled order; {@code cancelId} is the cancellation's own client id. */
    static Object cancelled(Order order, String cancelId, Instant now) {
        Map<String, @Nullable Object> row =
                Json.object(
                        "symbol", order.symbol(),
                        "origClientOrderId", order.clientId(),
                        "orderId", Long.parseLong(order.id()),
                        "orderListId", -1,
                        "clientOrderId", cancelId,
                        "transactTime", now.toEpochMilli());
        row.putAll(state(order));
        row.put("selfTradePreventionMode", "NONE");
        return row;
    }

    /** A row of {@code myTrades}. */
    static Object trade(Fill fill) {
        return Json.object(
                "symbol", fill.symbol(),
                "id", number(fill),
                "orderId", Long.parseLong(fill.orderId()),
                "orderListId", -1,
                "price", BinanceReplies.eight(fill.price()),
                "qty", BinanceReplies.eight(fill.quantity()),
                "quoteQty", BinanceReplies.eight(fill.value()),
                "commission", BinanceReplies.eight(fill.fee()),
                "commissionAsset", fill.feeAsset(),
                "time", fill.at().toEpochMilli(),
                "isBuyer", fill.side() == Side.BUY,
                "isMaker", fill.maker(),
                "isBestMatch", true);
    }

    /** The number of a trade. */
    static long number(Fill fill) {
        return Math.floorMod(UUID.fromString(fill.id()).getMostSignificantBits(), 1_000_000_000L);
    }

    static String status(Order order) {
        return switch (order.status()) {
            case OPEN -> "NEW";
            case FILLED -> "FILLED";
            case CANCELLED -> "BY_USER".equals(order.reason()) ? "CANCELED" : "EXPIRED";
        };
    }

    private static Object part(Fill fill) {
        return Json.object(
                "price", BinanceReplies.eight(fill.price()),
                "qty", BinanceReplies.eight(fill.quantity()),
                "commission", BinanceReplies.eight(fill.fee()),
                "commissionAsset", fill.feeAsset(),
                "tradeId", number(fill));
    }

    private static Map<String, @Nullable Object> head(Order order) {
        return Json.object(
                "symbol", order.symbol(),
                "orderId", Long.parseLong(order.id()),
                "orderListId", -1,
                "clientOrderId", order.clientId());
    }

    private static Map<String, @Nullable Object> state(Order order) {
        boolean market = order.type() == OrderType.MARKET;
        boolean maker = order.timeInForce() == TimeInForce.POST_ONLY;
        BigDecimal price = order.price();
        return Json.object(
                "price",
                BinanceReplies.eight(price == null ? BigDecimal.ZERO : price),
                "origQty",
                BinanceReplies.eight(order.quantity()),
                "executedQty",
                BinanceReplies.eight(order.filledQuantity()),
                "origQuoteOrderQty",
                quoteQuantity(order),
                "cummulativeQuoteQty",
                BinanceReplies.eight(
                        order.status() == OrderStatus.FILLED
                                ? order.filledValue()
                                : BigDecimal.ZERO),
                "status",
                status(order),
                "timeInForce",
                market || maker ? "GTC" : order.timeInForce().name(),
                "type",
                market ? "MARKET" : maker ? "LIMIT_MAKER" : "LIMIT",
                "side",
                order.side().name());
    }

    private static String quoteQuantity(Order order) {
        BigDecimal amount = order.quoteQuantity();
        return BinanceReplies.eight(amount == null ? BigDecimal.ZERO : amount);
    }
}
