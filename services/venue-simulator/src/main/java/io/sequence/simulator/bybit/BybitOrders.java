package io.sequence.simulator.bybit;

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
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bybit's orders and executions. Source: Bybit V5, "Trade". */
final class BybitOrders {

    private static final String LINK_ID = "[A-Za-z0-9_-]{1,36}";

    private final TradingDesk desk;
    private final BybitMarkets markets;

    BybitOrders(TradingDesk desk) {
        this.desk = desk;
        this.markets = new BybitMarkets(desk.instruments());
    }

    /** {@code POST /v5/order/create}: an acknowledgement only. */
    VenueReply create(Hearing hearing) {
        OrderTicket ticket = ticket(hearing);
        try {
            Order order = desk.place(hearing.account(), ticket, hearing.now());
            return acknowledged(order, hearing);
        } catch (OrderRefused refused) {
            return BybitReplies.refused(refused.reason(), spot(ticket.instrument()), hearing.now());
        }
    }

    /** {@code POST /v5/order/pre-check}: what an order would bind, without placing it. */
    VenueReply check(Hearing hearing) {
        OrderTicket ticket = ticket(hearing);
        try {
            desk.check(hearing.account(), ticket, hearing.now());
        } catch (OrderRefused refused) {
            return BybitReplies.refused(refused.reason(), spot(ticket.instrument()), hearing.now());
        }
        return BybitReplies.ok(
                Json.object(
                        "orderId",
                        "",
                        "orderLinkId",
                        ticket.clientId() == null ? "" : ticket.clientId(),
                        "preImrE4",
                        0,
                        "preMmrE4",
                        0,
                        "postImrE4",
                        0,
                        "postMmrE4",
                        0),
                hearing.now());
    }

    /** {@code POST /v5/order/cancel}. */
    VenueReply cancel(Hearing hearing) {
        Params body = hearing.call().json();
        Instrument instrument = instrument(hearing, body);
        Order order = named(hearing, body, instrument.symbol());
        try {
            if (order == null) {
                throw new OrderRefused(OrderRefused.Reason.UNKNOWN_ORDER);
            }
            return acknowledged(desk.cancel(hearing.account(), order.id(), hearing.now()), hearing);
        } catch (OrderRefused refused) {
            return BybitReplies.refused(refused.reason(), spot(instrument), hearing.now());
        }
    }

    /** {@code POST /v5/order/cancel-all}. */
    VenueReply cancelAll(Hearing hearing) {
        Params body = hearing.call().json();
        String category = body.get("category", "");
        String symbol = body.get("symbol");
        List<Object> gone =
                hearing.account().openOrders().stream()
                        .filter(o -> o.symbol().startsWith(category + '.'))
                        .filter(o -> symbol == null || BybitMarkets.name(o.symbol()).equals(symbol))
                        .map(o -> desk.cancel(hearing.account(), o.id(), hearing.now()))
                        .<Object>map(BybitOrderRows::ids)
                        .toList();
        return BybitReplies.ok(Json.object("list", gone, "success", "1"), hearing.now());
    }

    /** {@code GET /v5/order/realtime}: open orders, or any recent order when it is named. */
    VenueReply realtime(Hearing hearing) {
        Params query = hearing.call().query();
        boolean named = query.has("orderId") || query.has("orderLinkId");
        Stream<Order> orders = hearing.account().openOrders().stream();
        if (named) {
            orders = Stream.concat(orders, hearing.account().finishedOrders().reversed().stream());
        } else if (query.get("openOnly", "0").equals("1")) {
            orders = hearing.account().finishedOrders().reversed().stream();
        }
        return page(hearing, orders);
    }

    /** {@code GET /v5/order/history}: finished orders, the newest first. */
    VenueReply history(Hearing hearing) {
        return page(hearing, hearing.account().finishedOrders().reversed().stream());
    }

    /** {@code GET /v5/execution/list}: fills, the newest first. */
    VenueReply executions(Hearing hearing) {
        Params query = hearing.call().query();
        String category = category(hearing, query);
        String symbol = query.get("symbol");
        String orderId = query.get("orderId");
        List<Object> rows =
                hearing.account().fills().reversed().stream()
                        .filter(f -> f.symbol().startsWith(category + '.'))
                        .filter(f -> symbol == null || BybitMarkets.name(f.symbol()).equals(symbol))
                        .filter(f -> orderId == null || f.orderId().equals(orderId))
                        .limit(limit(query))
                        .map(BybitOrderRows::execution)
                        .toList();
        return BybitReplies.ok(
                Json.object("category", category, "nextPageCursor", "", "list", rows),
                hearing.now());
    }

