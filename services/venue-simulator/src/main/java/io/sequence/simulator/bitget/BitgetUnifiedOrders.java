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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders of a unified account, spot and contracts alike. Source: Bitget API V3, "Trade". */
final class BitgetUnifiedOrders {

    private final BitgetMarkets markets;
    private final BitgetTickets tickets;

    BitgetUnifiedOrders(TradingDesk desk) {
        this.markets = new BitgetMarkets(desk.instruments());
        this.tickets = BitgetTickets.unified(desk);
    }

    /** {@code POST /api/v3/trade/place-order}. */
    VenueReply place(Hearing hearing) {
        Params body = hearing.call().json();
        if (!body.has("category")) {
            return BitgetReplies.no("40019", "Parameter category cannot be empty", hearing.now());
        }
        return tickets.place(
                hearing, markets.find(body.get("category", ""), body.get("symbol", "")));
    }

    /** {@code POST /api/v3/trade/cancel-order}. */
    VenueReply cancel(Hearing hearing) {
        return tickets.cancel(hearing, BitgetTickets.named(hearing, hearing.call().json()), true);
    }

    /** {@code GET /api/v3/trade/order-info}. */
    VenueReply info(Hearing hearing) {
        Order order = BitgetTickets.named(hearing, hearing.call().query());
        return order == null
                ? BitgetReplies.noOrder(true, true, hearing.now())
                : BitgetReplies.ok(row(order), hearing.now());
    }

    /** {@code GET /api/v3/trade/unfilled-orders}. */
    VenueReply unfilled(Hearing hearing) {
        return page(hearing, hearing.account().openOrders().reversed());
    }

    /** {@code GET /api/v3/trade/history-orders}. */
    VenueReply history(Hearing hearing) {
        return page(hearing, hearing.account().finishedOrders().reversed());
    }

    /** {@code GET /api/v3/trade/fills}. */
    VenueReply fills(Hearing hearing) {
        Params query = hearing.call().query();
        List<Object> rows = new ArrayList<>();
        for (Fill fill : hearing.account().fills().reversed()) {
            boolean wanted =
                    BitgetMarkets.within(query.get("category"), fill.symbol())
                            && BitgetSpotOrders.fits(
                                    query.get("symbol"), BitgetMarkets.name(fill.symbol()))
                            && BitgetSpotOrders.fits(query.get("orderId"), fill.orderId());
            if (wanted && rows.size() < 100) {
                rows.add(fill(fill, hearing));
            }
        }
        return BitgetReplies.ok(Json.object("list", rows, "cursor", ""), hearing.now());
    }

    /** {@code POST /api/v3/account/set-leverage}. */
    VenueReply leverage(Hearing hearing) {
        Params body = hearing.call().json();
        Instrument found = markets.find(body.get("category", ""), body.get("symbol", ""));
        BigDecimal times = body.decimal("leverage");
        if (found == null || times == null || times.signum() <= 0 || times.intValue() > 125) {
            return BitgetReplies.no("40020", "Parameter leverage error", hearing.now());
        }
        hearing.account().leverage(found.symbol(), Math.max(1, times.intValue()));
        return BitgetReplies.ok("success", hearing.now());
    }

    private static VenueReply page(Hearing hearing, List<Order> orders) {
        Params query = hearing.call().query();
        List<Map<String, @Nullable Object>> rows =
                orders.stream()
                        .filter(o -> BitgetMarkets.within(query.get("category"), o.symbol()))
                        .filter(
                                o ->
                                        BitgetSpotOrders.fits(
                                                query.get("symbol"),
                                                BitgetMarkets.name(o.symbol())))
                        .limit(100)
                        .map(BitgetUnifiedOrders::row)
                        .toList();
        return BitgetReplies.ok(
                Json.object(
                        "list",
                        rows,
                        "cursor",
                        rows.isEmpty() ? null : rows.getLast().get("orderId")),
                hearing.now());
    }

    private static Map<String, @Nullable Object> row(Order order) {
        boolean filled = order.filledQuantity().signum() != 0;
        boolean inQuote = order.quoteQuantity() != null;
        return Json.object(
                "orderId",
                order.id(),
                "clientOid",
                order.clientId() == null ? order.id() : order.clientId(),
                "category",
                BitgetMarkets.category(order.symbol()),
                "symbol",
                BitgetMarkets.name(order.symbol()),
                "orderType",
                order.type() == OrderType.MARKET ? "market" : "limit",
                "side",
                order.side() == Side.BUY ? "buy" : "sell",
                "price",
                order.price() == null ? "0" : Json.plain(order.price()),
                "qty",
                inQuote ? "0" : Json.plain(order.quantity()),
                // What a market purchase was to spend.
                "amount",
                order.quoteQuantity() == null ? "0" : Json.plain(order.quoteQuantity()),
                "cumExecQty",
                Json.plain(order.filledQuantity()),
                "cumExecValue",
                Json.plain(order.filledValue()),
                "avgPrice",
                order.filledPrice() == null ? "0" : Json.plain(order.filledPrice()),
                "timeInForce",
                order.timeInForce() == TimeInForce.POST_ONLY
                        ? "post_only"
                        : order.timeInForce().name().toLowerCase(Locale.ROOT),
                "orderStatus",
                BitgetSpotOrders.status(order),
                "posSide",
                "",
                "holdMode",
                "one_way_mode",
                "reduceOnly",
                order.reduceOnly() ? "YES" : "NO",
                "feeDetail",
                List.of(
                        Json.object(
                                "feeCoin", filled ? order.feeAsset() : "",
                                "fee", filled ? Json.plain(order.fee()) : "")),
                "createdTime",
                String.valueOf(order.createdAt().toEpochMilli()),
                "updatedTime",
                String.valueOf(order.updatedAt().toEpochMilli()),
                "cancelReason",
                order.reason() == null ? "" : "normal_cancel",
                "execType",
                "normal",
                "stpMode",
                "none");
    }

    private static Object fill(Fill fill, Hearing hearing) {
        Order order = hearing.account().order(fill.orderId()).orElse(null);
        boolean market = order != null && order.type() == OrderType.MARKET;
        return Json.object(
                "execId", BitgetSpotOrders.tradeId(fill),
                "orderId", fill.orderId(),
                "clientOid", order == null || order.clientId() == null ? "" : order.clientId(),
                "category", BitgetMarkets.category(fill.symbol()),
                "symbol", BitgetMarkets.name(fill.symbol()),
                "orderType", market ? "market" : "limit",
                "side", fill.side() == Side.BUY ? "buy" : "sell",
                "execPrice", Json.plain(fill.price()),
                "execQty", Json.plain(fill.quantity()),
                "execValue", Json.plain(fill.value()),
                "tradeScope", fill.maker() ? "maker" : "taker",
                "feeDetail",
                        List.of(
                                Json.object(
                                        "feeCoin", fill.feeAsset(),
                                        "fee", Json.plain(fill.fee()))),
                "createdTime", String.valueOf(fill.at().toEpochMilli()),
                "updatedTime", String.valueOf(fill.at().toEpochMilli()),
                "execPnl", Json.plain(fill.realised()));
    }
}
