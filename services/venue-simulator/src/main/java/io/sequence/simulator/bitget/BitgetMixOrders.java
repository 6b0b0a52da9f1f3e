package io.sequence.simulator.bitget;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contract orders of a classic account, one-way mode. Source: Bitget API V2, "Contract › Trade".
 */
final class BitgetMixOrders {

    private final TradingDesk desk;
    private final BitgetMarkets markets;
    private final BitgetTickets tickets;

    BitgetMixOrders(TradingDesk desk) {
        this.desk = desk;
        this.markets = new BitgetMarkets(desk.instruments());
        this.tickets = BitgetTickets.classic(desk);
    }

    /** {@code POST /api/v2/mix/order/place-order}. */
    VenueReply place(Hearing hearing) {
        Params body = hearing.call().json();
        Instant now = hearing.now();
        for (String name : List.of("productType", "marginMode", "marginCoin")) {
            if (!body.has(name)) {
                return BitgetReplies.no("40019", "Parameter " + name + " cannot be empty", now);
            }
        }
        if (!List.of("crossed", "isolated").contains(body.get("marginMode", ""))) {
            return BitgetReplies.no("40020", "Parameter marginMode error", now);
        }
        if (body.has("tradeSide")) {
            return BitgetReplies.no(
                    "40774",
                    "The order type for unilateral position must also be the unilateral position"
                            + " type.",
                    now);
        }
        return tickets.place(
                hearing, markets.find(body.get("productType", ""), body.get("symbol", "")));
    }

    /** {@code POST /api/v2/mix/order/cancel-order}. */
    VenueReply cancel(Hearing hearing) {
        return tickets.cancel(hearing, named(hearing, hearing.call().json()), false);
    }

    /** {@code GET /api/v2/mix/order/detail}: its status goes by the name of {@code state}. */
    VenueReply detail(Hearing hearing) {
        Order order = named(hearing, hearing.call().query());
        if (order == null) {
            return BitgetReplies.no(
                    "40109",
                    "The data of the order cannot be found, please confirm the order number",
                    hearing.now());
        }
        Map<String, @Nullable Object> row = row(order, hearing);
        row.put("state", row.remove("status"));
        return BitgetReplies.ok(row, hearing.now());
    }

    /** {@code GET /api/v2/mix/order/orders-pending}. */
    VenueReply pending(Hearing hearing) {
        return page(hearing, hearing.account().openOrders().reversed());
    }

    /** {@code GET /api/v2/mix/order/orders-history}. */
    VenueReply history(Hearing hearing) {
        return page(hearing, hearing.account().finishedOrders().reversed());
    }

    /** {@code GET /api/v2/mix/order/fills}. */
    VenueReply fills(Hearing hearing) {
        Params query = hearing.call().query();
        List<Object> rows = new ArrayList<>();
        for (Fill fill : hearing.account().fills().reversed()) {
            boolean wanted =
                    !BitgetMarkets.isSpot(fill.symbol())
                            && BitgetMarkets.within(query.get("productType"), fill.symbol())
                            && BitgetSpotOrders.fits(
                                    query.get("symbol"), BitgetMarkets.name(fill.symbol()))
                            && BitgetSpotOrders.fits(query.get("orderId"), fill.orderId());
            if (wanted && rows.size() < 100) {
                rows.add(fill(fill));
            }
        }
        return BitgetReplies.ok(Json.object("fillList", rows, "endId", null), hearing.now());
    }

    /** {@code POST /api/v2/mix/account/set-leverage}. */
    VenueReply leverage(Hearing hearing) {
        Params body = hearing.call().json();
        Instrument found = markets.find(body.get("productType", ""), body.get("symbol", ""));
        BigDecimal times = body.decimal("leverage");
        if (found == null || times == null || times.signum() <= 0 || times.intValue() > 125) {
            return BitgetReplies.no("40020", "Parameter leverage error", hearing.now());
        }
        hearing.account().leverage(found.symbol(), Math.max(1, times.intValue()));
        return BitgetReplies.ok(
                Json.object(
                        "symbol", BitgetMarkets.name(found.symbol()),
                        "marginCoin", found.settle(),
                        "longLeverage", Json.plain(times),
                        "shortLeverage", Json.plain(times),
                        "crossMarginLeverage", Json.plain(times),
                        "marginMode", "crossed"),
                hearing.now());
    }

