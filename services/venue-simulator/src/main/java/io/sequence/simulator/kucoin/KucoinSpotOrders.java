package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * KuCoin's spot orders. Rows carry no status word. Source: KuCoin docs, "Spot Trading › Orders".
 */
final class KucoinSpotOrders {

    private static final String CLIENT_ID = "[A-Za-z0-9_-]{1,40}";

    private final TradingDesk desk;

    KucoinSpotOrders(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code POST /api/v1/hf/orders}: an acknowledgement only. */
    VenueReply place(Hearing hearing) {
        return take(
                hearing,
                ticket -> acknowledged(desk.place(hearing.account(), ticket, hearing.now())));
    }

    /** {@code POST /api/v1/hf/orders/sync}: with what came of it. */
    VenueReply placeAndWait(Hearing hearing) {
        return take(
                hearing,
                ticket -> {
                    Order order = desk.place(hearing.account(), ticket, hearing.now());
                    Map<String, @Nullable Object> data = KucoinSpotRows.ids(order);
                    data.put("orderTime", order.createdAt().toEpochMilli());
                    data.put("matchTime", hearing.now().toEpochMilli());
                    data.putAll(KucoinSpotRows.sizes(order));
                    return KucoinReplies.ok(data);
                });
    }

    /** {@code POST /api/v1/hf/orders/test}: checked, never placed. */
    VenueReply test(Hearing hearing) {
        return take(
                hearing,
                ticket -> {
                    desk.check(hearing.account(), ticket, hearing.now());
                    return KucoinReplies.ok(
                            Json.object(
                                    "orderId",
                                    ticket.id(),
                                    "clientOid",
                                    ticket.clientId() == null ? "" : ticket.clientId()));
                });
    }

    /** {@code DELETE /api/v1/hf/orders/{orderId}}. */
    VenueReply cancel(Hearing hearing) {
        return cancel(
                hearing,
                hearing.account().order(hearing.part("orderId")).orElse(null),
                order -> KucoinReplies.ok(Json.object("orderId", order.id())));
    }

    /** {@code DELETE /api/v1/hf/orders/client-order/{clientOid}}. */
    VenueReply cancelByClientId(Hearing hearing) {
        String client = hearing.part("clientOid");
        return cancel(
                hearing,
                hearing.account().order(o -> client.equals(o.clientId())).orElse(null),
                order -> KucoinReplies.ok(Json.object("clientOid", client)));
    }

    /** {@code DELETE /api/v1/hf/orders/sync/{orderId}}: with what was left of it. */
    VenueReply cancelAndWait(Hearing hearing) {
        return cancel(
                hearing,
                hearing.account().order(hearing.part("orderId")).orElse(null),
                order -> {
                    Map<String, @Nullable Object> data = Json.object("orderId", order.id());
                    data.putAll(KucoinSpotRows.sizes(order));
                    return KucoinReplies.ok(data);
                });
    }

    /** {@code GET /api/v1/hf/orders/{orderId}}. */
    VenueReply get(Hearing hearing) {
        return found(hearing.account().order(hearing.part("orderId")).orElse(null));
    }

    /** {@code GET /api/v1/hf/orders/client-order/{clientOid}}. */
    VenueReply getByClientId(Hearing hearing) {
        String client = hearing.part("clientOid");
        return found(hearing.account().order(o -> client.equals(o.clientId())).orElse(null));
    }

    /** {@code GET /api/v1/hf/orders/active}: a plain list. */
    VenueReply active(Hearing hearing) {
        return KucoinReplies.ok(rows(hearing, hearing.account().openOrders()));
    }

    /** {@code GET /api/v1/hf/orders/done}. */
    VenueReply done(Hearing hearing) {
        return KucoinReplies.ok(
                Json.object(
                        "lastId",
                        0,
                        "items",
                        rows(hearing, hearing.account().finishedOrders().reversed())));
    }

    /** {@code GET /api/v1/hf/fills}. */
    VenueReply fills(Hearing hearing) {
        String symbol = hearing.call().query().get("symbol");
        String orderId = hearing.call().query().get("orderId");
        List<Object> rows = new ArrayList<>();
        for (Fill fill : hearing.account().fills().reversed()) {
            boolean wanted =
                    fill.symbol().contains("-")
                            && (symbol == null || symbol.equals(fill.symbol()))
                            && (orderId == null || orderId.equals(fill.orderId()));
            if (wanted && rows.size() < 100) {
                rows.add(KucoinSpotRows.fill(fill));
            }
        }
        return KucoinReplies.ok(Json.object("items", rows, "lastId", 0));
    }

    private VenueReply take(Hearing hearing, Function<OrderTicket, VenueReply> then) {
        Params body = hearing.call().json();
        Instrument instrument = desk.instruments().find(body.get("symbol", ""));
        if (instrument == null || instrument.kind() != Instrument.Kind.SPOT) {
            return KucoinReplies.no(200, "900001", "symbol not exists");
        }
        if (!hearing.key().mayTrade(instrument.market())) {
            return KucoinReplies.no(403, "400007", "Access denied, require more permission.");
        }
        String client = body.get("clientOid");
        boolean sound =
                List.of("buy", "sell").contains(body.get("side", ""))
                        && List.of("limit", "market").contains(body.get("type", "limit"))
                        && (client == null || client.matches(CLIENT_ID));
        if (!sound) {
            return KucoinReplies.no(400, "400100", "Parameter error");
        }
        boolean market = body.get("type", "limit").equals("market");
        OrderTicket ticket =
                new OrderTicket(
                        Dice.hex(24),
                        client,
                        instrument,
                        body.get("side", "").equals("buy") ? Side.BUY : Side.SELL,
                        market ? OrderType.MARKET : OrderType.LIMIT,
                        market ? TimeInForce.IOC : force(body),
                        market ? null : body.decimal("price"),
                        body.decimal("size"),
                        market ? body.decimal("funds") : null,
                        false);
        try {
            return then.apply(ticket);
        } catch (OrderRefused refused) {
            return KucoinReplies.refused(refused.reason(), false);
        }
    }

    private VenueReply cancel(
            Hearing hearing, @Nullable Order order, Function<Order, VenueReply> then) {
        try {
            if (order == null
                    || !order.symbol()
                            .equals(hearing.call().query().get("symbol", order.symbol()))) {
                throw new OrderRefused(OrderRefused.Reason.UNKNOWN_ORDER);
            }
            return then.apply(desk.cancel(hearing.account(), order.id(), hearing.now()));
        } catch (OrderRefused refused) {
            return KucoinReplies.refused(refused.reason(), false);
        }
    }

    private static VenueReply found(@Nullable Order order) {
        return order == null || !order.symbol().contains("-")
                ? KucoinReplies.no(200, "order_not_exist", "order_not_exist")
                : KucoinReplies.ok(KucoinSpotRows.row(order));
    }

    private static List<Object> rows(Hearing hearing, List<Order> orders) {
        String symbol = hearing.call().query().get("symbol");
        return orders.stream()
                .filter(o -> o.symbol().contains("-"))
                .filter(o -> symbol == null || symbol.equals(o.symbol()))
                .limit(100)
                .map(KucoinSpotRows::row)
                .toList();
    }

    static TimeInForce force(Params body) {
        if (body.isTrue("postOnly")) {
            return TimeInForce.POST_ONLY;
        }
        return switch (body.get("timeInForce", "GTC").toUpperCase(Locale.ROOT)) {
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> TimeInForce.GTC;
        };
    }

    private static VenueReply acknowledged(Order order) {
        return KucoinReplies.ok(KucoinSpotRows.ids(order));
    }
}
