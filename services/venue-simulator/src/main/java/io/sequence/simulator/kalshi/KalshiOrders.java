package io.sequence.simulator.kalshi;

import static io.sequence.simulator.kalshi.KalshiText.count;
import static io.sequence.simulator.kalshi.KalshiText.dollars;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Outcome;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Orders V2 on the one book of each market. Selling an outcome that is not held buys the other one;
 * a pair of both is a dollar. Source: API description 3.30.0.
 */
final class KalshiOrders {

    private final TradingDesk desk;

    KalshiOrders(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code POST /portfolio/events/orders}. */
    VenueReply place(Hearing hearing) {
        String type = hearing.call().header("content-type");
        if (type == null || !type.startsWith("application/json")) {
            return KalshiReplies.no(400, "invalid_content_type", "invalid content type", null);
        }
        JsonNode body = Json.read(hearing.call().text());
        if (body == null || !body.isObject()) {
            return KalshiReplies.undecoded("the body is no JSON object");
        }
        for (String number : List.of("count", "price")) {
            if (!body.path(number).isTextual()) {
                return KalshiReplies.undecoded(number + " must be a string");
            }
        }
        OrderTicket ticket = ticket(Params.ofJson(body), hearing);
        boolean meets = desk.meetsPrice(ticket, hearing.now());
        if (meets && ticket.timeInForce() == TimeInForce.POST_ONLY) {
            return KalshiReplies.rejected("post only cross");
        }
        if (!meets && ticket.timeInForce() == TimeInForce.FOK) {
            return KalshiReplies.no(
                    400,
                    "fill_or_kill_insufficient_resting_volume",
                    "fill or kill insufficient resting volume",
                    null);
        }
        return placed(hearing, ticket);
    }

    private VenueReply placed(Hearing hearing, OrderTicket ticket) {
        Order order;
        try {
            order = desk.place(hearing.account(), ticket, hearing.now());
        } catch (OrderRefused refused) {
            return KalshiReplies.refused(refused.reason());
        }
        KalshiPortfolio.net(hearing.account());
        Map<String, @Nullable Object> answer =
                Json.object(
                        "order_id",
                        order.id(),
                        "client_order_id",
                        order.clientId() == null ? "" : order.clientId(),
                        "fill_count",
                        count(order.filledQuantity()),
                        "remaining_count",
                        count(order.open() ? order.remaining() : BigDecimal.ZERO),
                        "ts_ms",
                        hearing.now().toEpochMilli());
        BigDecimal price = order.filledPrice();
        if (price != null) {
            answer.put(
                    "average_fill_price",
                    dollars(KalshiOrderRows.bookPrice(order.symbol(), price)));
            answer.put("average_fee_paid", dollars(order.fee()));
        }
        return VenueReply.json(201, answer);
    }

    private OrderTicket ticket(Params body, Hearing hearing) {
        String ticker = body.get("ticker", "");
        if (KalshiMarkets.find(ticker).isEmpty()) {
            throw new Refusal(KalshiReplies.no(404, "not_found", "market not found", null));
        }
        BigDecimal price = price(body);
        BigDecimal contracts = Objects.requireNonNull(body.decimal("count"));
        boolean bid =
                switch (body.get("side", "")) {
                    case "bid" -> true;
                    case "ask" -> false;
                    default -> throw new Refusal(KalshiReplies.invalid("side is invalid"));
                };
        // Whoever holds enough of the other outcome sells that; everyone else buys this one.
        Outcome wanted = new Outcome(ticker, bid);
        boolean closes = free(hearing.account(), wanted.other()).compareTo(contracts) >= 0;
        if (body.isTrue("reduce_only") && !closes) {
            throw new Refusal(KalshiReplies.rejected("reduce only"));
        }
        Outcome traded = closes ? wanted.other() : wanted;
        return new OrderTicket(
                UUID.randomUUID().toString(),
                body.get("client_order_id"),
                instrument(traded),
                closes ? Side.SELL : Side.BUY,
                OrderType.LIMIT,
                force(body),
                traded.yes() ? price : BigDecimal.ONE.subtract(price),
                contracts,
                null,
                false);
    }

