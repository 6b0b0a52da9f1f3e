package io.sequence.venues.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Orders and markets as Kalshi writes them. Source: API description 3.30.0, order endpoints V2. */
final class KalshiOrders {
    /** What a client id may be made of; the venue documents no alphabet, this one is safe. */
    static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal TENTH = new BigDecimal("0.001");

    /** There are no market orders: the best price of any market, taken at once or not at all. */
    private static final BigDecimal ANY_PRICE = new BigDecimal("0.99");

    private KalshiOrders() {}

    /** What is wrong with an order before it is sent; empty when nothing is. */
    static Optional<String> problem(OrderRequest order) {
        if (!CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return Optional.of("a client order id must match " + CLIENT_ID);
        }
        BigDecimal price = order.price();
        boolean outside =
                price != null && (price.signum() <= 0 || price.compareTo(BigDecimal.ONE) >= 0);
        return outside
                ? Optional.of("a price lies between 0 and 1 dollar, both excluded")
                : Optional.empty();
    }

    /** The body of an order; numbers are text there. */
    static String placement(OrderRequest order) {
        KalshiSymbol symbol = KalshiSymbol.of(order.symbol());
        String side = symbol.bookSide(order.side());
        BigDecimal price = order.price();
        ObjectNode body = Json.object();
        body.put("ticker", symbol.ticker());
        body.put("client_order_id", order.clientOrderId());
        body.put("side", side);
        body.put("count", order.quantity().toPlainString());
        body.put("price", (price == null ? anyPrice(side) : symbol.turned(price)).toPlainString());
        body.put("time_in_force", price == null ? "immediate_or_cancel" : "good_till_canceled");
        body.put("self_trade_prevention_type", "taker_at_cross");
        if (order.reduceOnly()) {
            body.put("reduce_only", true);
        }
        return Json.write(body);
    }

    private static BigDecimal anyPrice(String bookSide) {
        return bookSide.equals("bid") ? ANY_PRICE : BigDecimal.ONE.subtract(ANY_PRICE);
    }

    /** A cancellation's receipt does not repeat our id. */
    static OrderReceipt receipt(JsonNode answer, @Nullable String clientOrderId) {
        return new OrderReceipt(
                Json.text(answer, "order_id"),
                Json.textOr(answer, "client_order_id", clientOrderId == null ? "" : clientOrderId));
    }

    /** Orders of a list, seen from one outcome; the list does not tell average prices. */
    static List<OrderState> states(JsonNode answer, KalshiSymbol symbol) {
        var states = new ArrayList<OrderState>();
        for (JsonNode row : Json.rows(answer.path("orders"))) {
            states.add(state(row, symbol));
        }
        return states;
    }

    static OrderState state(JsonNode row, KalshiSymbol symbol) {
        BigDecimal filled = Json.decimalOrZero(row, "fill_count_fp");
        BigDecimal left = Json.decimalOrZero(row, "remaining_count_fp");
        BigDecimal ordered = Json.decimalOrNull(row, "initial_count_fp");
        String word = Json.text(row, "status");
        return new OrderState(
                new OrderRef(
                        Market.SPOT,
                        symbol.name(),
                        Json.text(row, "order_id"),
                        Json.textOrNull(row, "client_order_id")),
                phase(word),
                ordered == null ? filled.add(left) : ordered,
                filled,
                null,
                word);
    }

    private static Phase phase(String word) {
        return switch (word) {
            case "resting" -> Phase.OPEN;
            case "executed" -> Phase.FILLED;
            case "canceled" -> Phase.CANCELLED;
            default -> Phase.UNKNOWN;
        };
    }

    /** The market's prices seen from one outcome; {@code last} is 0 until something was traded. */
    static Ticker ticker(JsonNode answer, KalshiSymbol symbol) {
        JsonNode market = answer.path("market");
        BigDecimal last = Json.decimalOrZero(market, "last_price_dollars");
        String outcome = symbol.yes() ? "yes" : "no";
        return new Ticker(
                symbol.name(),
                last.signum() == 0 ? last : symbol.turned(last),
                quoted(market, outcome + "_bid_dollars"),
                quoted(market, outcome + "_ask_dollars"));
    }

    /** An empty side of the book is written as 0 or 1 dollar. */
    private static @Nullable BigDecimal quoted(JsonNode market, String field) {
        BigDecimal price = Json.decimalOrNull(market, field);
        return price == null || price.signum() <= 0 || price.compareTo(BigDecimal.ONE) >= 0
                ? null
                : price;
    }

    /**
     * Steps that are good at every price of the market: where they are finer at the ends, those of
     * the middle.
     */
    static Instrument instrument(JsonNode answer, KalshiSymbol symbol) {
        JsonNode market = answer.path("market");
        BigDecimal step =
                Json.textOr(market, "price_level_structure", "").equals("deci_cent") ? TENTH : CENT;
        boolean fractions = market.path("fractional_trading_enabled").asBoolean(false);
        BigDecimal least = fractions ? CENT : BigDecimal.ONE;
        Json.text(market, "ticker");
        return new Instrument(symbol.name(), step, least, least, BigDecimal.ZERO);
    }
}
