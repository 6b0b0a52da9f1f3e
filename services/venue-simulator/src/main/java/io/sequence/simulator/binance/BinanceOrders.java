package io.sequence.simulator.binance;

import static io.sequence.simulator.binance.BinanceForm.mandatory;
import static io.sequence.simulator.binance.BinanceReplies.refusal;

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
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spot orders and trades. Source: Binance Spot REST API, "Trading endpoints" and "Account
 * endpoints".
 */
final class BinanceOrders {

    private final BinanceSite site;
    private final TradingDesk desk;

    BinanceOrders(BinanceSite site, TradingDesk desk) {
        this.site = site;
        this.desk = desk;
    }

    /** {@code POST /api/v3/order}. */
    VenueReply place(Hearing hearing) {
        Params params = BinanceForm.params(hearing.call());
        OrderTicket ticket = ticket(hearing, params);
        if (ticket.timeInForce() == TimeInForce.POST_ONLY
                && desk.meetsPrice(ticket, hearing.now())) {
            throw refusal(-2010, "Order would immediately match and take.");
        }
        try {
            Order order = desk.place(hearing.account(), ticket, hearing.now());
            return BinanceReplies.ok(
                    BinanceOrderRows.placed(
                            order,
                            hearing.account().fills().stream()
                                    .filter(f -> f.orderId().equals(order.id()))
                                    .toList(),
                            params.get("newOrderRespType", "FULL")));
        } catch (OrderRefused refused) {
            return BinanceReplies.refused(refused.reason());
        }
    }

    /** {@code POST /api/v3/order/test}: checked, not sent to the matching engine. */
    VenueReply test(Hearing hearing) {
        Params params = BinanceForm.params(hearing.call());
        OrderTicket ticket = ticket(hearing, params);
        try {
            desk.check(hearing.account(), ticket, hearing.now());
        } catch (OrderRefused refused) {
            // Money is looked at by the matching engine, which a test does not reach.
            if (refused.reason() != OrderRefused.Reason.INSUFFICIENT_FUNDS
                    && refused.reason() != OrderRefused.Reason.DUPLICATE_CLIENT_ID) {
                return BinanceReplies.refused(refused.reason());
            }
        }
        if (!params.isTrue("computeCommissionRates")) {
            return BinanceReplies.ok(Json.object());
        }
        Map<String, @Nullable Object> rates =
                Json.object(
                        "maker", BinanceReplies.eight(ticket.instrument().makerFee()),
                        "taker", BinanceReplies.eight(ticket.instrument().takerFee()));
        return BinanceReplies.ok(Json.object("standardCommissionForOrder", rates));
    }

    /** {@code DELETE /api/v3/order}. */
    VenueReply cancel(Hearing hearing) {
        mustTrade(hearing);
        Params params = BinanceForm.params(hearing.call());
        Order order = named(hearing, params);
        try {
            if (order == null) {
                throw new OrderRefused(OrderRefused.Reason.UNKNOWN_ORDER);
            }
            Order gone = desk.cancel(hearing.account(), order.id(), hearing.now());
            String id = params.get("newClientOrderId", Dice.alphanumeric(22));
            return BinanceReplies.ok(BinanceOrderRows.cancelled(gone, id, hearing.now()));
        } catch (OrderRefused refused) {
            return BinanceReplies.refused(refused.reason());
        }
    }

    /** {@code DELETE /api/v3/openOrders}: everything on one symbol. */
    VenueReply cancelAll(Hearing hearing) {
        mustTrade(hearing);
        Params params = BinanceForm.params(hearing.call());
        String symbol = BinanceForm.instrument(params, desk.instruments()).symbol();
        List<Object> gone =
                hearing.account().openOrders().stream()
                        .filter(o -> o.symbol().equals(symbol))
                        .map(o -> desk.cancel(hearing.account(), o.id(), hearing.now()))
                        .map(
                                o ->
                                        BinanceOrderRows.cancelled(
                                                o, Dice.alphanumeric(22), hearing.now()))
                        .toList();
        return gone.isEmpty()
                ? BinanceReplies.refused(OrderRefused.Reason.UNKNOWN_ORDER)
                : BinanceReplies.ok(gone);
    }

