package io.sequence.simulator.bitmart;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How BitMart writes a spot order and an execution when asked, in camel case. */
final class BitMartSpotRows {

    private BitMartSpotRows() {}

    static Map<String, @Nullable Object> row(Order order) {
        return Json.object(
                "orderId",
                order.id(),
                "clientOrderId",
                order.clientId() == null ? order.id() : order.clientId(),
                "symbol",
                order.symbol(),
                "side",
                order.side() == Side.BUY ? "buy" : "sell",
                "orderMode",
                "spot",
                "type",
                type(order),
                "state",
                switch (order.status()) {
                    case OPEN -> "new";
                    case FILLED -> "filled";
                    case CANCELLED -> "canceled";
                },
                "price",
                order.price() == null ? "0" : Json.plain(order.price()),
                "priceAvg",
                order.filledPrice() == null ? "0" : Json.plain(order.filledPrice()),
                "size",
                Json.plain(order.quantity()),
                "notional",
                order.quoteQuantity() == null
                        ? Json.plain(order.filledValue())
                        : Json.plain(order.quoteQuantity()),
                "filledSize",
                Json.plain(order.filledQuantity()),
                "filledNotional",
                Json.plain(order.filledValue()),
                "createTime",
                order.createdAt().toEpochMilli(),
                "updateTime",
                order.updatedAt().toEpochMilli(),
                "cancelSource",
                order.reason() == null ? "" : "user");
    }

    private static String type(Order order) {
        if (order.type() == OrderType.MARKET) {
            return "market";
        }
        return switch (order.timeInForce()) {
            case POST_ONLY -> "limit_maker";
            case IOC, FOK -> "ioc";
            case GTC -> "limit";
        };
    }

    static Object fill(Fill fill, Hearing hearing) {
        Order order = hearing.account().order(fill.orderId()).orElse(null);
        return Json.object(
                "tradeId", '1' + fill.orderId().substring(1),
                "orderId", fill.orderId(),
                "clientOrderId",
                        order == null || order.clientId() == null
                                ? fill.orderId()
                                : order.clientId(),
                "symbol", fill.symbol(),
                "side", fill.side() == Side.BUY ? "buy" : "sell",
                "orderMode", "spot",
                "type", order == null ? "limit" : type(order),
                "price", Json.plain(fill.price()),
                "size", Json.plain(fill.quantity()),
                "notional", Json.plain(fill.value()),
                "fee", Json.plain(fill.fee()),
                "feeCoinName", fill.feeAsset(),
                "tradeRole", fill.maker() ? "maker" : "taker",
                "createTime", fill.at().toEpochMilli(),
                "updateTime", fill.at().toEpochMilli());
    }
}
