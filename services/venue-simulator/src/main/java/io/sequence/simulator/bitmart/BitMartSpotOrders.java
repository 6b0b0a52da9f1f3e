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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * BitMart's spot orders: snake case to place and cancel, camel case to ask. Source: BitMart API,
 * "Spot Trading".
 */
final class BitMartSpotOrders {

    private static final List<String> TYPES = List.of("limit", "market", "limit_maker", "ioc");

    private final TradingDesk desk;

    BitMartSpotOrders(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code POST /spot/v2/submit_order}. */
    VenueReply submit(Hearing hearing) {
        Params body = hearing.call().json();
        if (!hearing.key().mayTrade(MarketKind.SPOT)) {
            return BitMartReplies.noPermission();
        }
        Instrument instrument = desk.instruments().find(body.get("symbol", ""));
        if (instrument == null || instrument.kind() != Instrument.Kind.SPOT) {
            return BitMartReplies.noSymbol();
        }
        VenueReply wrong = wrong(body);
        if (wrong != null) {
            return wrong;
        }
        try {
            Order order = desk.place(hearing.account(), ticket(body, instrument), hearing.now());
            return BitMartReplies.ok(Json.object("order_id", order.id()));
        } catch (OrderRefused refused) {
            return BitMartReplies.refused(refused.reason());
        }
    }

    /** {@code POST /spot/v3/cancel_order}. */
    VenueReply cancel(Hearing hearing) {
        Params body = hearing.call().json();
        if (!hearing.key().mayTrade(MarketKind.SPOT)) {
            return BitMartReplies.noPermission();
        }
        Order order = named(hearing, body.get("order_id"), body.get("client_order_id"));
        try {
            if (order == null || !order.symbol().equals(body.get("symbol", order.symbol()))) {
                throw new OrderRefused(OrderRefused.Reason.UNKNOWN_ORDER);
            }
            desk.cancel(hearing.account(), order.id(), hearing.now());
            return BitMartReplies.ok(Json.object("result", true));
        } catch (OrderRefused refused) {
            return BitMartReplies.refused(refused.reason());
        }
    }

    /** {@code POST /spot/v4/query/order}. */
    VenueReply order(Hearing hearing) {
        return found(named(hearing, hearing.call().json().get("orderId", "0"), null));
    }

    /** {@code POST /spot/v4/query/client-order}. */
    VenueReply clientOrder(Hearing hearing) {
        return found(named(hearing, null, hearing.call().json().get("clientOrderId")));
    }

    /** {@code POST /spot/v4/query/open-orders}. */
    VenueReply open(Hearing hearing) {
        return rows(hearing, hearing.account().openOrders().reversed());
    }

    /** {@code POST /spot/v4/query/history-orders}. */
    VenueReply history(Hearing hearing) {
        return rows(hearing, hearing.account().finishedOrders().reversed());
    }

    /** {@code POST /spot/v4/query/trades}. */
    VenueReply trades(Hearing hearing) {
        String symbol = hearing.call().json().get("symbol");
        List<Object> rows = new ArrayList<>();
        for (Fill fill : hearing.account().fills().reversed()) {
            boolean wanted =
                    BitMartMarkets.isSpot(fill.symbol())
                            && (symbol == null || symbol.equals(fill.symbol()));
            if (wanted && rows.size() < 200) {
                rows.add(BitMartSpotRows.fill(fill, hearing));
            }
        }
        return BitMartReplies.ok(rows);
    }

    private static VenueReply rows(Hearing hearing, List<Order> orders) {
        String symbol = hearing.call().json().get("symbol");
        return BitMartReplies.ok(
                orders.stream()
                        .filter(o -> BitMartMarkets.isSpot(o.symbol()))
                        .filter(o -> symbol == null || symbol.equals(o.symbol()))
                        .limit(200)
                        .map(BitMartSpotRows::row)
                        .toList());
    }

    private static VenueReply found(@Nullable Order order) {
        return order == null
                ? BitMartReplies.no(400, 50005, "Order Id not found")
                : BitMartReplies.ok(BitMartSpotRows.row(order));
    }

    private static @Nullable Order named(
            Hearing hearing, @Nullable String id, @Nullable String client) {
        return hearing.account()
                .order(
                        o ->
                                BitMartMarkets.isSpot(o.symbol())
                                        && (id == null
                                                ? client != null && client.equals(o.clientId())
                                                : id.equals(o.id())))
                .orElse(null);
    }

    private static @Nullable VenueReply wrong(Params body) {
        if (!List.of("buy", "sell").contains(body.get("side", ""))) {
            return BitMartReplies.no(400, 50021, "Invalid side");
        }
        if (!TYPES.contains(body.get("type", ""))) {
            return BitMartReplies.no(400, 50021, "Invalid type");
        }
        boolean spends =
                body.get("type", "").equals("market") && body.get("side", "").equals("buy");
        if (spends && !body.has("notional")) {
            return BitMartReplies.no(400, 50012, "RequestParam notional is required");
        }
        if (!spends && !body.has("size")) {
            return BitMartReplies.no(400, 50010, "RequestParam size is required");
        }
        return wrongClientId(body.get("client_order_id", ""));
    }

    /** At most 32 letters and digits. */
    private static @Nullable VenueReply wrongClientId(String client) {
        if (client.length() > 32) {
            return BitMartReplies.no(400, 50037, "The client_order_id is longer than 32");
        }
        return client.matches("[A-Za-z0-9]*")
                ? null
                : BitMartReplies.no(400, 50038, "The client_order_id has an invalid format");
    }

    private static OrderTicket ticket(Params body, Instrument instrument) {
        String type = body.get("type", "");
        boolean market = type.equals("market");
        boolean buy = body.get("side", "").equals("buy");
        return new OrderTicket(
                Dice.digits(18),
                body.get("client_order_id"),
                instrument,
                buy ? Side.BUY : Side.SELL,
                market ? OrderType.MARKET : OrderType.LIMIT,
                switch (type) {
                    case "market", "ioc" -> TimeInForce.IOC;
                    case "limit_maker" -> TimeInForce.POST_ONLY;
                    default -> TimeInForce.GTC;
                },
                market ? null : body.decimal("price"),
                market && buy ? null : body.decimal("size"),
                market && buy ? body.decimal("notional") : null,
                false);
    }
}