    /** {@code GET /api/v3/order}. */
    VenueReply get(Hearing hearing) {
        Order order = named(hearing, hearing.call().query());
        return order == null
                ? BinanceReplies.no(400, -2013, "Order does not exist.")
                : BinanceReplies.ok(BinanceOrderRows.queried(order));
    }

    /** {@code GET /api/v3/openOrders}. */
    VenueReply open(Hearing hearing) {
        Params query = hearing.call().query();
        String symbol =
                query.has("symbol")
                        ? BinanceForm.instrument(query, desk.instruments()).symbol()
                        : null;
        return BinanceReplies.ok(
                hearing.account().openOrders().stream()
                        .filter(o -> symbol == null || o.symbol().equals(symbol))
                        .map(BinanceOrderRows::queried)
                        .toList());
    }

    /** {@code GET /api/v3/allOrders}: of one symbol, oldest first. */
    VenueReply all(Hearing hearing) {
        Params query = hearing.call().query();
        String symbol = BinanceForm.instrument(query, desk.instruments()).symbol();
        List<Order> orders =
                Stream.concat(
                                hearing.account().finishedOrders().stream(),
                                hearing.account().openOrders().stream())
                        .filter(o -> o.symbol().equals(symbol))
                        .toList();
        int limit = BinanceForm.limit(query, 500, 1_000);
        return BinanceReplies.ok(
                orders.stream()
                        .skip(Math.max(0, orders.size() - limit))
                        .map(BinanceOrderRows::queried)
                        .toList());
    }

    /** {@code GET /api/v3/myTrades}: of one symbol, oldest first. */
    VenueReply trades(Hearing hearing) {
        Params query = hearing.call().query();
        String symbol = BinanceForm.instrument(query, desk.instruments()).symbol();
        return BinanceReplies.ok(
                BinanceTrades.asked(hearing.account().fills(), symbol, query).stream()
                        .map(BinanceOrderRows::trade)
                        .toList());
    }

    private OrderTicket ticket(Hearing hearing, Params params) {
        mustTrade(hearing);
        Instrument instrument = BinanceForm.instrument(params, desk.instruments());
        Side side = BinanceTrades.side(mandatory(params, "side"));
        String type = mandatory(params, "type");
        boolean market = type.equals("MARKET");
        if (!market && !type.equals("LIMIT") && !type.equals("LIMIT_MAKER")) {
            throw refusal(-1116, "Invalid orderType.");
        }
        boolean timed = type.equals("LIMIT");
        BinanceTrades.unwanted(params, "timeInForce", !timed);
        BinanceTrades.unwanted(params, "price", market);
        BinanceTrades.unwanted(params, "quoteOrderQty", !market);
        boolean inQuote = market && !params.has("quantity") && params.has("quoteOrderQty");
        TimeInForce force =
                timed
                        ? force(mandatory(params, "timeInForce"))
                        : market ? TimeInForce.IOC : TimeInForce.POST_ONLY;
        return new OrderTicket(
                Dice.digits(11),
                BinanceTrades.clientId(params, "^[a-zA-Z0-9-_]{1,36}$", -1100),
                instrument,
                side,
                market ? OrderType.MARKET : OrderType.LIMIT,
                force,
                market ? null : BinanceForm.amount(params, "price"),
                inQuote ? null : BinanceForm.amount(params, "quantity"),
                inQuote ? BinanceForm.amount(params, "quoteOrderQty") : null,
                false);
    }

    private void mustTrade(Hearing hearing) {
        if (!BinanceWallet.mayTrade(hearing.key(), MarketKind.SPOT, hearing.now())) {
            throw new Refusal(BinanceReplies.denied(site, hearing.call()));
        }
    }

    private @Nullable Order named(Hearing hearing, Params params) {
        String symbol = BinanceForm.instrument(params, desk.instruments()).symbol();
        return BinanceTrades.named(hearing.account(), params, symbol::equals);
    }

    private static TimeInForce force(String word) {
        return switch (word) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> throw refusal(-1115, "Invalid timeInForce.");
        };
    }
}
