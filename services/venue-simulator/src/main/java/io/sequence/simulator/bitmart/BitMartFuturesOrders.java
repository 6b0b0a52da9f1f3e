package io.sequence.simulator.bitmart;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * BitMart's contract orders: sides are 1 open long, 2 close short, 3 close long, 4 open short;
 * modes 1 GTC, 2 FOK, 3 IOC, 4 maker only. Source: BitMart API, "Futures V2 › Trading".
 */
final class BitMartFuturesOrders {

    private static final int STANDING = 2;
    private static final int FINISHED = 4;

    private final TradingDesk desk;

    BitMartFuturesOrders(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code POST /contract/private/submit-order}. */
    VenueReply submit(Hearing hearing) {
        Params body = hearing.call().json();
        if (!hearing.key().mayTrade(MarketKind.DERIVATIVES)) {
            return BitMartReplies.noPermission();
        }
        Instrument instrument = desk.instruments().find(body.get("symbol", ""));
        if (instrument == null || instrument.kind() == Instrument.Kind.SPOT) {
            return BitMartReplies.no(400, 40034, "The Symbol is not exist");
        }
        boolean sound =
                body.get("side", "").matches("[1-4]")
                        && body.get("mode", "1").matches("[1-4]")
                        && body.get("size", "").matches("\\d{1,9}")
                        && List.of("limit", "market").contains(body.get("type", "limit"));
        if (!sound) {
            return BitMartReplies.no(400, 40011, "Invalid parameter");
        }
        String client = body.get("client_order_id", "");
        if (!client.matches("[A-Za-z0-9]{0,32}")) {
            return client.length() > 32
                    ? BitMartReplies.no(
                            403, 40049, "The maximum length of clientOrderId cannot exceed 32")
                    : BitMartReplies.no(
                            403,
                            40048,
                            "ClientOrderId only allows a combination of numbers and letters");
        }
        if (body.get("leverage", "").matches("\\d{1,3}")) {
            int times = Math.clamp(Integer.parseInt(body.get("leverage", "")), 1, 100);
            hearing.account().leverage(instrument.symbol(), times);
        }
        try {
            Order order = desk.place(hearing.account(), ticket(body, instrument), hearing.now());
            // The number is a JSON number there.
            return BitMartReplies.ok(
                    Json.object(
                            "order_id",
                            Long.parseLong(order.id()),
                            "price",
                            order.price() == null ? "market price" : Json.plain(order.price())));
        } catch (OrderRefused refused) {
            return BitMartReplies.refusedContract(refused.reason());
        }
    }

    /** {@code POST /contract/private/cancel-order}. */
    VenueReply cancel(Hearing hearing) {
        if (!hearing.key().mayTrade(MarketKind.DERIVATIVES)) {
            return BitMartReplies.noPermission();
        }
        Order order = named(hearing, hearing.call().json());
        try {
            if (order == null) {
                throw new OrderRefused(OrderRefused.Reason.UNKNOWN_ORDER);
            }
            desk.cancel(hearing.account(), order.id(), hearing.now());
            return BitMartReplies.ok(Json.object());
        } catch (OrderRefused refused) {
            return BitMartReplies.refusedContract(refused.reason());
        }
    }

    /** {@code GET /contract/private/order}. */
    VenueReply order(Hearing hearing) {
        Order order = named(hearing, hearing.call().query());
        return order == null
                ? BitMartReplies.no(400, 40035, "The order is not exist")
                : BitMartReplies.ok(row(hearing, order));
    }

    /** {@code GET /contract/private/get-open-orders}. */
    VenueReply open(Hearing hearing) {
        return rows(hearing, hearing.account().openOrders().reversed());
    }

    /** {@code GET /contract/private/order-history}. */
    VenueReply history(Hearing hearing) {
        return rows(hearing, hearing.account().finishedOrders().reversed());
    }

