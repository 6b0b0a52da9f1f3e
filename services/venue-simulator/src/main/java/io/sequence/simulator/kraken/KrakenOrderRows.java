package io.sequence.simulator.kraken;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderStatus;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How Kraken writes an order and a trade; times are float seconds. */
final class KrakenOrderRows {

    /**
     * A client id and a user reference share one slot of an order; the reference is told apart by
     * its mark.
     */
    static final String REFERENCE = "userref:";

    private final TradingDesk desk;

    KrakenOrderRows(TradingDesk desk) {
        this.desk = desk;
    }

    Object trade(Fill fill) {
        return Json.object(
                "ordertxid", fill.orderId(),
                "postxid", "TKH2SE-M7IF5-CFI7LT",
                "pair", fill.symbol(),
                "time", seconds(fill.at()),
                "type", fill.side() == Side.BUY ? "buy" : "sell",
                "ordertype", fill.maker() ? "limit" : "market",
                "price", money(fill.price()),
                "cost", money(fill.value()),
                "fee", money(fill.fee()),
                "vol", volume(fill.quantity()),
                "margin", "0.00000",
                "misc", "",
                "maker", fill.maker());
    }

    Object row(Order order) {
        Instrument pair = Objects.requireNonNull(desk.instruments().find(order.symbol()));
        boolean inQuote = order.quoteQuantity() != null;
        String reference = reference(order);
        Map<String, @Nullable Object> row =
                Json.object(
                        "refid",
                        null,
                        "userref",
                        reference == null ? null : Long.valueOf(reference),
                        "status",
                        status(order),
                        "reason",
                        order.status() == OrderStatus.CANCELLED ? "User requested" : null,
                        "opentm",
                        seconds(order.createdAt()),
                        "starttm",
                        0,
                        "expiretm",
                        0,
                        "descr",
                        Json.object(
                                "pair",
                                KrakenMarkets.alt(pair),
                                "type",
                                order.side() == Side.BUY ? "buy" : "sell",
                                "ordertype",
                                order.type() == OrderType.MARKET ? "market" : "limit",
                                "price",
                                order.price() == null ? "0" : money(order.price()),
                                "price2",
                                "0",
                                "leverage",
                                "none",
                                "order",
                                description(order, pair),
                                "close",
                                ""),
                        "vol",
                        volume(
                                order.quoteQuantity() == null
                                        ? order.quantity()
                                        : order.quoteQuantity()),
                        "vol_exec",
                        volume(order.filledQuantity()),
                        "cost",
                        money(order.filledValue()),
                        "fee",
                        money(order.fee()),
                        "price",
                        order.filledPrice() == null ? "0.00000" : money(order.filledPrice()),
                        "stopprice",
                        "0.00000",
                        "limitprice",
                        "0.00000",
                        "misc",
                        "",
                        "oflags",
                        flags(order, inQuote),
                        "trades",
                        trades(order));
        if (order.clientId() != null && reference == null) {
            row.put("cl_ord_id", order.clientId());
        }
        if (!order.open()) {
            row.put("closetm", seconds(order.updatedAt()));
        }
        return row;
    }

    static List<String> trades(Order order) {
        return order.filledQuantity().signum() == 0 ? List.of() : List.of(tradeId(order.id()));
    }

    static String flags(Order order, boolean inQuote) {
        List<String> flags = new ArrayList<>(List.of("fciq"));
        if (order.timeInForce() == TimeInForce.POST_ONLY) {
            flags.add("post");
        }
        if (inQuote) {
            flags.add("viqc");
        }
        return String.join(",", flags);
    }

    static String description(OrderTicket ticket, String volume) {
        String price = ticket.price() == null ? "market" : "limit " + Json.plain(ticket.price());
        return (ticket.side() == Side.BUY ? "buy " : "sell ")
                + volume(new BigDecimal(volume))
                + ' '
                + KrakenMarkets.alt(ticket.instrument())
                + " @ "
                + price;
    }

    static String description(Order order, Instrument pair) {
        String price = order.price() == null ? "market" : "limit " + Json.plain(order.price());
        return (order.side() == Side.BUY ? "buy " : "sell ")
                + volume(order.quantity())
                + ' '
                + KrakenMarkets.alt(pair)
                + " @ "
                + price;
    }

    static @Nullable String reference(Order order) {
        String client = order.clientId();
        return client != null && client.startsWith(REFERENCE) ? client.split(":")[1] : null;
    }

    static String status(Order order) {
        return switch (order.status()) {
            case OPEN -> "open";
            case FILLED -> "closed";
            case CANCELLED -> "canceled";
        };
    }

    static String tradeId(Fill fill) {
        return tradeId(fill.orderId());
    }

    /** An order fills in one piece, so its one trade is named after it. */
    static String tradeId(String orderId) {
        return 'T' + orderId.substring(1);
    }

    static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli()).movePointLeft(3);
    }

    static String money(BigDecimal amount) {
        return amount.setScale(5, RoundingMode.HALF_UP).toPlainString();
    }

    static String volume(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.DOWN).toPlainString();
    }
}