    private VenueReply page(Hearing hearing, List<Order> orders) {
        Params query = hearing.call().query();
        if (!BitgetMarkets.knows(query.get("productType", ""))) {
            return BitgetReplies.no("40020", "Parameter productType error", hearing.now());
        }
        List<Map<String, @Nullable Object>> rows =
                orders.stream()
                        .filter(o -> BitgetMarkets.within(query.get("productType"), o.symbol()))
                        .filter(
                                o ->
                                        BitgetSpotOrders.fits(
                                                query.get("symbol"),
                                                BitgetMarkets.name(o.symbol())))
                        .limit(100)
                        .map(o -> row(o, hearing))
                        .toList();
        return BitgetReplies.ok(
                Json.object(
                        // An empty page is null there, not an empty list.
                        "entrustedList",
                        rows.isEmpty() ? null : rows,
                        "endId",
                        rows.isEmpty() ? null : rows.getLast().get("orderId")),
                hearing.now());
    }

    private @Nullable Order named(Hearing hearing, Params params) {
        Order order = BitgetTickets.named(hearing, params);
        Instrument meant = markets.find(params.get("productType", ""), params.get("symbol", ""));
        return order != null && meant != null && order.symbol().equals(meant.symbol())
                ? order
                : null;
    }

    private Map<String, @Nullable Object> row(Order order, Hearing hearing) {
        Instrument i = desk.instruments().find(order.symbol());
        return Json.object(
                "symbol",
                BitgetMarkets.name(order.symbol()),
                "size",
                Json.plain(order.quantity()),
                "orderId",
                order.id(),
                "clientOid",
                order.clientId() == null ? order.id() : order.clientId(),
                "baseVolume",
                Json.plain(order.filledQuantity()),
                "fee",
                Json.plain(order.fee().negate()),
                "price",
                order.price() == null ? "" : Json.plain(order.price()),
                "priceAvg",
                order.filledPrice() == null ? "" : Json.plain(order.filledPrice()),
                "status",
                state(order),
                "side",
                order.side() == Side.BUY ? "buy" : "sell",
                "force",
                order.timeInForce() == TimeInForce.POST_ONLY
                        ? "post_only"
                        : order.timeInForce().name().toLowerCase(Locale.ROOT),
                "totalProfits",
                "0",
                "posSide",
                "net",
                "marginCoin",
                i == null ? "" : i.settle(),
                "quoteVolume",
                Json.plain(order.filledValue()),
                "leverage",
                String.valueOf(hearing.account().leverage(order.symbol())),
                "marginMode",
                "crossed",
                "enterPointSource",
                "API",
                "tradeSide",
                order.side() == Side.BUY ? "buy_single" : "sell_single",
                "posMode",
                "one_way_mode",
                "orderType",
                order.type() == OrderType.MARKET ? "market" : "limit",
                "orderSource",
                "normal",
                "presetStopSurplusPrice",
                "",
                "presetStopLossPrice",
                "",
                "reduceOnly",
                order.reduceOnly() ? "YES" : "NO",
                "cTime",
                String.valueOf(order.createdAt().toEpochMilli()),
                "uTime",
                String.valueOf(order.updatedAt().toEpochMilli()));
    }

    /** Contract orders are spelt {@code canceled}. */
    private static String state(Order order) {
        return BitgetSpotOrders.status(order).replace("cancelled", "canceled");
    }

    private static Object fill(Fill fill) {
        Map<String, @Nullable Object> fee =
                Json.object(
                        "deduction",
                        "no",
                        "feeCoin",
                        fill.feeAsset(),
                        "totalDeductionFee",
                        null,
                        "totalFee",
                        Json.plain(fill.fee().negate()));
        return Json.object(
                "tradeId", BitgetSpotOrders.tradeId(fill),
                "symbol", BitgetMarkets.name(fill.symbol()),
                "orderId", fill.orderId(),
                "price", Json.plain(fill.price()),
                "baseVolume", Json.plain(fill.quantity()),
                "feeDetail", List.of(fee),
                "side", fill.side() == Side.BUY ? "buy" : "sell",
                "quoteVolume", Json.plain(fill.value()),
                "profit", Json.plain(fill.realised()),
                "enterPointSource", "api",
                "tradeSide", fill.side() == Side.BUY ? "buy_single" : "sell_single",
                "posMode", "one_way_mode",
                "tradeScope", fill.maker() ? "maker" : "taker",
                "cTime", String.valueOf(fill.at().toEpochMilli()));
    }
}
