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
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Futures orders and trades. Source: USD-M Futures, "Trade". */
final class BinanceFuturesOrders {

    private static final Set<String> CONDITIONAL =
            Set.of(
                    "STOP",
                    "STOP_MARKET",
                    "TAKE_PROFIT",
                    "TAKE_PROFIT_MARKET",
                    "TRAILING_STOP_MARKET");

    private final TradingDesk desk;

    BinanceFuturesOrders(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code POST /fapi/v1/order}. */
    VenueReply place(Hearing hearing) {
        Params params = BinanceForm.params(hearing.call());
        OrderTicket ticket = ticket(hearing, params);
        try {
            Order order = desk.place(hearing.account(), ticket, hearing.now());
            boolean acknowledged = !params.get("newOrderRespType", "ACK").equals("RESULT");
            return BinanceReplies.ok(BinanceContractRows.row(order, acknowledged));
        } catch (OrderRefused refused) {
            return refused(refused, ticket.instrument());
        }
    }

    /** {@code POST /fapi/v1/order/test}: checked, not sent to the matching engine. */
    VenueReply test(Hearing hearing) {
        Params params = BinanceForm.params(hearing.call());
        OrderTicket ticket = ticket(hearing, params);
        try {
            desk.check(hearing.account(), ticket, hearing.now());
        } catch (OrderRefused refused) {
            if (refused.reason() != OrderRefused.Reason.INSUFFICIENT_FUNDS
                    && refused.reason() != OrderRefused.Reason.DUPLICATE_CLIENT_ID) {
                return refused(refused, ticket.instrument());
            }
        }
        return BinanceReplies.ok(io.sequence.simulator.wire.Json.object());
    }

    /** {@code DELETE /fapi/v1/order}. */
    VenueReply cancel(Hearing hearing) {
        mustTrade(hearing);
        Order order = named(hearing);
        try {
            if (order == null) {
                throw new OrderRefused(OrderRefused.Reason.UNKNOWN_ORDER);
            }
            Order gone = desk.cancel(hearing.account(), order.id(), hearing.now());
            return BinanceReplies.ok(BinanceContractRows.row(gone, false));
        } catch (OrderRefused refused) {
            return BinanceReplies.no(400, -2011, "Unknown order sent.");
        }
    }

    /** {@code DELETE /fapi/v1/allOpenOrders}: everything on one symbol. */
    VenueReply cancelAll(Hearing hearing) {
        mustTrade(hearing);
        String symbol = symbol(BinanceForm.params(hearing.call()));
        hearing.account().openOrders().stream()
                .filter(o -> BinanceMarkets.name(o.symbol()).equals(symbol))
                .forEach(o -> desk.cancel(hearing.account(), o.id(), hearing.now()));
        return BinanceReplies.no(200, 200, "The operation of cancel all open order is done.");
    }

    /** {@code GET /fapi/v1/order}. */
    VenueReply get(Hearing hearing) {
        return told(named(hearing));
    }

    /** {@code GET /fapi/v1/openOrder}: only while it stands. */
    VenueReply getOpen(Hearing hearing) {
        Order order = named(hearing);
        return told(order != null && order.open() ? order : null);
    }

    /** {@code GET /fapi/v1/openOrders}. */
    VenueReply open(Hearing hearing) {
        Params query = hearing.call().query();
        String symbol = query.has("symbol") ? symbol(query) : null;
        return BinanceReplies.ok(
                hearing.account().openOrders().stream()
                        .filter(
                                o ->
                                        symbol == null
                                                || BinanceMarkets.name(o.symbol()).equals(symbol))
                        .map(BinanceContractRows::queried)
                        .toList());
    }

    /** {@code GET /fapi/v1/allOrders}: of one symbol, oldest first. */
    VenueReply all(Hearing hearing) {
        Params query = hearing.call().query();
        String symbol = symbol(query);
        List<Order> orders =
                Stream.concat(
                                hearing.account().finishedOrders().stream(),
                                hearing.account().openOrders().stream())
                        .filter(o -> BinanceMarkets.name(o.symbol()).equals(symbol))
                        .toList();
        int limit = BinanceForm.limit(query, 500, 1_000);
        return BinanceReplies.ok(
                orders.stream()
                        .skip(Math.max(0, orders.size() - limit))
                        .map(BinanceContractRows::queried)
                        .toList());
    }

