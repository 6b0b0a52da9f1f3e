package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderStatus;
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
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** KuCoin's futures orders; sizes are lots. Source: KuCoin docs, "Futures Trading › Orders". */
final class KucoinFutures {

    private static final String CLIENT_ID = "[A-Za-z0-9_-]{1,40}";

    private final TradingDesk desk;

    KucoinFutures(TradingDesk desk) {
        this.desk = desk;
    }

    /**
     * Runs a handler only for a key with the Futures permission, which the futures host asks for
     * even to read.
     */
    static Function<Hearing, VenueReply> permitted(Function<Hearing, VenueReply> handler) {
        return hearing ->
                hearing.key().mayTrade(MarketKind.DERIVATIVES)
                        ? handler.apply(hearing)
                        : KucoinReplies.no(
                                403, "400007", "Access denied, require more permission.");
    }

    /** {@code POST /api/v1/orders}. */
    VenueReply place(Hearing hearing) {
        return take(
                hearing,
                ticket -> {
                    Order order = desk.place(hearing.account(), ticket, hearing.now());
                    return acknowledged(order.id(), order.clientId());
                });
    }

    /** {@code POST /api/v1/orders/test}: checked, never placed. */
    VenueReply test(Hearing hearing) {
        return take(
                hearing,
                ticket -> {
                    desk.check(hearing.account(), ticket, hearing.now());
                    return acknowledged(ticket.id(), ticket.clientId());
                });
    }

    /** {@code DELETE /api/v1/orders/{orderId}}. */
    VenueReply cancel(Hearing hearing) {
        String id = hearing.part("orderId");
        try {
            desk.cancel(hearing.account(), id, hearing.now());
            return KucoinReplies.ok(Json.object("cancelledOrderIds", List.of(id)));
        } catch (OrderRefused refused) {
            return KucoinReplies.refused(refused.reason(), true);
        }
    }

    /** {@code DELETE /api/v1/orders/client-order/{clientOid}}. */
    VenueReply cancelByClientId(Hearing hearing) {
        String client = hearing.part("clientOid");
        Order order = hearing.account().order(o -> client.equals(o.clientId())).orElse(null);
        try {
            if (order == null) {
                throw new OrderRefused(OrderRefused.Reason.UNKNOWN_ORDER);
            }
            desk.cancel(hearing.account(), order.id(), hearing.now());
            return KucoinReplies.ok(Json.object("clientOid", client));
        } catch (OrderRefused refused) {
            return KucoinReplies.refused(refused.reason(), true);
        }
    }

    /** {@code GET /api/v1/orders/{orderId}}. */
    VenueReply get(Hearing hearing) {
        return found(hearing.account().order(hearing.part("orderId")).orElse(null));
    }

    /** {@code GET /api/v1/orders/byClientOid}. */
    VenueReply getByClientId(Hearing hearing) {
        String client = hearing.call().query().get("clientOid", "");
        return found(hearing.account().order(o -> client.equals(o.clientId())).orElse(null));
    }

    /** {@code GET /api/v1/orders}: a page of open or finished orders. */
    VenueReply list(Hearing hearing) {
        Params query = hearing.call().query();
        String symbol = query.get("symbol");
        boolean active = query.get("status", "done").equals("active");
        List<Order> orders =
                active
                        ? hearing.account().openOrders().reversed()
                        : hearing.account().finishedOrders().reversed();
        return page(
                orders.stream()
                        .filter(
                                o ->
                                        contract(o.symbol())
                                                && (symbol == null || symbol.equals(o.symbol())))
                        .map(this::row)
                        .limit(100)
                        .toList());
    }

    /** {@code GET /api/v1/fills}. */
    VenueReply fills(Hearing hearing) {
        String symbol = hearing.call().query().get("symbol");
        return page(
                hearing.account().fills().reversed().stream()
                        .filter(
                                f ->
                                        contract(f.symbol())
                                                && (symbol == null || symbol.equals(f.symbol())))
                        .map(this::fill)
                        .limit(100)
                        .toList());
    }

    private static VenueReply page(List<Object> items) {
        return KucoinReplies.ok(
                Json.object(
                        "currentPage",
                        1,
                        "pageSize",
                        100,
                        "totalNum",
                        items.size(),
                        "totalPage",
                        1,
                        "items",
                        items));
    }

    private VenueReply found(@Nullable Order order) {
        return order == null || !contract(order.symbol())
                ? KucoinReplies.no(200, "100001", "error.getOrder.orderNotExist")
                : KucoinReplies.ok(row(order));
    }

    private VenueReply take(Hearing hearing, Function<OrderTicket, VenueReply> then) {
        Params body = hearing.call().json();
        Instrument instrument = desk.instruments().find(body.get("symbol", ""));
        if (instrument == null || instrument.market() != MarketKind.DERIVATIVES) {
            return KucoinReplies.no(200, "400100", "Symbol not exists");
        }
        String client = body.get("clientOid");
        BigDecimal leverage = body.decimal("leverage");
        boolean sound =
                client != null
                        && client.matches(CLIENT_ID)
                        && List.of("buy", "sell").contains(body.get("side", ""))
                        && List.of("limit", "market").contains(body.get("type", "limit"))
                        && (leverage == null
                                || leverage.signum() > 0
                                        && leverage.compareTo(new BigDecimal("100")) <= 0);
        if (!sound) {
            return KucoinReplies.no(400, "400100", "Parameter error");
        }
        if (leverage != null) {
            hearing.account().leverage(instrument.symbol(), Math.max(1, leverage.intValue()));
        }
        boolean market = body.get("type", "limit").equals("market");
        OrderTicket ticket =
                new OrderTicket(
                        Dice.digits(18),
                        client,
                        instrument,
                        body.get("side", "").equals("buy") ? Side.BUY : Side.SELL,
                        market ? OrderType.MARKET : OrderType.LIMIT,
                        market ? TimeInForce.IOC : KucoinSpotOrders.force(body),
                        market ? null : body.decimal("price"),
                        lots(hearing, body, instrument),
                        null,
                        body.isTrue("reduceOnly") || body.isTrue("closeOrder"));
        try {
            return then.apply(ticket);
        } catch (OrderRefused refused) {
            return KucoinReplies.refused(refused.reason(), true);
        }
    }