    private VenueReply page(Hearing hearing, Stream<Order> orders) {
        Params query = hearing.call().query();
        String category = category(hearing, query);
        String symbol = query.get("symbol");
        String base = query.get("baseCoin");
        String settle = query.get("settleCoin");
        boolean named = query.has("orderId") || query.has("orderLinkId");
        if (category.equals("linear")
                && symbol == null
                && base == null
                && settle == null
                && !named) {
            return BybitReplies.no(
                    10001,
                    "Missing some parameters that must be filled in, symbol or settleCoin or"
                            + " baseCoin",
                    hearing.now());
        }
        List<Object> rows =
                orders.filter(o -> o.symbol().startsWith(category + '.'))
                        .filter(o -> symbol == null || BybitMarkets.name(o.symbol()).equals(symbol))
                        .filter(o -> base == null || instrumentOf(o).base().equals(base))
                        .filter(o -> settle == null || instrumentOf(o).settle().equals(settle))
                        .filter(
                                o ->
                                        fits(query.get("orderId"), o.id())
                                                && fits(query.get("orderLinkId"), o.clientId()))
                        .limit(limit(query))
                        .map(BybitOrderRows::row)
                        .toList();
        return BybitReplies.ok(
                Json.object("category", category, "nextPageCursor", "", "list", rows),
                hearing.now());
    }

    private OrderTicket ticket(Hearing hearing) {
        Params body = hearing.call().json();
        Instrument instrument = instrument(hearing, body);
        if (!hearing.key().mayTrade(instrument.market())) {
            throw BybitReplies.refusal(
                    10005,
                    "Permission denied, please check your API key permissions.",
                    hearing.now());
        }
        String sideWord = body.get("side", "");
        String typeWord = body.get("orderType", "");
        String link = body.get("orderLinkId");
        boolean sound =
                List.of("Buy", "Sell").contains(sideWord)
                        && List.of("Market", "Limit").contains(typeWord)
                        && body.has("qty")
                        && (link == null || link.matches(LINK_ID));
        if (!sound) {
            throw BybitReplies.refusal(10001, "Request parameter error.", hearing.now());
        }
        Side side = sideWord.equals("Buy") ? Side.BUY : Side.SELL;
        OrderType type = typeWord.equals("Market") ? OrderType.MARKET : OrderType.LIMIT;
        boolean marketOnSpot = spot(instrument) && type == OrderType.MARKET;
        // A spot market buy names what to spend unless it says otherwise.
        boolean inQuote =
                marketOnSpot
                        && body.get("marketUnit", side == Side.BUY ? "quoteCoin" : "baseCoin")
                                .equals("quoteCoin");
        BigDecimal amount = body.decimal("qty");
        return new OrderTicket(
                spot(instrument) ? Dice.digits(19) : UUID.randomUUID().toString(),
                link,
                instrument,
                side,
                type,
                type == OrderType.MARKET ? TimeInForce.IOC : force(body.get("timeInForce", "GTC")),
                type == OrderType.MARKET ? null : body.decimal("price"),
                inQuote ? null : amount,
                inQuote ? amount : null,
                body.isTrue("reduceOnly"));
    }

    private Instrument instrument(Hearing hearing, Params params) {
        String category = category(hearing, params);
        Instrument instrument = markets.find(category, params.get("symbol", ""));
        if (instrument == null) {
            throw category.equals("spot")
                    ? BybitReplies.refusal(170121, "Invalid symbol.", hearing.now())
                    : BybitReplies.refusal(
                            10001,
                            "params error: symbol invalid " + params.get("symbol", ""),
                            hearing.now());
        }
        return instrument;
    }

    private static String category(Hearing hearing, Params params) {
        String category = params.get("category", "");
        if (!List.of("spot", "linear", "inverse", "option").contains(category)) {
            throw BybitReplies.refusal(10001, "params error: Category is invalid", hearing.now());
        }
        return category;
    }

    private static @Nullable Order named(Hearing hearing, Params body, String symbol) {
        String id = body.get("orderId");
        String link = body.get("orderLinkId");
        if (id == null && link == null) {
            throw BybitReplies.refusal(10001, "orderId or orderLinkId is required", hearing.now());
        }
        return hearing.account()
                .order(
                        o ->
                                o.symbol().equals(symbol)
                                        && (id == null
                                                ? Objects.equals(link, o.clientId())
                                                : id.equals(o.id())))
                .orElse(null);
    }

    private static VenueReply acknowledged(Order order, Hearing hearing) {
        return BybitReplies.ok(BybitOrderRows.ids(order), hearing.now());
    }

    private static TimeInForce force(String word) {
        return switch (word) {
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            case "PostOnly" -> TimeInForce.POST_ONLY;
            default -> TimeInForce.GTC;
        };
    }

    private Instrument instrumentOf(Order order) {
        return Objects.requireNonNull(desk.instruments().find(order.symbol()));
    }

    private static boolean spot(Instrument instrument) {
        return instrument.kind() == Instrument.Kind.SPOT;
    }

    private static boolean fits(@Nullable String asked, @Nullable String there) {
        return asked == null || asked.equals(there);
    }

    private static long limit(Params query) {
        BigDecimal limit = query.decimal("limit");
        return limit == null ? 50 : Math.clamp(limit.longValue(), 1, 100);
    }
}
