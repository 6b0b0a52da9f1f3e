package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders and fills as they are told. Source: Advanced Trade API, "Orders". */
final class CoinbaseOrderReads {

    private final TradingDesk desk;

    CoinbaseOrderReads(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /orders/historical/{order_id}}. */
    VenueReply get(Hearing hearing) {
        Order order = hearing.account().order(hearing.part("order_id")).orElse(null);
        return order == null
                ? CoinbaseReplies.no(404, "NOT_FOUND", "order with this orderID was not found")
                : CoinbaseReplies.ok(Json.object("order", row(hearing.account(), order)));
    }

    /** {@code GET /orders/historical/batch}: the latest first. */
    VenueReply batch(Hearing hearing) {
        Set<String> ids = CoinbasePages.all(hearing.call(), "order_ids");
        Set<String> products = CoinbasePages.all(hearing.call(), "product_ids", "product_id");
        Set<String> states = CoinbasePages.all(hearing.call(), "order_status");
        if (states.size() > 1 && states.contains("OPEN")) {
            return CoinbaseReplies.no(
                    400, "INVALID_ARGUMENT", "OPEN cannot be asked with other states");
        }
        VenueAccount account = hearing.account();
        List<Map<String, @Nullable Object>> rows =
                Stream.concat(
                                account.openOrders().reversed().stream(),
                                account.finishedOrders().reversed().stream())
                        .filter(o -> CoinbasePages.wanted(ids, o.id()))
                        .filter(o -> CoinbasePages.wanted(products, o.symbol()))
                        .filter(o -> CoinbasePages.wanted(states, state(o)))
                        .map(o -> row(account, o))
                        .toList();
        Map<String, @Nullable Object> page =
                CoinbasePages.page(hearing.call(), "orders", rows, 100, 1000);
        page.put("sequence", "0");
        return CoinbaseReplies.ok(page);
    }

    /** {@code GET /orders/historical/fills}: the latest first. */
    VenueReply fills(Hearing hearing) {
        Set<String> ids = CoinbasePages.all(hearing.call(), "order_ids", "order_id");
        Set<String> products = CoinbasePages.all(hearing.call(), "product_ids", "product_id");
        List<Object> rows =
                hearing.account().fills().reversed().stream()
                        .filter(f -> CoinbasePages.wanted(ids, f.orderId()))
                        .filter(f -> CoinbasePages.wanted(products, f.symbol()))
                        .map(f -> fill(hearing.account(), f))
                        .toList();
        return CoinbaseReplies.ok(CoinbasePages.page(hearing.call(), "fills", rows, 100, 1000));
    }

    private Map<String, @Nullable Object> row(VenueAccount account, Order order) {
        Instrument instrument = Objects.requireNonNull(desk.instruments().find(order.symbol()));
        boolean filled = order.filledQuantity().signum() > 0;
        BigDecimal average = order.filledPrice();
        BigDecimal after =
                order.side() == Side.BUY
                        ? order.filledValue().add(order.fee())
                        : order.filledValue().subtract(order.fee());
        Map<String, @Nullable Object> row =
                Json.object(
                        "order_id", order.id(),
                        "product_id", order.symbol(),
                        "user_id", CoinbaseApp.userId(account),
                        "order_configuration", CoinbaseConfiguration.of(order),
                        "side", order.side() == Side.BUY ? "BUY" : "SELL",
                        "client_order_id", order.clientId(),
                        "status", state(order),
                        "time_in_force", force(order),
                        "created_time", order.createdAt().toString(),
                        "completion_percentage", filled ? "100.00" : "0",
                        "filled_size", Json.plain(order.filledQuantity()),
                        "average_filled_price", average == null ? "0" : Json.plain(average),
                        "fee", "",
                        "number_of_fills", filled ? "1" : "0",
                        "filled_value", Json.plain(order.filledValue()),
                        "pending_cancel", false,
                        "size_in_quote", order.quoteQuantity() != null,
                        "total_fees", Json.plain(order.fee()));
        row.putAll(
                Json.object(
                        "size_inclusive_of_fees",
                        order.quoteQuantity() != null,
                        "total_value_after_fees",
                        filled ? Json.plain(after) : "0",
                        "trigger_status",
                        "INVALID_ORDER_TYPE",
                        "order_type",
                        order.type() == OrderType.MARKET ? "MARKET" : "LIMIT",
                        "reject_reason",
                        "REJECT_REASON_UNSPECIFIED",
                        "settled",
                        filled,
                        "product_type",
                        CoinbaseMarkets.type(instrument),
                        "reject_message",
                        "",
                        "cancel_message",
                        "BY_USER".equals(order.reason()) ? "User requested" : "",
                        "order_placement_source",
                        "RETAIL_ADVANCED",
                        "outstanding_hold_amount",
                        Json.plain(order.heldAmount()),
                        "is_liquidation",
                        false,
                        "last_fill_time",
                        filled ? order.updatedAt().toString() : null,
                        "edit_history",
                        List.of(),
                        "leverage",
                        "",
                        "margin_type",
                        "UNKNOWN_MARGIN_TYPE",
                        "retail_portfolio_id",
                        account.uid()));
        return row;
    }

    private static Object fill(VenueAccount account, Fill fill) {
        return Json.object(
                "entry_id", fill.id(),
                "trade_id", fill.id(),
                "order_id", fill.orderId(),
                "trade_time", fill.at().toString(),
                "trade_type", "FILL",
                "price", Json.plain(fill.price()),
                "size", Json.plain(fill.quantity()),
                "commission", Json.plain(fill.fee()),
                "product_id", fill.symbol(),
                "sequence_timestamp", fill.at().toString(),
                "liquidity_indicator", fill.maker() ? "MAKER" : "TAKER",
                "size_in_quote", false,
                "user_id", CoinbaseApp.userId(account),
                "side", fill.side() == Side.BUY ? "BUY" : "SELL",
                "retail_portfolio_id", account.uid());
    }

    private static String state(Order order) {
        return switch (order.status()) {
            case OPEN -> "OPEN";
            case FILLED -> "FILLED";
            case CANCELLED -> "CANCELLED";
        };
    }

    private static String force(Order order) {
        return switch (order.timeInForce()) {
            case GTC, POST_ONLY -> "GOOD_UNTIL_CANCELLED";
            case IOC -> "IMMEDIATE_OR_CANCEL";
            case FOK -> "FILL_OR_KILL";
        };
    }
}