    private static BigDecimal free(VenueAccount account, Outcome outcome) {
        return account.wallet(WalletKind.TRADING).of(outcome.asset()).available();
    }

    private Instrument instrument(Outcome outcome) {
        return Objects.requireNonNull(desk.instruments().find(outcome.asset()));
    }

    private static BigDecimal price(Params body) {
        BigDecimal price = Objects.requireNonNull(body.decimal("price"));
        if (price.signum() <= 0 || price.compareTo(BigDecimal.ONE) >= 0) {
            throw new Refusal(KalshiReplies.rejected("invalid price"));
        }
        return price;
    }

    private static TimeInForce force(Params body) {
        if (!List.of("taker_at_cross", "maker")
                .contains(body.get("self_trade_prevention_type", ""))) {
            throw new Refusal(KalshiReplies.invalid("self_trade_prevention_type is invalid"));
        }
        return switch (body.get("time_in_force", "")) {
            case "good_till_canceled" ->
                    body.isTrue("post_only") ? TimeInForce.POST_ONLY : TimeInForce.GTC;
            case "immediate_or_cancel" -> TimeInForce.IOC;
            case "fill_or_kill" -> TimeInForce.FOK;
            default -> throw new Refusal(KalshiReplies.invalid("time_in_force is invalid"));
        };
    }

    /** {@code DELETE /portfolio/events/orders/{order_id}}. */
    VenueReply cancel(Hearing hearing) {
        try {
            Order order = desk.cancel(hearing.account(), hearing.part("id"), hearing.now());
            return KalshiReplies.ok(
                    Json.object(
                            "order_id",
                            order.id(),
                            "client_order_id",
                            order.clientId() == null ? "" : order.clientId(),
                            "reduced_by",
                            count(order.remaining()),
                            "ts_ms",
                            hearing.now().toEpochMilli()));
        } catch (OrderRefused refused) {
            return KalshiReplies.refused(refused.reason());
        }
    }

    /** The endpoints of the first version, switched off in June 2026. */
    static VenueReply retired(Hearing hearing) {
        return KalshiReplies.no(
                410, "deprecated_v1_order_endpoint", "this endpoint was switched off", null);
    }

    /** {@code GET /portfolio/orders/{order_id}}. */
    VenueReply one(Hearing hearing) {
        return hearing.account()
                .order(hearing.part("id"))
                .map(
                        order ->
                                KalshiReplies.ok(
                                        Json.object(
                                                "order",
                                                KalshiOrderRows.order(order, hearing.account()))))
                .orElseGet(KalshiReplies::notFound);
    }

    /** {@code GET /portfolio/orders}, the latest first. */
    VenueReply list(Hearing hearing) {
        Params query = hearing.call().query();
        VenueAccount account = hearing.account();
        List<Object> rows = new ArrayList<>();
        List<Order> latestFirst =
                Stream.concat(account.finishedOrders().stream(), account.openOrders().stream())
                        .sorted((one, other) -> other.createdAt().compareTo(one.createdAt()))
                        .toList();
        for (Order order : latestFirst) {
            Map<String, @Nullable Object> row = KalshiOrderRows.order(order, account);
            if (wanted(row, query, "status") && wanted(row, query, "ticker")) {
                rows.add(row);
            }
        }
        return KalshiReplies.ok(KalshiText.page("orders", rows, query));
    }

    private static boolean wanted(Map<String, @Nullable Object> row, Params query, String name) {
        String value = query.get(name);
        return value == null || value.equals(row.get(name));
    }

    /** {@code GET /portfolio/fills}, the latest first. */
    VenueReply fills(Hearing hearing) {
        Params query = hearing.call().query();
        VenueAccount account = hearing.account();
        List<Object> rows = new ArrayList<>();
        for (Fill fill : account.fills().reversed()) {
            String clientId = account.order(fill.orderId()).map(Order::clientId).orElse(null);
            Map<String, @Nullable Object> row = KalshiOrderRows.fill(fill, clientId);
            if (wanted(row, query, "ticker") && wanted(row, query, "order_id")) {
                rows.add(row);
            }
        }
        return KalshiReplies.ok(KalshiText.page("fills", rows, query));
    }
}
