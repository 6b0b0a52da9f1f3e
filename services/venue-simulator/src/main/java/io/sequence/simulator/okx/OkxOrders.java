package io.sequence.simulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.okx.OkxReplies.Words;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OKX's orders. A refused order is in {@code data[0].sCode}, under code 1. Source: OKX V5, "Order
 * Book Trading › Trade".
 */
final class OkxOrders {

    private static final List<String> TYPES =
            List.of("market", "limit", "post_only", "fok", "ioc", "optimal_limit_ioc");
    private static final int MOST_IN_A_BATCH = 20;

    private final TradingDesk desk;
    private final OkxOrderRows rows;

    OkxOrders(TradingDesk desk) {
        this.desk = desk;
        this.rows = new OkxOrderRows(desk);
    }

    /** {@code POST /api/v5/trade/order}. */
    VenueReply place(Hearing hearing) {
        return answer(hearing, List.of(place(hearing, hearing.call().json())), true);
    }

    /** {@code POST /api/v5/trade/batch-orders}. */
    VenueReply placeAll(Hearing hearing) {
        return batch(hearing, body -> place(hearing, body), true);
    }

    /** {@code POST /api/v5/trade/cancel-order}. */
    VenueReply cancel(Hearing hearing) {
        return answer(hearing, List.of(cancel(hearing, hearing.call().json())), false);
    }

    /** {@code POST /api/v5/trade/cancel-batch-orders}. */
    VenueReply cancelAll(Hearing hearing) {
        return batch(hearing, body -> cancel(hearing, body), false);
    }

    /** {@code POST /api/v5/trade/order-precheck}. */
    VenueReply check(Hearing hearing) {
        Params body = hearing.call().json();
        Object ticket = ticket(hearing, body);
        if (ticket instanceof Words words) {
            return OkxReplies.no(200, words.code(), words.words());
        }
        try {
            desk.check(hearing.account(), (OrderTicket) ticket, hearing.now());
        } catch (OrderRefused refused) {
            Words words = OkxReplies.refused(refused.reason(), "");
            return OkxReplies.no(200, words.code(), words.words());
        }
        return OkxReplies.ok(
                List.of(
                        Json.object(
                                "adjEq",
                                "",
                                "adjEqChg",
                                "",
                                "availBal",
                                "",
                                "availBalChg",
                                "",
                                "imr",
                                "",
                                "imrChg",
                                "",
                                "liab",
                                "",
                                "liabChg",
                                "",
                                "liabChgCcy",
                                "",
                                "liqPx",
                                "",
                                "liqPxDiff",
                                "",
                                "mgnRatio",
                                "",
                                "mgnRatioChg",
                                "",
                                "mmr",
                                "",
                                "mmrChg",
                                "",
                                "posBal",
                                "",
                                "posBalChg",
                                "",
                                "type",
                                "")));
    }

    /** {@code GET /api/v5/trade/order}. */
    VenueReply get(Hearing hearing) {
        Params query = hearing.call().query();
        Order order = named(hearing, query);
        if (order == null) {
            return OkxReplies.no(200, "51603", "Order does not exist");
        }
        return OkxReplies.ok(List.of(rows.row(order)));
    }

    /** {@code GET /api/v5/trade/orders-pending}. */
    VenueReply pending(Hearing hearing) {
        return page(hearing, hearing.account().openOrders().reversed().stream());
    }

    /** {@code GET /api/v5/trade/orders-history}, also the archive. */
    VenueReply history(Hearing hearing) {
        return page(hearing, hearing.account().finishedOrders().reversed().stream());
    }

    /** {@code GET /api/v5/trade/fills}, also the history. */
    VenueReply fills(Hearing hearing) {
        Params query = hearing.call().query();
        List<Object> rows = new ArrayList<>();
        for (Fill fill : hearing.account().fills().reversed()) {
            boolean wanted =
                    fits(query.get("instId"), fill.symbol())
                            && fits(query.get("ordId"), fill.orderId())
                            && fits(query.get("instType"), OkxOrderRows.type(fill.symbol()));
            if (wanted && rows.size() < 100) {
                rows.add(this.rows.fill(fill));
            }
        }
        return OkxReplies.ok(rows);
    }

    private VenueReply page(Hearing hearing, Stream<Order> orders) {
        Params query = hearing.call().query();
        return OkxReplies.ok(
                orders.filter(o -> fits(query.get("instId"), o.symbol()))
                        .filter(o -> fits(query.get("instType"), OkxOrderRows.type(o.symbol())))
                        .filter(o -> fits(query.get("state"), OkxOrderRows.state(o)))
                        .limit(100)
                        .map(rows::row)
                        .toList());
    }

