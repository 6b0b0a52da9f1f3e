package io.sequence.simulator.bybit;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderStatus;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.wire.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Bybit writes an order and an execution; all numbers are text. */
final class BybitOrderRows {

    private BybitOrderRows() {}

    static Map<String, @Nullable Object> ids(Order order) {
        return Json.object(
                "orderId",
                order.id(),
                "orderLinkId",
                order.clientId() == null ? "" : order.clientId());
    }

    static Object row(Order order) {
        boolean inQuote = order.quoteQuantity() != null;
        boolean spot = order.symbol().startsWith("spot.");
        Map<String, @Nullable Object> row = ids(order);
        row.putAll(
                Json.object(
                        "blockTradeId",
                        "",
                        "symbol",
                        BybitMarkets.name(order.symbol()),
                        "price",
                        order.price() == null ? "0" : Json.plain(order.price()),
                        "qty",
                        Json.plain(
                                order.quoteQuantity() == null
                                        ? order.quantity()
                                        : order.quoteQuantity()),
                        "side",
                        order.side() == Side.BUY ? "Buy" : "Sell",
                        "isLeverage",
                        spot ? "0" : "",
                        "positionIdx",
                        0,
                        "orderStatus",
                        status(order),
                        "cancelType",
                        order.status() == OrderStatus.CANCELLED ? "CancelByUser" : "UNKNOWN",
                        "rejectReason",
                        "POST_ONLY".equals(order.reason())
                                ? "EC_PostOnlyWillTakeLiquidity"
                                : "EC_NoError",
                        "avgPrice",
                        order.filledPrice() == null ? "" : Json.plain(order.filledPrice()),
                        "leavesQty",
                        order.open() ? Json.plain(order.remaining()) : "0",
                        "leavesValue",
                        "0",
                        "cumExecQty",
                        Json.plain(order.filledQuantity()),
                        "cumExecValue",
                        Json.plain(order.filledValue()),
                        "cumExecFee",
                        Json.plain(order.fee()),
                        "cumFeeDetail",
                        order.fee().signum() == 0
                                ? Json.object()
                                : Json.object(order.feeAsset(), Json.plain(order.fee())),
                        "timeInForce",
                        force(order),
                        "orderType",
                        order.type() == OrderType.MARKET ? "Market" : "Limit",
                        "marketUnit",
                        order.type() == OrderType.MARKET && spot
                                ? (inQuote ? "quoteCoin" : "baseCoin")
                                : "",
                        "stopOrderType",
                        "",
                        "triggerPrice",
                        "",
                        "takeProfit",
                        "",
                        "stopLoss",
                        "",
                        "tpslMode",
                        spot ? "" : "UNKNOWN",
                        "reduceOnly",
                        order.reduceOnly(),
                        "closeOnTrigger",
                        false,
                        "createdTime",
                        String.valueOf(order.createdAt().toEpochMilli()),
                        "updatedTime",
                        String.valueOf(order.updatedAt().toEpochMilli())));
        if (spot) {
            row.remove("tpslMode");
        }
        return row;
    }

    static Object execution(Fill fill) {
        return Json.object(
                "symbol", BybitMarkets.name(fill.symbol()),
                "orderId", fill.orderId(),
                "orderLinkId", "",
                "side", fill.side() == Side.BUY ? "Buy" : "Sell",
                "orderPrice", Json.plain(fill.price()),
                "orderQty", Json.plain(fill.quantity()),
                "leavesQty", "0",
                "orderType", fill.maker() ? "Limit" : "Market",
                "stopOrderType", "",
                "execFee", Json.plain(fill.fee()),
                "feeCurrency", fill.feeAsset(),
                "execId", fill.id(),
                "execPrice", Json.plain(fill.price()),
                "execQty", Json.plain(fill.quantity()),
                "execType", "Trade",
                "execValue", Json.plain(fill.value()),
                "execTime", String.valueOf(fill.at().toEpochMilli()),
                "isMaker", fill.maker(),
                "feeRate", "");
    }

    static String status(Order order) {
        return switch (order.status()) {
            case OPEN -> "New";
            case FILLED -> "Filled";
            case CANCELLED -> "Cancelled";
        };
    }

    static String force(Order order) {
        return order.timeInForce() == TimeInForce.POST_ONLY
                ? "PostOnly"
                : order.timeInForce().name();
    }
}