    /**
     * Lots from {@code size}, or from {@code qty} (base) or {@code valueQty} (quote), rounded down.
     */
    private @Nullable BigDecimal lots(Hearing hearing, Params body, Instrument instrument) {
        BigDecimal size = body.decimal("size");
        if (size != null) {
            return size;
        }
        BigDecimal unit = instrument.contractSize();
        BigDecimal price = desk.prices().quote(instrument, hearing.now()).last();
        BigDecimal base = body.decimal("qty");
        BigDecimal value = body.decimal("valueQty");
        if (instrument.kind() == Instrument.Kind.INVERSE) {
            BigDecimal quote = value == null && base != null ? base.multiply(price) : value;
            return quote == null ? null : quote.divide(unit, 0, RoundingMode.DOWN);
        }
        if (base != null) {
            return base.divide(unit, 0, RoundingMode.DOWN);
        }
        return value == null ? null : value.divide(unit.multiply(price), 0, RoundingMode.DOWN);
    }

    private static VenueReply acknowledged(String id, @Nullable String client) {
        return KucoinReplies.ok(
                Json.object("orderId", id, "clientOid", client == null ? "" : client));
    }

    private static boolean contract(String symbol) {
        return !symbol.contains("-");
    }

    private Object row(Order order) {
        Instrument instrument = Objects.requireNonNull(desk.instruments().find(order.symbol()));
        boolean gone = order.status() == OrderStatus.CANCELLED;
        String average = order.filledPrice() == null ? "0" : Json.plain(order.filledPrice());
        return Json.object(
                "id",
                order.id(),
                "symbol",
                order.symbol(),
                "type",
                order.type() == OrderType.MARKET ? "market" : "limit",
                "side",
                order.side() == Side.BUY ? "buy" : "sell",
                "price",
                Json.plainOrEmpty(order.price()),
                "size",
                order.quantity().longValue(),
                "value",
                order.price() == null
                        ? "0"
                        : Json.plain(instrument.value(order.quantity(), order.price())),
                "dealValue",
                Json.plain(order.filledValue()),
                "dealSize",
                order.filledQuantity().longValue(),
                "stp",
                "",
                "stop",
                "",
                "stopPriceType",
                "",
                "stopTriggered",
                false,
                "stopPrice",
                null,
                "timeInForce",
                order.timeInForce() == TimeInForce.IOC ? "IOC" : "GTC",
                "postOnly",
                order.timeInForce() == TimeInForce.POST_ONLY,
                "hidden",
                false,
                "iceberg",
                false,
                "leverage",
                "10",
                "forceHold",
                false,
                "closeOrder",
                false,
                "visibleSize",
                0,
                "clientOid",
                order.clientId() == null ? "" : order.clientId(),
                "remark",
                null,
                "tags",
                "",
                "isActive",
                order.open(),
                "cancelExist",
                gone,
                "createdAt",
                order.createdAt().toEpochMilli(),
                "updatedAt",
                order.updatedAt().toEpochMilli(),
                "endAt",
                order.open() ? null : order.updatedAt().toEpochMilli(),
                "orderTime",
                order.createdAt().toEpochMilli() * 1_000_000,
                "settleCurrency",
                KucoinMarkets.futuresName(instrument.settle()),
                "marginMode",
                "CROSS",
                "avgDealPrice",
                average,
                "filledSize",
                order.filledQuantity().longValue(),
                "filledValue",
                Json.plain(order.filledValue()),
                "status",
                order.open() ? "open" : "done",
                "reduceOnly",
                order.reduceOnly());
    }

    private Object fill(Fill fill) {
        Instrument instrument = Objects.requireNonNull(desk.instruments().find(fill.symbol()));
        return Json.object(
                "symbol", fill.symbol(),
                "tradeId", String.valueOf(Math.abs((long) fill.orderId().hashCode())),
                "orderId", fill.orderId(),
                "side", fill.side() == Side.BUY ? "buy" : "sell",
                "liquidity", fill.maker() ? "maker" : "taker",
                "forceTaker", false,
                "price", Json.plain(fill.price()),
                "size", fill.quantity().longValue(),
                "value", Json.plain(fill.value()),
                "openFeePay", Json.plain(fill.fee()),
                "closeFeePay", "0",
                "stop", "",
                "feeRate", "0.0006",
                "fixFee", "0",
                "feeCurrency", KucoinMarkets.futuresName(fill.feeAsset()),
                "fee", Json.plain(fill.fee()),
                "orderType", fill.maker() ? "limit" : "market",
                "tradeType", "trade",
                "settleCurrency", KucoinMarkets.futuresName(instrument.settle()),
                "tradeTime", fill.at().toEpochMilli() * 1_000_000,
                "createdAt", fill.at().toEpochMilli());
    }
}