    private VenueReply batch(
            Hearing hearing, Function<Params, Map<String, @Nullable Object>> one, boolean placing) {
        JsonNode body = Json.read(hearing.call().text());
        if (body == null || !body.isArray() || body.isEmpty() || body.size() > MOST_IN_A_BATCH) {
            return OkxReplies.no(400, "50000", "Body for POST request can not be empty.");
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        body.forEach(item -> rows.add(one.apply(Params.ofJson(item))));
        return answer(hearing, rows, placing);
    }

    private static VenueReply answer(
            Hearing hearing, List<Map<String, @Nullable Object>> rows, boolean placing) {
        long failed = rows.stream().filter(row -> !"0".equals(row.get("sCode"))).count();
        String code = failed == 0 ? "0" : failed == rows.size() ? "1" : "2";
        long micros = hearing.now().toEpochMilli() * 1000;
        return VenueReply.json(
                200,
                Json.object(
                        "code",
                        code,
                        "data",
                        rows,
                        "inTime",
                        String.valueOf(micros),
                        "msg",
                        failed == 0
                                ? ""
                                : placing || rows.size() > 1 ? "All operations failed" : "",
                        "outTime",
                        String.valueOf(micros + 900)));
    }

    private Map<String, @Nullable Object> place(Hearing hearing, Params body) {
        String client = body.get("clOrdId", "");
        Object ticket = ticket(hearing, body);
        if (ticket instanceof Words words) {
            return receipt("", client, body, words, hearing.now());
        }
        OrderTicket asked = (OrderTicket) ticket;
        try {
            Order order = desk.place(hearing.account(), asked, hearing.now());
            return receipt(order.id(), client, body, new Words("0", "Order placed"), hearing.now());
        } catch (OrderRefused refused) {
            Instrument instrument = asked.instrument();
            String asset = asked.side() == Side.BUY ? instrument.quote() : instrument.base();
            return receipt(
                    "", client, body, OkxReplies.refused(refused.reason(), asset), hearing.now());
        }
    }

    private Map<String, @Nullable Object> cancel(Hearing hearing, Params body) {
        Order order = named(hearing, body);
        Words words = new Words("0", "");
        try {
            if (order == null) {
                throw new OrderRefused(OrderRefused.Reason.UNKNOWN_ORDER);
            }
            desk.cancel(hearing.account(), order.id(), hearing.now());
        } catch (OrderRefused refused) {
            words = OkxReplies.refused(refused.reason(), "");
        }
        String id = order == null ? body.get("ordId", "") : order.id();
        return receipt(id, body.get("clOrdId", ""), body, words, hearing.now());
    }

    private static Map<String, @Nullable Object> receipt(
            String id, String client, Params body, Words words, Instant now) {
        return Json.object(
                "clOrdId", client,
                "ordId", id,
                "sCode", words.code(),
                "sMsg", words.words(),
                "subCode", "",
                "tag", body.get("tag", ""),
                "ts", String.valueOf(now.toEpochMilli()));
    }

    /** The order that a body asks for, or OKX's words for what is wrong with it. */
    private Object ticket(Hearing hearing, Params body) {
        Instrument instrument = desk.instruments().find(body.get("instId", ""));
        if (instrument == null) {
            return new Words(
                    "51001", "Instrument ID, Instrument ID code, or Spread ID doesn't exist.");
        }
        boolean spot = instrument.kind() == Instrument.Kind.SPOT;
        String client = body.get("clOrdId");
        String wrong = wrong(body, spot, client);
        if (wrong != null) {
            return new Words("51000", "Parameter " + wrong + " error");
        }
        if (!hearing.key().mayTrade(instrument.market())) {
            return new Words(
                    "51010", "You can't complete this request under your current account mode.");
        }
        String word = body.get("ordType", "");
        OrderType type =
                word.equals("market") || word.equals("optimal_limit_ioc")
                        ? OrderType.MARKET
                        : OrderType.LIMIT;
        Side side = body.get("side", "").equals("buy") ? Side.BUY : Side.SELL;
        // A spot market buy names what to spend unless tgtCcy says otherwise.
        boolean inQuote =
                spot
                        && type == OrderType.MARKET
                        && body.get("tgtCcy", side == Side.BUY ? "quote_ccy" : "base_ccy")
                                .equals("quote_ccy");
        BigDecimal size = body.decimal("sz");
        return new OrderTicket(
                Dice.digits(19),
                client,
                instrument,
                side,
                type,
                force(word),
                type == OrderType.MARKET ? null : body.decimal("px"),
                inQuote ? null : size,
                inQuote ? size : null,
                body.isTrue("reduceOnly"));
    }

    private static @Nullable String wrong(Params body, boolean spot, @Nullable String client) {
        String mode = body.get("tdMode", "");
        List<String> modes =
                spot
                        ? List.of("cash", "cross", "isolated", "spot_isolated")
                        : List.of("cross", "isolated");
        if (!modes.contains(mode)) {
            return "tdMode";
        }
        if (!List.of("buy", "sell").contains(body.get("side", ""))) {
            return "side";
        }
        if (!TYPES.contains(body.get("ordType", ""))) {
            return "ordType";
        }
        if (!body.has("sz")) {
            return "sz";
        }
        if (client != null && !client.matches("[A-Za-z0-9]{1,32}")) {
            return "clOrdId";
        }
        return body.get("posSide", "net").equals("net") ? null : "posSide";
    }

    private static TimeInForce force(String type) {
        return switch (type) {
            case "post_only" -> TimeInForce.POST_ONLY;
            case "fok" -> TimeInForce.FOK;
            case "ioc", "market", "optimal_limit_ioc" -> TimeInForce.IOC;
            default -> TimeInForce.GTC;
        };
    }

    private static @Nullable Order named(Hearing hearing, Params params) {
        String id = params.get("ordId");
        String client = params.get("clOrdId");
        String symbol = params.get("instId", "");
        return hearing.account()
                .order(
                        o ->
                                o.symbol().equals(symbol)
                                        && (id == null
                                                ? client != null && client.equals(o.clientId())
                                                : id.equals(o.id())))
                .orElse(null);
    }

    private static boolean fits(@Nullable String asked, String there) {
        return asked == null || asked.equals(there);
    }
}
