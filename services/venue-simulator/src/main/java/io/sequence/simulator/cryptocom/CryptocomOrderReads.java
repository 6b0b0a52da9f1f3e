package io.sequence.simulator.cryptocom;

import io.sequence.simulator.cryptocom.CryptocomReplies.Code;
import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderStatus;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders and executions as they are told, the latest first. Source: Exchange v1, "Trading". */
final class CryptocomOrderReads {

    private static final int MOST = 100;
    private static final int REJECTED_POST_ONLY = 43005;
    private static final int FOK_NOT_FILLED = 43003;
    private static final int IOC_NOT_FILLED = 43004;

    /** {@code private/get-order-detail}. */
    VenueReply detail(Hearing hearing) {
        Params asked = CryptocomBody.of(hearing.call()).values();
        if (!asked.has("order_id") && !asked.has("client_oid")) {
            return CryptocomReplies.no(hearing.call(), Code.MISSING_OR_INVALID_ARGUMENT);
        }
        Order order = CryptocomOrders.named(hearing, asked);
        return order == null
                ? CryptocomReplies.no(hearing.call(), Code.NOT_FOUND)
                : CryptocomReplies.ok(hearing, row(hearing.account(), order));
    }

    /** {@code private/get-open-orders}. */
    VenueReply open(Hearing hearing) {
        return rows(hearing, hearing.account().openOrders().reversed().stream());
    }

    /** {@code private/get-order-history}. */
    VenueReply history(Hearing hearing) {
        return rows(
                hearing,
                Stream.concat(
                        hearing.account().openOrders().reversed().stream(),
                        hearing.account().finishedOrders().reversed().stream()));
    }

    private static VenueReply rows(Hearing hearing, Stream<Order> orders) {
        String symbol = CryptocomBody.of(hearing.call()).values().get("instrument_name");
        return CryptocomReplies.list(
                hearing,
                orders.filter(o -> symbol == null || symbol.equals(o.symbol()))
                        .limit(MOST)
                        .map(o -> row(hearing.account(), o))
                        .toList());
    }

    /** {@code private/get-trades}. */
    VenueReply trades(Hearing hearing) {
        String symbol = CryptocomBody.of(hearing.call()).values().get("instrument_name");
        List<Object> rows = new ArrayList<>();
        for (Fill fill : hearing.account().fills().reversed()) {
            if ((symbol == null || symbol.equals(fill.symbol())) && rows.size() < MOST) {
                rows.add(trade(hearing.account(), fill));
            }
        }
        return CryptocomReplies.list(hearing, rows);
    }

    private static Object row(VenueAccount account, Order order) {
        BigDecimal average = order.filledPrice();
        BigDecimal price = order.price();
        String client = order.clientId();
        Map<String, @Nullable Object> row =
                Json.object(
                        "account_id", account.uid(),
                        "order_id", order.id(),
                        "client_oid", client == null ? order.id() : client,
                        "order_type", order.type().name(),
                        "time_in_force", force(order),
                        "side", order.side() == Side.BUY ? "BUY" : "SELL",
                        "exec_inst", instructions(order),
                        "quantity", Json.plain(order.quantity()),
                        "limit_price", price == null ? "0" : Json.plain(price),
                        "order_value", value(order),
                        "maker_fee_rate", "0",
                        "taker_fee_rate", "0",
                        "avg_price", average == null ? "0" : Json.plain(average),
                        "cumulative_quantity", Json.plain(order.filledQuantity()),
                        "cumulative_value", Json.plain(order.filledValue()),
                        "cumulative_fee", Json.plain(order.fee()));
        row.putAll(
                Json.object(
                        "status", state(order),
                        "update_user_id", account.uid(),
                        "order_date", date(order.createdAt()),
                        "create_time", order.createdAt().toEpochMilli(),
                        "create_time_ns", nanos(order.createdAt()),
                        "update_time", order.updatedAt().toEpochMilli(),
                        "instrument_name", order.symbol(),
                        "fee_instrument_name", order.feeAsset()));
        int reason = reason(order);
        if (reason != 0) {
            row.put("reason", reason);
        }
        return row;
    }

    private static Object trade(VenueAccount account, Fill fill) {
        String client = account.order(fill.orderId()).map(Order::clientId).orElse(fill.orderId());
        return Json.object(
                "account_id", account.uid(),
                "event_date", date(fill.at()),
                "journal_type", "TRADING",
                "side", fill.side() == Side.BUY ? "BUY" : "SELL",
                "instrument_name", fill.symbol(),
                "fees", Json.plain(fill.fee().negate()),
                "trade_id", fill.id(),
                "trade_match_id", fill.id(),
                "create_time", fill.at().toEpochMilli(),
                "traded_price", Json.plain(fill.price()),
                "traded_quantity", Json.plain(fill.quantity()),
                "fee_instrument_name", fill.feeAsset(),
                "client_oid", client,
                "taker_side", fill.maker() ? "MAKER" : "TAKER",
                "order_id", fill.orderId(),
                "create_time_ns", nanos(fill.at()),
                "transact_time_ns", nanos(fill.at()));
    }

    private static String state(Order order) {
        if (order.status() == OrderStatus.OPEN) {
            return "ACTIVE";
        }
        if (order.status() == OrderStatus.FILLED) {
            return "FILLED";
        }
        return reason(order) == REJECTED_POST_ONLY ? "REJECTED" : "CANCELED";
    }

    /** The code under which the matching engine ended an order; 0 for none. */
    private static int reason(Order order) {
        String why = order.reason();
        if ("POST_ONLY".equals(why)) {
            return REJECTED_POST_ONLY;
        }
        if ("NOT_FILLED".equals(why)) {
            return order.timeInForce() == TimeInForce.FOK ? FOK_NOT_FILLED : IOC_NOT_FILLED;
        }
        return 0;
    }

    private static String value(Order order) {
        BigDecimal spend = order.quoteQuantity();
        BigDecimal price = order.price();
        if (spend != null) {
            return Json.plain(spend);
        }
        return price == null
                ? Json.plain(order.filledValue())
                : Json.plain(order.quantity().multiply(price));
    }

    private static List<String> instructions(Order order) {
        List<String> list = new ArrayList<>();
        if (order.timeInForce() == TimeInForce.POST_ONLY) {
            list.add("POST_ONLY");
        }
        if (order.reduceOnly()) {
            list.add("REDUCE_ONLY");
        }
        return list;
    }

    private static String force(Order order) {
        return switch (order.timeInForce()) {
            case GTC, POST_ONLY -> "GOOD_TILL_CANCEL";
            case IOC ->
                    order.type() == OrderType.MARKET ? "GOOD_TILL_CANCEL" : "IMMEDIATE_OR_CANCEL";
            case FOK -> "FILL_OR_KILL";
        };
    }

    private static String date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String nanos(Instant at) {
        return at.toEpochMilli() + "000000";
    }
}
