package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderStatus;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How KuCoin writes a spot order and a fill: flags, no status word. */
final class KucoinSpotRows {

    private KucoinSpotRows() {}

    static Object fill(Fill fill) {
        return Json.object(
                "id", Math.abs((long) fill.orderId().hashCode()),
                "symbol", fill.symbol(),
                "tradeId", Math.abs((long) fill.orderId().hashCode()),
                "orderId", fill.orderId(),
                "counterOrderId", "",
                "side", fill.side() == Side.BUY ? "buy" : "sell",
                "liquidity", fill.maker() ? "maker" : "taker",
                "forceTaker", false,
                "price", Json.plain(fill.price()),
                "size", Json.plain(fill.quantity()),
                "funds", Json.plain(fill.value()),
                "fee", Json.plain(fill.fee()),
                "feeRate", "0.001",
                "feeCurrency", fill.feeAsset(),
                "stop", "",
                "tradeType", "TRADE",
                "type", fill.maker() ? "limit" : "market",
                "createdAt", fill.at().toEpochMilli());
    }

    static Map<String, @Nullable Object> ids(Order order) {
        return Json.object(
                "orderId",
                order.id(),
                "clientOid",
                order.clientId() == null ? "" : order.clientId());
    }

    static Map<String, @Nullable Object> sizes(Order order) {
        boolean gone = order.status() == OrderStatus.CANCELLED;
        return Json.object(
                "originSize", Json.plain(order.quantity()),
                "dealSize", Json.plain(order.filledQuantity()),
                "remainSize", Json.plain(order.open() ? order.remaining() : BigDecimal.ZERO),
                "canceledSize", Json.plain(gone ? order.remaining() : BigDecimal.ZERO),
                "status", order.open() ? "open" : "done");
    }

    static Object row(Order order) {
        boolean gone = order.status() == OrderStatus.CANCELLED;
        BigDecimal left = order.open() ? order.remaining() : BigDecimal.ZERO;
        BigDecimal cancelled = gone ? order.remaining() : BigDecimal.ZERO;
        BigDecimal price = order.price() == null ? BigDecimal.ZERO : order.price();
        return Json.object(
                "id",
                order.id(),
                "clientOid",
                order.clientId() == null ? "" : order.clientId(),
                "symbol",
                order.symbol(),
                "opType",
                "DEAL",
                "type",
                order.type() == OrderType.MARKET ? "market" : "limit",
                "side",
                order.side() == Side.BUY ? "buy" : "sell",
                "price",
                Json.plain(price),
                "size",
                Json.plain(order.quantity()),
                "funds",
                order.quoteQuantity() == null
                        ? Json.plain(price.multiply(order.quantity()))
                        : Json.plain(order.quoteQuantity()),
                "dealSize",
                Json.plain(order.filledQuantity()),
                "dealFunds",
                Json.plain(order.filledValue()),
                "remainSize",
                Json.plain(left),
                "remainFunds",
                Json.plain(left.multiply(price)),
                "cancelledSize",
                Json.plain(cancelled),
                "cancelledFunds",
                Json.plain(cancelled.multiply(price)),
                "fee",
                Json.plain(order.fee()),
                "feeCurrency",
                order.feeAsset(),
                "stp",
                null,
                "timeInForce",
                order.timeInForce() == TimeInForce.POST_ONLY ? "GTC" : order.timeInForce().name(),
                "postOnly",
                order.timeInForce() == TimeInForce.POST_ONLY,
                "hidden",
                false,
                "iceberg",
                false,
                "visibleSize",
                "0",
                "cancelAfter",
                -1,
                "channel",
                "API",
                "remark",
                null,
                "tags",
                null,
                "cancelExist",
                gone,
                "tradeType",
                "TRADE",
                "inOrderBook",
                order.open(),
                "active",
                order.open(),
                "tax",
                "0",
                "createdAt",
                order.createdAt().toEpochMilli(),
                "lastUpdatedAt",
                order.updatedAt().toEpochMilli());
    }
}
