package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.Query;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Orders as Binance writes them. Source: binance-spot-api-docs, rest-api.md, "Trading endpoints";
 * USDⓈ-M trade pages.
 */
final class BinanceOrders {
    /** What a {@code newClientOrderId} may be on every host of the family. */
    static final Pattern CLIENT_ID = Pattern.compile("[a-zA-Z0-9_-]{1,36}");

    /** Only ever checked, never placed; far below any market all the same. */
    static final String DRY_RUN =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=10000";

    private BinanceOrders() {}

    /**
     * The form of an order.
     *
     * @param hedged whether the futures account keeps long and short positions apart, so that the
     *     order must say which one it is for
     */
    static String placement(OrderRequest order, boolean hedged) {
        BigDecimal price = order.price();
        Query form =
                Query.of("symbol", order.symbol())
                        .and("side", order.side().name())
                        .andIf("positionSide", hedged ? positionSide(order) : null)
                        .and("type", price == null ? "MARKET" : "LIMIT")
                        .andIf("timeInForce", price == null ? null : "GTC")
                        .and("quantity", order.quantity().toPlainString())
                        .andIf("price", price == null ? null : price.toPlainString())
                        .and("newClientOrderId", order.clientOrderId());
        if (order.market() == Market.DERIVATIVES && !hedged && order.reduceOnly()) {
            form.and("reduceOnly", "true");
        }
        return form.toString();
    }

    /** An order that only closes is for the position on the other side. */
    private static String positionSide(OrderRequest order) {
        return (order.side() == Side.BUY) == order.reduceOnly() ? "SHORT" : "LONG";
    }

    /** The query that names one order. */
    static String named(OrderRef order) {
        return Query.of("symbol", order.symbol())
                .andIf("orderId", order.venueOrderId())
                .andIf(
                        "origClientOrderId",
                        order.venueOrderId() == null ? order.clientOrderId() : null)
                .toString();
    }

    /** A spot cancellation has a client id of its own; the order's stands beside it. */
    static OrderReceipt receipt(JsonNode answer) {
        String original = Json.textOrNull(answer, "origClientOrderId");
        return new OrderReceipt(
                Json.text(answer, "orderId"),
                original == null ? Json.textOrNull(answer, "clientOrderId") : original);
    }

    static List<OrderState> states(Market market, JsonNode rows) {
        var states = new ArrayList<OrderState>();
        for (JsonNode row : Json.rows(rows)) {
            states.add(state(market, row));
        }
        return states;
    }

    static OrderState state(Market market, JsonNode row) {
        BigDecimal filled = Json.decimalOrZero(row, "executedQty");
        String word = Json.text(row, "status");
        return new OrderState(
                new OrderRef(
                        market,
                        Json.text(row, "symbol"),
                        Json.text(row, "orderId"),
                        Json.textOrNull(row, "clientOrderId")),
                phase(word),
                Json.decimal(row, "origQty"),
                filled,
                filled.signum() == 0 ? null : averagePrice(row, filled),
                word);
    }

    /** Futures tell it; spot tells what was paid in all, negative where that is not known. */
    private static @Nullable BigDecimal averagePrice(JsonNode row, BigDecimal filled) {
        BigDecimal told = Json.decimalOrNull(row, "avgPrice");
        if (told != null && told.signum() > 0) {
            return told;
        }
        BigDecimal spot = Json.decimalOrNull(row, "cummulativeQuoteQty");
        BigDecimal paid = spot == null ? Json.decimalOrNull(row, "cumQuote") : spot;
        return paid == null || paid.signum() <= 0
                ? null
                : plain(paid.divide(filled, MathContext.DECIMAL64));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Phase phase(String word) {
        return switch (word) {
            case "NEW", "PENDING_NEW", "PARTIALLY_FILLED", "PENDING_CANCEL" -> Phase.OPEN;
            case "FILLED" -> Phase.FILLED;
            case "CANCELED" -> Phase.CANCELLED;
            case "REJECTED" -> Phase.REJECTED;
            case "EXPIRED", "EXPIRED_IN_MATCH" -> Phase.EXPIRED;
            default -> Phase.UNKNOWN;
        };
    }

    /** Executions, which the venue lists with the oldest first. */
    static List<Fill> fills(JsonNode rows) {
        var fills = new ArrayList<Fill>();
        for (JsonNode row : Json.rows(rows)) {
            String feeAsset = Json.textOr(row, "commissionAsset", "");
            fills.add(
                    new Fill(
                            Json.text(row, "id"),
                            Json.text(row, "orderId"),
                            null,
                            Json.text(row, "symbol"),
                            side(row),
                            Json.decimal(row, "price"),
                            Json.decimal(row, "qty"),
                            Json.decimalOrZero(row, "commission"),
                            AssetCodes.asset(feeAsset).orElse(null),
                            at(row)));
        }
        Collections.reverse(fills);
        return fills;
    }

    /** Futures name the side, spot says whether we were the buyer. */
    private static Side side(JsonNode row) {
        return switch (Json.textOr(row, "side", Json.textOr(row, "isBuyer", ""))) {
            case "BUY", "true" -> Side.BUY;
            case "SELL", "false" -> Side.SELL;
            default -> throw new MalformedAnswer("the side is missing");
        };
    }

    private static Instant at(JsonNode row) {
        Instant at = Json.millisOrNull(row, "time");
        if (at == null) {
            throw new MalformedAnswer("time is missing");
        }
        return at;
    }
}
