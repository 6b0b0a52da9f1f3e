package io.sequence.simulator.kraken;

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
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Kraken's orders and trades. Source: Kraken API reference, "Trading" and "Account Data". */
final class KrakenOrders {

    private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String CLIENT_ID =
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32}|[\\x21-\\x7e]{1,18}";

    private final TradingDesk desk;
    private final KrakenOrderRows rows;

    KrakenOrders(TradingDesk desk) {
        this.desk = desk;
        this.rows = new KrakenOrderRows(desk);
    }

    /** {@code POST /0/private/AddOrder}; {@code validate} checks without placing. */
    VenueReply add(Hearing hearing) {
        Params body = KrakenBody.of(hearing.call());
        Instrument pair = KrakenMarkets.find(desk.instruments(), body.get("pair", ""));
        if (pair == null) {
            return KrakenReplies.no("EQuery:Unknown asset pair");
        }
        String wrong = wrong(body, hearing.now());
        if (wrong != null) {
            return KrakenReplies.no(wrong);
        }
        try {
            OrderTicket ticket = ticket(hearing, body, pair);
            Object description =
                    Json.object(
                            "order", KrakenOrderRows.description(ticket, body.get("volume", "0")));
            if (ticket.timeInForce() == TimeInForce.POST_ONLY
                    && desk.meetsPrice(ticket, hearing.now())) {
                return KrakenReplies.no("EOrder:Post only order");
            }
            if (body.isTrue("validate") || body.get("validate", "").equals("1")) {
                desk.check(hearing.account(), ticket, hearing.now());
                return KrakenReplies.ok(Json.object("descr", description));
            }
            Order order = desk.place(hearing.account(), ticket, hearing.now());
            return KrakenReplies.ok(Json.object("descr", description, "txid", List.of(order.id())));
        } catch (OrderRefused refused) {
            return KrakenReplies.refused(refused.reason());
        }
    }

    private static @Nullable String wrong(Params body, Instant now) {
        if (!List.of("buy", "sell").contains(body.get("type", ""))) {
            return "EGeneral:Invalid arguments:type";
        }
        if (!List.of("market", "limit").contains(body.get("ordertype", ""))) {
            return "EGeneral:Invalid arguments:ordertype";
        }
        String client = body.get("cl_ord_id");
        if (client != null && !client.matches(CLIENT_ID)) {
            return "EGeneral:Invalid arguments:cl_ord_id";
        }
        String reference = body.get("userref");
        if (reference != null && (client != null || !reference.matches("-?\\d{1,10}"))) {
            return "EGeneral:Invalid arguments:userref";
        }
        String deadline = body.get("deadline");
        try {
            boolean late =
                    deadline != null && OffsetDateTime.parse(deadline).toInstant().isBefore(now);
            return late ? "EService:Deadline elapsed" : null;
        } catch (DateTimeException notATime) {
            return "EGeneral:Invalid arguments:deadline";
        }
    }

    private static OrderTicket ticket(Hearing hearing, Params body, Instrument pair) {
        OrderType type =
                body.get("ordertype", "").equals("market") ? OrderType.MARKET : OrderType.LIMIT;
        List<String> flags = Arrays.asList(body.get("oflags", "").split(","));
        boolean inQuote = flags.contains("viqc");
        BigDecimal volume = body.decimal("volume");
        if (volume == null) {
            throw new OrderRefused(OrderRefused.Reason.QUANTITY_MISSING);
        }
        String reference = body.get("userref");
        return new OrderTicket(
                id('O'),
                reference == null
                        ? body.get("cl_ord_id")
                        : KrakenOrderRows.REFERENCE
                                + reference
                                + ':'
                                + hearing.now().toEpochMilli()
                                + Dice.digits(6),
                pair,
                body.get("type", "").equals("buy") ? Side.BUY : Side.SELL,
                type,
                flags.contains("post") ? TimeInForce.POST_ONLY : force(body, type),
                type == OrderType.MARKET ? null : body.decimal("price"),
                inQuote ? null : volume,
                inQuote ? volume : null,
                false);
    }

    private static TimeInForce force(Params body, OrderType type) {
        if (type == OrderType.MARKET) {
            return TimeInForce.IOC;
        }
        return switch (body.get("timeinforce", "GTC").toUpperCase(Locale.ROOT)) {
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> TimeInForce.GTC;
        };
    }

    /**
     * {@code POST /0/private/CancelOrder}: by order id, by user reference (all of them) or by
     * client id.
     */
    VenueReply cancel(Hearing hearing) {
        Params body = KrakenBody.of(hearing.call());
        String id = body.get("txid");
        String client = body.get("cl_ord_id");
        if (id == null && client == null) {
            return KrakenReplies.no("EGeneral:Invalid arguments");
        }
        List<Order> gone =
                hearing.account().openOrders().stream()
                        .filter(
                                o ->
                                        id == null
                                                ? Objects.equals(client, o.clientId())
                                                : id.equals(o.id())
                                                        || id.equals(KrakenOrderRows.reference(o)))
                        .toList();
        if (gone.isEmpty()) {
            return KrakenReplies.no("EOrder:Unknown order");
        }
        gone.forEach(o -> desk.cancel(hearing.account(), o.id(), hearing.now()));
        return KrakenReplies.ok(Json.object("count", gone.size()));
    }

    /** {@code POST /0/private/CancelAll}. */
    VenueReply cancelAll(Hearing hearing) {
        List<Order> gone = hearing.account().openOrders();
        gone.forEach(o -> desk.cancel(hearing.account(), o.id(), hearing.now()));
        return KrakenReplies.ok(Json.object("count", gone.size()));
    }

    /**
     * {@code POST /0/private/QueryOrders}: up to fifty orders by id; those that are not there are
     * left out.
     */
    VenueReply query(Hearing hearing) {
        String[] ids = KrakenBody.of(hearing.call()).get("txid", "").split(",");
        if (ids.length > 50) {
            return KrakenReplies.no("EGeneral:Invalid arguments:txid");
        }
        Map<String, @Nullable Object> result = Json.object();
        for (String id : ids) {
            hearing.account().order(id).ifPresent(order -> result.put(id, rows.row(order)));
        }
        return result.isEmpty()
                ? KrakenReplies.no("EOrder:Unknown order")
                : KrakenReplies.ok(result);
    }

    /** {@code POST /0/private/OpenOrders}. */
    VenueReply open(Hearing hearing) {
        Params body = KrakenBody.of(hearing.call());
        Map<String, @Nullable Object> open = Json.object();
        for (Order order : hearing.account().openOrders().reversed()) {
            boolean wanted =
                    (!body.has("userref")
                                    || body.get("userref", "")
                                            .equals(KrakenOrderRows.reference(order)))
                            && (!body.has("cl_ord_id")
                                    || body.get("cl_ord_id", "").equals(order.clientId()));
            if (wanted) {
                open.put(order.id(), rows.row(order));
            }
        }
        return KrakenReplies.ok(Json.object("open", open));
    }

    /** {@code POST /0/private/ClosedOrders}: the newest fifty from an offset. */
    VenueReply closed(Hearing hearing) {
        BigDecimal offset = KrakenBody.of(hearing.call()).decimal("ofs");
        List<Order> all = hearing.account().finishedOrders().reversed();
        Map<String, @Nullable Object> closed = Json.object();
        all.stream()
                .skip(offset == null ? 0 : Math.clamp(offset.longValue(), 0, 10_000))
                .limit(50)
                .forEach(order -> closed.put(order.id(), rows.row(order)));
        return KrakenReplies.ok(Json.object("closed", closed, "count", all.size()));
    }

    /** {@code POST /0/private/TradesHistory}. */
    VenueReply trades(Hearing hearing) {
        List<Fill> all = hearing.account().fills().reversed();
        Map<String, @Nullable Object> trades = Json.object();
        all.stream()
                .limit(50)
                .forEach(fill -> trades.put(KrakenOrderRows.tradeId(fill), rows.trade(fill)));
        return KrakenReplies.ok(Json.object("trades", trades, "count", all.size()));
    }

    private static String id(char first) {
        return first
                + Dice.pick(ID_LETTERS, 5)
                + '-'
                + Dice.pick(ID_LETTERS, 5)
                + '-'
                + Dice.pick(ID_LETTERS, 6);
    }
}