    /** {@code GET /fapi/v1/userTrades}: of one symbol, oldest first. */
    VenueReply trades(Hearing hearing) {
        Params query = hearing.call().query();
        return BinanceReplies.ok(
                BinanceTrades.asked(hearing.account().fills(), symbol(query), query).stream()
                        .map(BinanceContractRows::trade)
                        .toList());
    }

    private OrderTicket ticket(Hearing hearing, Params params) {
        mustTrade(hearing);
        String symbol = symbol(params);
        Side side = BinanceTrades.side(mandatory(params, "side"));
        String type = mandatory(params, "type");
        if (CONDITIONAL.contains(type)) {
            throw refusal(
                    -4120,
                    "Order type not supported for this endpoint. Please use the Algo Order API"
                            + " endpoints instead.");
        }
        boolean market = type.equals("MARKET");
        if (!market && !type.equals("LIMIT")) {
            throw refusal(-1116, "Invalid orderType.");
        }
        BinanceTrades.unwanted(params, "timeInForce", market);
        BinanceTrades.unwanted(params, "price", market);
        boolean hedged = BinancePositions.hedged(hearing.account());
        String positionSide = params.get("positionSide", "BOTH");
        if (hedged == positionSide.equals("BOTH")
                || !Set.of("BOTH", "LONG", "SHORT").contains(positionSide)) {
            throw refusal(-4061, "Order's position side does not match user's setting.");
        }
        BinanceTrades.unwanted(params, "reduceOnly", hedged);
        boolean closing = hedged && positionSide.equals("LONG") != (side == Side.BUY);
        OrderTicket ticket =
                new OrderTicket(
                        Dice.digits(11),
                        BinanceTrades.clientId(params, "^[\\.A-Z\\:/a-z0-9_-]{1,36}$", -4015),
                        Objects.requireNonNull(
                                desk.instruments()
                                        .find(BinanceMarkets.sided(symbol, positionSide))),
                        side,
                        market ? OrderType.MARKET : OrderType.LIMIT,
                        market ? TimeInForce.IOC : force(params),
                        market ? null : BinanceForm.amount(params, "price"),
                        BinanceForm.amount(params, "quantity"),
                        null,
                        closing || params.isTrue("reduceOnly"));
        fillable(hearing, ticket);
        return ticket;
    }

    private void fillable(Hearing hearing, OrderTicket ticket) {
        boolean meets = desk.meetsPrice(ticket, hearing.now());
        if (ticket.timeInForce() == TimeInForce.POST_ONLY && meets) {
            throw refusal(
                    -5022,
                    "Due to the order could not be executed as maker, the Post Only order will be"
                            + " rejected. The order will not be recorded in the order history");
        }
        if (ticket.timeInForce() == TimeInForce.FOK && !meets) {
            throw refusal(
                    -5021,
                    "Due to the order could not be filled immediately, the FOK order has been"
                            + " rejected. The order will not be recorded in the order history");
        }
    }

    private static TimeInForce force(Params params) {
        return switch (mandatory(params, "timeInForce")) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            case "GTX" -> TimeInForce.POST_ONLY;
            case "GTD" -> {
                mandatory(params, "goodTillDate");
                yield TimeInForce.GTC;
            }
            default -> throw refusal(-1115, "Invalid timeInForce.");
        };
    }

    private static void mustTrade(Hearing hearing) {
        if (!BinanceWallet.mayTrade(hearing.key(), MarketKind.DERIVATIVES, hearing.now())) {
            throw new Refusal(BinanceReplies.denied(BinanceSite.USDM, hearing.call()));
        }
    }

    private String symbol(Params params) {
        return BinanceForm.instrument(params, desk.instruments()).symbol();
    }

    private @Nullable Order named(Hearing hearing) {
        Params params = BinanceForm.params(hearing.call());
        String symbol = symbol(params);
        return BinanceTrades.named(
                hearing.account(), params, of -> BinanceMarkets.name(of).equals(symbol));
    }

    private static VenueReply told(@Nullable Order order) {
        return order == null
                ? BinanceReplies.no(400, -2013, "Order does not exist.")
                : BinanceReplies.ok(BinanceContractRows.queried(order));
    }

    private static VenueReply refused(OrderRefused refused, Instrument instrument) {
        return BinanceReplies.refusedContract(refused.reason(), instrument.minimumValue());
    }
}
