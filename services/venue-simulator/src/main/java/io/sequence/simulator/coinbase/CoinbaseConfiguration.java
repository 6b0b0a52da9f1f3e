package io.sequence.simulator.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order's {@code order_configuration}: an object whose one member names the kind of order. Those
 * with a trigger or an end are not traded here.
 */
record CoinbaseConfiguration(
        OrderType type,
        TimeInForce force,
        @Nullable BigDecimal price,
        @Nullable BigDecimal baseSize,
        @Nullable BigDecimal quoteSize) {

    /**
     * What the configuration asks for; null when it is none that is traded here.
     *
     * @throws NumberFormatException when a size or a price is no number
     */
    static @Nullable CoinbaseConfiguration of(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return null;
        }
        String kind = node.fieldNames().next();
        Params terms = Params.ofJson(node.path(kind));
        return switch (kind) {
            case "market_market_ioc" -> market(TimeInForce.IOC, terms);
            case "market_market_fok" -> market(TimeInForce.FOK, terms);
            case "limit_limit_gtc" ->
                    limit(
                            terms.isTrue("post_only") ? TimeInForce.POST_ONLY : TimeInForce.GTC,
                            terms);
            case "sor_limit_ioc" -> limit(TimeInForce.IOC, terms);
            case "limit_limit_fok" -> limit(TimeInForce.FOK, terms);
            default -> null;
        };
    }

    private static @Nullable CoinbaseConfiguration market(TimeInForce force, Params terms) {
        BigDecimal base = terms.decimal("base_size");
        BigDecimal quote = terms.decimal("quote_size");
        return (base == null) == (quote == null)
                ? null
                : new CoinbaseConfiguration(OrderType.MARKET, force, null, base, quote);
    }

    private static @Nullable CoinbaseConfiguration limit(TimeInForce force, Params terms) {
        BigDecimal base = terms.decimal("base_size");
        return base == null
                ? null
                : new CoinbaseConfiguration(
                        OrderType.LIMIT, force, terms.decimal("limit_price"), base, null);
    }

    /** How an order's configuration is told later. */
    static Map<String, @Nullable Object> of(Order order) {
        BigDecimal quote = order.quoteQuantity();
        if (order.type() == OrderType.MARKET) {
            return Json.object(
                    order.timeInForce() == TimeInForce.FOK
                            ? "market_market_fok"
                            : "market_market_ioc",
                    quote == null
                            ? Json.object("base_size", Json.plain(order.quantity()))
                            : Json.object("quote_size", Json.plain(quote)));
        }
        Map<String, @Nullable Object> terms =
                Json.object(
                        "base_size",
                        Json.plain(order.quantity()),
                        "limit_price",
                        Json.plain(Objects.requireNonNull(order.price())));
        return switch (order.timeInForce()) {
            case IOC -> Json.object("sor_limit_ioc", terms);
            case FOK -> Json.object("limit_limit_fok", terms);
            case GTC, POST_ONLY -> {
                terms.put("post_only", order.timeInForce() == TimeInForce.POST_ONLY);
                yield Json.object("limit_limit_gtc", terms);
            }
        };
    }
}