    /** {@code GET /contract/private/trades}. */
    VenueReply trades(Hearing hearing) {
        String symbol = hearing.call().query().get("symbol");
        List<Object> rows = new ArrayList<>();
        for (Fill fill : hearing.account().fills().reversed()) {
            boolean wanted =
                    !BitMartMarkets.isSpot(fill.symbol())
                            && (symbol == null || symbol.equals(fill.symbol()));
            if (wanted && rows.size() < 200) {
                rows.add(fill(hearing, fill));
            }
        }
        return BitMartReplies.ok(rows);
    }

    private VenueReply rows(Hearing hearing, List<Order> orders) {
        String symbol = hearing.call().query().get("symbol");
        return BitMartReplies.ok(
                orders.stream()
                        .filter(o -> !BitMartMarkets.isSpot(o.symbol()))
                        .filter(o -> symbol == null || symbol.equals(o.symbol()))
                        .limit(200)
                        .map(o -> row(hearing, o))
                        .toList());
    }

    private static @Nullable Order named(Hearing hearing, Params params) {
        String id = params.get("order_id");
        String client = params.get("client_order_id");
        String symbol = params.get("symbol", "");
        return hearing.account()
                .order(
                        o ->
                                o.symbol().equals(symbol)
                                        && (id == null
                                                ? client != null && client.equals(o.clientId())
                                                : id.equals(o.id())))
                .orElse(null);
    }

    private static OrderTicket ticket(Params body, Instrument instrument) {
        int side = Integer.parseInt(body.get("side", ""));
        boolean market = body.get("type", "limit").equals("market");
        BigDecimal size = body.decimal("size");
        return new OrderTicket(
                Dice.digits(15),
                body.get("client_order_id"),
                instrument,
                side <= 2 ? Side.BUY : Side.SELL,
                market ? OrderType.MARKET : OrderType.LIMIT,
                market ? TimeInForce.IOC : mode(body.get("mode", "1")),
                market ? null : body.decimal("price"),
                size,
                null,
                side == 2 || side == 3);
    }

    private static TimeInForce mode(String number) {
        return switch (number) {
            case "2" -> TimeInForce.FOK;
            case "3" -> TimeInForce.IOC;
            case "4" -> TimeInForce.POST_ONLY;
            default -> TimeInForce.GTC;
        };
    }

    private static int side(Side side, boolean closing) {
        return side == Side.BUY ? (closing ? 2 : 1) : closing ? 3 : 4;
    }

    private static Object row(Hearing hearing, Order order) {
        return Json.object(
                "order_id", order.id(),
                "client_order_id", order.clientId() == null ? "" : order.clientId(),
                "price", order.price() == null ? "0" : Json.plain(order.price()),
                "size", Json.plain(order.quantity()),
                "symbol", order.symbol(),
                "state", order.open() ? STANDING : FINISHED,
                "side", side(order.side(), order.reduceOnly()),
                "type", order.type() == OrderType.MARKET ? "market" : "limit",
                "leverage", String.valueOf(hearing.account().leverage(order.symbol())),
                "open_type", "cross",
                "deal_avg_price",
                        order.filledPrice() == null ? "0" : Json.plain(order.filledPrice()),
                "deal_size", Json.plain(order.filledQuantity()),
                "create_time", order.createdAt().toEpochMilli(),
                "update_time", order.updatedAt().toEpochMilli(),
                "account", "futures");
    }

    private static Object fill(Hearing hearing, Fill fill) {
        boolean closing =
                hearing.account().order(fill.orderId()).map(Order::reduceOnly).orElse(false);
        return Json.object(
                "order_id", fill.orderId(),
                "trade_id", '1' + fill.orderId().substring(1),
                "symbol", fill.symbol(),
                "side", side(fill.side(), closing),
                "price", Json.plain(fill.price()),
                "vol", Json.plain(fill.quantity()),
                "exec_type", fill.maker() ? "Maker" : "Taker",
                "profit", false,
                "realised_profit", Json.plain(fill.realised()),
                "paid_fees", Json.plain(fill.fee()),
                "account", "futures",
                "create_time", fill.at().toEpochMilli());
    }
}
