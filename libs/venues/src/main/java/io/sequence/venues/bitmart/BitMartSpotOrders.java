package io.sequence.venues.bitmart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spot orders: placed and cancelled in snake_case, asked for in camelCase. Source: BitMart API
 * documentation, "Spot trading".
 */
final class BitMartSpotOrders implements BitMartOrders {
    private static final int PAGE = 200;

    /** How far above the best offer a purchase at market may go. */
    private static final BigDecimal REACH = new BigDecimal("1.01");

    private final VenueCall call;
    private final BitMartBoard board;

    BitMartSpotOrders(VenueCall call, BitMartBoard board) {
        this.call = call;
        this.board = board;
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        boolean purchase = order.side() == Side.BUY;
        if (order.reduceOnly() && purchase) {
            // A sale can only make a holding smaller; a purchase never does.
            return new No<>(
                    Fault.BAD_REQUEST, "", "our check: a spot purchase reduces nothing", null);
        }
        return order.price() == null && purchase
                ? reach(order.symbol()).then(limit -> place(order, limit, "ioc"))
                : place(order, order.price(), order.price() == null ? "market" : "limit");
    }

    /**
     * BitMart counts a purchase at market in the quote coin. So that exactly the quantity that was
     * asked for is bought, it goes out with a limit a little above the best offer, and what does
     * not fill at once is cancelled.
     */
    private VenueAnswer<BigDecimal> reach(String symbol) {
        return board.instrument(Market.SPOT, symbol)
                .then(
                        rules ->
                                board.ticker(Market.SPOT, symbol)
                                        .then(now -> reach(now.ask(), rules.priceStep())));
    }

    private static VenueAnswer<BigDecimal> reach(@Nullable BigDecimal ask, BigDecimal step) {
        return ask == null
                ? new No<>(Fault.ORDER_REJECTED, "", "our check: nobody sells at present", null)
                : new Yes<>(
                        ask.multiply(REACH)
                                .divide(step, 0, RoundingMode.DOWN)
                                .multiply(step)
                                .max(ask));
    }

    private VenueAnswer<OrderReceipt> place(
            OrderRequest order, @Nullable BigDecimal limit, String type) {
        ObjectNode body = Json.object();
        body.put("symbol", order.symbol());
        body.put("side", order.side() == Side.BUY ? "buy" : "sell");
        body.put("type", type);
        body.put("client_order_id", order.clientOrderId());
        body.put("size", order.quantity().toPlainString());
        if (limit != null) {
            body.put("price", limit.toPlainString());
        }
        return call.order(
                post("/spot/v2/submit_order", body),
                data -> new OrderReceipt(Json.text(data, "order_id"), order.clientOrderId()));
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        ObjectNode body = Json.object().put("symbol", order.symbol());
        if (order.venueOrderId() != null) {
            body.put("order_id", order.venueOrderId());
        } else {
            body.put("client_order_id", order.clientOrderId());
        }
        return call.order(post("/spot/v3/cancel_order", body), data -> cancelled(order, data));
    }

    private static OrderReceipt cancelled(OrderRef order, JsonNode data) {
        if (!data.path("result").asBoolean(false)) {
            throw new MalformedAnswer("result is not true");
        }
        return new OrderReceipt(order.venueOrderId(), order.clientOrderId());
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        WireRequest request =
                order.venueOrderId() != null
                        ? post(
                                "/spot/v4/query/order",
                                Json.object().put("orderId", order.venueOrderId()))
                        : post(
                                "/spot/v4/query/client-order",
                                Json.object().put("clientOrderId", order.clientOrderId()));
        return call.readOrder(request, BitMartSpotOrders::state);
    }

    @Override
    public VenueAnswer<List<OrderState>> open(String symbol) {
        ObjectNode body = Json.object().put("symbol", symbol).put("limit", PAGE);
        return call.read(
                post("/spot/v4/query/open-orders", body),
                data -> {
                    var states = new ArrayList<OrderState>();
                    Json.rows(data).forEach(row -> states.add(state(row)));
                    return states;
                });
    }

    private static OrderState state(JsonNode row) {
        BigDecimal filled = Json.decimalOrZero(row, "filledSize");
        BigDecimal average = Json.decimalOrZero(row, "priceAvg");
        BigDecimal size = Json.decimalOrZero(row, "size");
        String word = Json.text(row, "state");
        return new OrderState(
                new OrderRef(
                        Market.SPOT,
                        Json.text(row, "symbol"),
                        Json.text(row, "orderId"),
                        Json.textOrNull(row, "clientOrderId")),
                phase(word),
                // Another program's purchase at market has an amount of the quote coin instead.
                size.max(filled),
                filled,
                filled.signum() == 0 || average.signum() == 0 ? null : average,
                word);
    }

    private static Phase phase(String word) {
        return switch (word) {
            case "new", "partially_filled" -> Phase.OPEN;
            case "filled" -> Phase.FILLED;
            case "canceled", "partially_canceled" -> Phase.CANCELLED;
            default -> Phase.UNKNOWN;
        };
    }

    @Override
    public VenueAnswer<List<Fill>> fills(String symbol) {
        ObjectNode body = Json.object().put("symbol", symbol).put("limit", PAGE);
        return call.readOrder(
                post("/spot/v4/query/trades", body),
                data -> {
                    var fills = new ArrayList<Fill>();
                    Json.rows(data).forEach(row -> fills.add(fill(row)));
                    return fills;
                });
    }

    private static Fill fill(JsonNode row) {
        String coin = Json.textOrNull(row, "feeCoinName");
        Instant at = Json.millisOrNull(row, "createTime");
        if (at == null) {
            throw new MalformedAnswer("createTime is missing");
        }
        return new Fill(
                Json.text(row, "tradeId"),
                Json.text(row, "orderId"),
                Json.textOrNull(row, "clientOrderId"),
                Json.text(row, "symbol"),
                switch (Json.text(row, "side")) {
                    case "buy" -> Side.BUY;
                    case "sell" -> Side.SELL;
                    default -> throw new MalformedAnswer("side is neither buy nor sell");
                },
                Json.decimal(row, "price"),
                Json.decimal(row, "size"),
                Json.decimalOrZero(row, "fee"),
                coin == null ? null : AssetCodes.asset(coin).orElse(null),
                at);
    }

    private static WireRequest post(String path, ObjectNode body) {
        return WireRequest.post(BitMartProfile.CLOUD, path, Json.write(body));
    }
}
