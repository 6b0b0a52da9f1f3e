package io.sequence.simulator.kalshi;

import static io.sequence.simulator.kalshi.KalshiText.count;
import static io.sequence.simulator.kalshi.KalshiText.dollars;
import static io.sequence.simulator.kalshi.KalshiText.moment;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderStatus;
import io.sequence.simulator.domain.Outcome;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders and executions as Kalshi prints them: in the book of YES, with the price of NO beside. */
final class KalshiOrderRows {

    private KalshiOrderRows() {}

    static Map<String, @Nullable Object> order(Order order, VenueAccount account) {
        Outcome outcome = KalshiMarkets.outcome(order.symbol());
        BigDecimal price = Objects.requireNonNull(order.price());
        BigDecimal none = BigDecimal.ZERO;
        Map<String, @Nullable Object> row =
                Json.object(
                        "order_id",
                        order.id(),
                        "user_id",
                        KalshiKeys.user(account),
                        "client_order_id",
                        order.clientId() == null ? "" : order.clientId(),
                        "ticker",
                        outcome.market(),
                        "type",
                        "limit",
                        "status",
                        status(order.status()),
                        "initial_count_fp",
                        count(order.quantity()),
                        "fill_count_fp",
                        count(order.filledQuantity()),
                        "remaining_count_fp",
                        count(order.open() ? order.remaining() : none),
                        "taker_fees_dollars",
                        dollars(order.maker() ? none : order.fee()),
                        "maker_fees_dollars",
                        dollars(order.maker() ? order.fee() : none),
                        "taker_fill_cost_dollars",
                        dollars(order.maker() ? none : order.filledValue()),
                        "maker_fill_cost_dollars",
                        dollars(order.maker() ? order.filledValue() : none),
                        "created_time",
                        moment(order.createdAt()),
                        "last_update_time",
                        moment(order.updatedAt()),
                        "expiration_time",
                        null);
        row.putAll(direction(outcome, order.side(), price));
        return row;
    }

    static Map<String, @Nullable Object> fill(Fill fill, @Nullable String clientId) {
        Outcome outcome = KalshiMarkets.outcome(fill.symbol());
        Map<String, @Nullable Object> row =
                Json.object(
                        "fill_id",
                        fill.id(),
                        "trade_id",
                        fill.id(),
                        "order_id",
                        fill.orderId(),
                        "client_order_id",
                        clientId == null ? "" : clientId,
                        "ticker",
                        outcome.market(),
                        "market_ticker",
                        outcome.market(),
                        "count_fp",
                        count(fill.quantity()),
                        "fee_cost",
                        dollars(fill.fee()),
                        "is_taker",
                        !fill.maker(),
                        "created_time",
                        moment(fill.at()),
                        "ts",
                        fill.at().getEpochSecond());
        row.putAll(direction(outcome, fill.side(), fill.price()));
        return row;
    }

    /** Both vocabularies of the direction, and the older pair of side and action. */
    private static Map<String, @Nullable Object> direction(
            Outcome outcome, Side side, BigDecimal price) {
        BigDecimal other = BigDecimal.ONE.subtract(price);
        boolean bid = bids(outcome, side);
        return Json.object(
                "side",
                outcome.yes() ? "yes" : "no",
                "action",
                side.name().toLowerCase(Locale.ROOT),
                "outcome_side",
                bid ? "yes" : "no",
                "book_side",
                bid ? "bid" : "ask",
                "yes_price_dollars",
                dollars(outcome.yes() ? price : other),
                "no_price_dollars",
                dollars(outcome.yes() ? other : price));
    }

    private static boolean bids(Outcome outcome, Side side) {
        return (side == Side.BUY) == outcome.yes();
    }

    /** A price in the book of YES. */
    static BigDecimal bookPrice(String symbol, BigDecimal price) {
        return KalshiMarkets.outcome(symbol).yes() ? price : BigDecimal.ONE.subtract(price);
    }

    private static String status(OrderStatus status) {
        return switch (status) {
            case OPEN -> "resting";
            case FILLED -> "executed";
            case CANCELLED -> "canceled";
        };
    }
}
