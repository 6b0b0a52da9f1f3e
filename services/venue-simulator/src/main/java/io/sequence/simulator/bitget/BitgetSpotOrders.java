package io.sequence.simulator.bitget;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spot orders of a classic account. Source: Bitget API V2, "Spot › Trade". */
final class BitgetSpotOrders {

    private final BitgetMarkets markets;
    private final BitgetTickets tickets;

    BitgetSpotOrders(TradingDesk desk) {
        this.markets = new BitgetMarkets(desk.instruments());
        this.tickets = BitgetTickets.classic(desk);
    }

    /** {@code POST /api/v2/spot/trade/place-order}. */
    VenueReply place(Hearing hearing) {
        Params body = hearing.call().json();
        Instant now = hearing.now();
        BigDecimal asked = body.decimal("requestTime");
        BigDecimal window = body.decimal("receiveWindow");
        if (asked != null
                && window != null
                && BigDecimal.valueOf(now.toEpochMilli()).subtract(asked).compareTo(window) > 0) {
            return BitgetReplies.no("40004", "Request timestamp expired", now);
        }
        return tickets.place(hearing, markets.find(BitgetMarkets.SPOT, body.get("symbol", "")));
    }

    /** {@code POST /api/v2/spot/trade/cancel-order}. */
    VenueReply cancel(Hearing hearing) {
        Params body = hearing.call().json();
        Order order = spot(BitgetTickets.named(hearing, body));
        boolean same =
                order != null
                        && BitgetMarkets.name(order.symbol())
                                .equalsIgnoreCase(body.get("symbol", ""));
        return tickets.cancel(hearing, same ? order : null, true);
    }

    /** {@code GET /api/v2/spot/trade/orderInfo}: a list of one. */
    VenueReply info(Hearing hearing) {
        Order order = spot(BitgetTickets.named(hearing, hearing.call().query()));
        return order == null
                ? BitgetReplies.noOrder(true, false, hearing.now())
                : BitgetReplies.ok(List.of(row(order, hearing.account().uid())), hearing.now());
    }

    /**
     * {@code GET /api/v2/spot/trade/unfilled-orders}: there the limit price goes by the name of
     * {@code priceAvg} and the average by {@code basePrice}.
     */
    VenueReply unfilled(Hearing hearing) {
        List<Map<String, @Nullable Object>> rows =
                rows(hearing, hearing.account().openOrders().reversed());
        for (Map<String, @Nullable Object> row : rows) {
            row.put("basePrice", row.get("priceAvg"));
            row.put("priceAvg", row.remove("price"));
            row.remove("feeDetail");
            row.remove("quoteCoin");
            row.remove("baseCoin");
            row.remove("cancelReason");
        }
        return BitgetReplies.ok(rows, hearing.now());
    }

    /** {@code GET /api/v2/spot/trade/history-orders}. */
    VenueReply history(Hearing hearing) {
        return BitgetReplies.ok(
                rows(hearing, hearing.account().finishedOrders().reversed()), hearing.now());
    }

    /** {@code GET /api/v2/spot/trade/fills}. */
    VenueReply fills(Hearing hearing) {
        Params query = hearing.call().query();
        List<Object> rows = new ArrayList<>();
        for (Fill fill : hearing.account().fills().reversed()) {
            boolean wanted =
                    BitgetMarkets.isSpot(fill.symbol())
                            && fits(query.get("symbol"), BitgetMarkets.name(fill.symbol()))
                            && fits(query.get("orderId"), fill.orderId());
            if (wanted && rows.size() < 100) {
                rows.add(fill(fill, hearing));
            }
        }
        return BitgetReplies.ok(rows, hearing.now());
    }

    private static List<Map<String, @Nullable Object>> rows(Hearing hearing, List<Order> orders) {
        Params query = hearing.call().query();
        return orders.stream()
                .filter(o -> BitgetMarkets.isSpot(o.symbol()))
                .filter(o -> fits(query.get("symbol"), BitgetMarkets.name(o.symbol())))
                .filter(o -> fits(query.get("orderId"), o.id()))
                .limit(100)
                .map(o -> row(o, hearing.account().uid()))
                .toList();
    }

