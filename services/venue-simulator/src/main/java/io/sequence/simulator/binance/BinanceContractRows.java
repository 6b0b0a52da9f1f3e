package io.sequence.simulator.binance;

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

/** How Binance writes a futures order and its trades. */
final class BinanceContractRows {

    private BinanceContractRows() {}

    /**
     * A placed or cancelled order. A plain acknowledgement says NEW and nothing of a fill; neither
     * form has {@code avgPrice} and {@code cumQuote} since July 2026.
     */
    static Map<String, @Nullable Object> row(Order order, boolean acknowledged) {
        BigDecimal filled = acknowledged ? BigDecimal.ZERO : order.filledQuantity();
        boolean market = order.type() == OrderType.MARKET;
        return Json.object(
                "orderId",
                Long.parseLong(order.id()),
                "symbol",
                BinanceMarkets.name(order.symbol()),
                "status",
                acknowledged ? "NEW" : BinanceOrderRows.status(order),
                "clientOrderId",
                order.clientId(),
                "price",
                order.price() == null ? "0" : Json.plain(order.price()),
                "origQty",
                Json.plain(order.quantity()),
                "executedQty",
                Json.plain(filled),
                "cumQty",
                Json.plain(filled),
                "timeInForce",
                market ? "GTC" : force(order),
                "type",
                order.type().name(),
                "reduceOnly",
                order.reduceOnly(),
                "closePosition",
                false,
                "side",
                order.side().name(),
                "positionSide",
                BinanceMarkets.positionSide(order.symbol()),
                "stopPrice",
                "0",
                "workingType",
                "CONTRACT_PRICE",
                "priceProtect",
                false,
                "origType",
                order.type().name(),
                "priceMatch",
                "NONE",
                "selfTradePreventionMode",
                "NONE",
                "goodTillDate",
                0,
                "updateTime",
                order.updatedAt().toEpochMilli());
    }

    /** An order that was asked for. */
    static Object queried(Order order) {
        Map<String, @Nullable Object> row = row(order, false);
        row.put(
                "avgPrice",
                order.filledPrice() == null ? "0.00000" : Json.plain(order.filledPrice()));
        row.put(
                "cumQuote",
                order.status() == OrderStatus.FILLED ? Json.plain(order.filledValue()) : "0");
        row.put("time", order.createdAt().toEpochMilli());
        return row;
    }

    /** A row of {@code userTrades}. */
    static Object trade(Fill fill) {
        return Json.object(
                "buyer",
                fill.side() == Side.BUY,
                "commission",
                Json.plain(fill.fee()),
                "commissionAsset",
                fill.feeAsset(),
                "id",
                BinanceOrderRows.number(fill),
                "maker",
                fill.maker(),
                "orderId",
                Long.parseLong(fill.orderId()),
                "price",
                Json.plain(fill.price()),
                "qty",
                Json.plain(fill.quantity()),
                "quoteQty",
                Json.plain(fill.value()),
                "realizedPnl",
                Json.plain(fill.realised()),
                "side",
                fill.side().name(),
                "positionSide",
                BinanceMarkets.positionSide(fill.symbol()),
                "symbol",
                BinanceMarkets.name(fill.symbol()),
                "time",
                fill.at().toEpochMilli());
    }

    private static String force(Order order) {
        return order.timeInForce() == TimeInForce.POST_ONLY ? "GTX" : order.timeInForce().name();
    }
}
