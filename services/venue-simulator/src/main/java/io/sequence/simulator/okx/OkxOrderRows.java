package io.sequence.simulator.okx;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Json;
import java.util.List;
import java.util.Objects;

/** How OKX writes an order and a fill; what does not apply is empty text. */
final class OkxOrderRows {

    private final TradingDesk desk;

    OkxOrderRows(TradingDesk desk) {
        this.desk = desk;
    }

    Object row(Order order) {
        boolean inQuote = order.quoteQuantity() != null;
        boolean spot = type(order.symbol()).equals("SPOT");
        boolean filled = order.filledQuantity().signum() != 0;
        String average = order.filledPrice() == null ? "" : Json.plain(order.filledPrice());
        return Json.object(
                "accFillSz",
                Json.plain(order.filledQuantity()),
                "algoClOrdId",
                "",
                "algoId",
                "",
                "attachAlgoOrds",
                List.of(),
                "avgPx",
                average,
                "cTime",
                String.valueOf(order.createdAt().toEpochMilli()),
                "cancelSource",
                order.reason() == null ? "" : order.reason().equals("POST_ONLY") ? "31" : "1",
                "cancelSourceReason",
                "",
                "category",
                "normal",
                "ccy",
                "",
                "clOrdId",
                order.clientId() == null ? "" : order.clientId(),
                "fee",
                Json.plain(order.fee().negate()),
                "feeCcy",
                order.feeAsset(),
                "fillPx",
                average,
                "fillSz",
                Json.plain(order.filledQuantity()),
                "fillTime",
                filled ? String.valueOf(order.updatedAt().toEpochMilli()) : "",
                "instId",
                order.symbol(),
                "instType",
                type(order.symbol()),
                "lever",
                spot ? "" : "10",
                "ordId",
                order.id(),
                "ordType",
                word(order),
                "pnl",
                "0",
                "posSide",
                spot ? "" : "net",
                "px",
                order.price() == null ? "" : Json.plain(order.price()),
                "rebate",
                "0",
                "rebateCcy",
                Objects.requireNonNull(desk.instruments().find(order.symbol())).quote(),
                "reduceOnly",
                String.valueOf(order.reduceOnly()),
                "side",
                order.side() == Side.BUY ? "buy" : "sell",
                "source",
                "",
                "state",
                state(order),
                "stpId",
                "",
                "stpMode",
                "cancel_maker",
                "sz",
                Json.plain(
                        order.quoteQuantity() == null ? order.quantity() : order.quoteQuantity()),
                "tag",
                "",
                "tdMode",
                spot ? "cash" : "cross",
                "tgtCcy",
                spot && order.type() == OrderType.MARKET
                        ? (inQuote ? "quote_ccy" : "base_ccy")
                        : "",
                "tradeId",
                filled ? String.valueOf(Math.abs(order.id().hashCode())) : "",
                "uTime",
                String.valueOf(order.updatedAt().toEpochMilli()));
    }

    Object fill(Fill fill) {
        return Json.object(
                "instType", type(fill.symbol()),
                "instId", fill.symbol(),
                "tradeId", String.valueOf(Math.abs(fill.orderId().hashCode())),
                "ordId", fill.orderId(),
                "clOrdId", "",
                "billId", fill.orderId(),
                "tag", "",
                "fillPx", Json.plain(fill.price()),
                "fillSz", Json.plain(fill.quantity()),
                "side", fill.side() == Side.BUY ? "buy" : "sell",
                "posSide", "net",
                "execType", fill.maker() ? "M" : "T",
                "feeCcy", fill.feeAsset(),
                "fee", Json.plain(fill.fee().negate()),
                "fillPnl", Json.plain(fill.realised()),
                "fillTime", String.valueOf(fill.at().toEpochMilli()),
                "ts", String.valueOf(fill.at().toEpochMilli()));
    }

    static String word(Order order) {
        if (order.type() == OrderType.MARKET) {
            return "market";
        }
        return switch (order.timeInForce()) {
            case GTC -> "limit";
            case IOC -> "ioc";
            case FOK -> "fok";
            case POST_ONLY -> "post_only";
        };
    }

    static String state(Order order) {
        return switch (order.status()) {
            case OPEN -> "live";
            case FILLED -> "filled";
            case CANCELLED -> "canceled";
        };
    }

    static String type(String symbol) {
        return symbol.endsWith("-SWAP") ? "SWAP" : "SPOT";
    }
}