    private static @Nullable Order spot(@Nullable Order order) {
        return order != null && BitgetMarkets.isSpot(order.symbol()) ? order : null;
    }

    private static Map<String, @Nullable Object> row(Order order, String uid) {
        BigDecimal asked = order.quoteQuantity() == null ? order.quantity() : order.quoteQuantity();
        boolean filled = order.filledQuantity().signum() != 0;
        return Json.object(
                "userId",
                uid,
                "symbol",
                BitgetMarkets.name(order.symbol()),
                "orderId",
                order.id(),
                "clientOid",
                order.clientId() == null ? order.id() : order.clientId(),
                "price",
                order.price() == null ? "0" : Json.plain(order.price()),
                "size",
                Json.plain(asked),
                "orderType",
                order.type() == OrderType.MARKET ? "market" : "limit",
                "side",
                order.side() == Side.BUY ? "buy" : "sell",
                "status",
                status(order),
                "priceAvg",
                order.filledPrice() == null ? "0" : Json.plain(order.filledPrice()),
                "baseVolume",
                Json.plain(order.filledQuantity()),
                "quoteVolume",
                Json.plain(order.filledValue()),
                "enterPointSource",
                "API",
                "feeDetail",
                filled ? feeText(order) : "",
                "orderSource",
                "normal",
                "tpslType",
                "normal",
                "triggerPrice",
                null,
                "quoteCoin",
                order.symbol().endsWith("USDC") ? "USDC" : "USDT",
                "baseCoin",
                BitgetMarkets.name(order.symbol()).substring(0, 3),
                "cancelReason",
                order.reason() == null ? "" : "normal_cancel",
                "cTime",
                String.valueOf(order.createdAt().toEpochMilli()),
                "uTime",
                String.valueOf(order.updatedAt().toEpochMilli()));
    }

    /** JSON inside a JSON text, with numbers where the rest has texts. */
    private static String feeText(Order order) {
        BigDecimal paid = order.fee().negate();
        return Json.write(
                Json.object(
                        "newFees",
                        Json.object(
                                "c",
                                0,
                                "d",
                                0,
                                "deduction",
                                false,
                                "r",
                                paid,
                                "t",
                                paid,
                                "totalDeductionFee",
                                0),
                        order.feeAsset(),
                        Json.object(
                                "deduction",
                                false,
                                "feeCoinCode",
                                order.feeAsset(),
                                "totalDeductionFee",
                                0,
                                "totalFee",
                                paid)));
    }

    private static Object fill(Fill fill, Hearing hearing) {
        boolean market =
                hearing.account()
                        .order(fill.orderId())
                        .map(o -> o.type() == OrderType.MARKET)
                        .orElse(false);
        return Json.object(
                "userId", hearing.account().uid(),
                "symbol", BitgetMarkets.name(fill.symbol()),
                "orderId", fill.orderId(),
                "tradeId", tradeId(fill),
                "orderType", market ? "market" : "limit",
                "side", fill.side() == Side.BUY ? "buy" : "sell",
                "priceAvg", Json.plain(fill.price()),
                "size", Json.plain(fill.quantity()),
                "amount", Json.plain(fill.value()),
                "feeDetail",
                        Json.object(
                                "deduction",
                                "no",
                                "feeCoin",
                                fill.feeAsset(),
                                "totalDeductionFee",
                                "",
                                "totalFee",
                                Json.plain(fill.fee().negate())),
                "tradeScope", fill.maker() ? "maker" : "taker",
                "cTime", String.valueOf(fill.at().toEpochMilli()),
                "uTime", String.valueOf(fill.at().toEpochMilli()));
    }

    static String status(Order order) {
        return switch (order.status()) {
            case OPEN -> "live";
            case FILLED -> "filled";
            case CANCELLED -> "cancelled";
        };
    }

    /** A number for a fill; an order fills in one piece, so its own number serves. */
    static String tradeId(Fill fill) {
        return '1' + fill.orderId().substring(1);
    }

    static boolean fits(@Nullable String asked, String there) {
        return asked == null || asked.equalsIgnoreCase(there);
    }
}
