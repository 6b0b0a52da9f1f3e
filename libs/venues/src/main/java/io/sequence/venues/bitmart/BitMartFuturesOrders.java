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
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Futures orders, in whole contracts. Source: BitMart API documentation, "Futures trading". */
final class BitMartFuturesOrders implements BitMartOrders {
    private static final int GOOD_TILL_CANCELLED = 1;

    private final VenueCall call;

    BitMartFuturesOrders(VenueCall call) {
        this.call = call;
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (order.quantity().stripTrailingZeros().scale() > 0) {
            return new No<>(
                    Fault.BAD_REQUEST, "", "our check: BitMart counts whole contracts", null);
        }
        BigDecimal price = order.price();
        ObjectNode body = Json.object();
        body.put("symbol", order.symbol());
        body.put("client_order_id", order.clientOrderId());
        body.put("side", side(order));
        body.put("type", price == null ? "market" : "limit");
        body.put("size", order.quantity().toBigIntegerExact());
        if (price != null) {
            body.put("price", price.toPlainString());
            body.put("mode", GOOD_TILL_CANCELLED);
        }
        body.put("open_type", "cross");
        return call.order(
                post("/contract/private/submit-order", body),
                data -> new OrderReceipt(Json.text(data, "order_id"), order.clientOrderId()));
    }

    /** 1 opens long, 2 closes short, 3 closes long, 4 opens short. */
    private static int side(OrderRequest order) {
        return order.side() == Side.BUY ? order.reduceOnly() ? 2 : 1 : order.reduceOnly() ? 3 : 4;
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        ObjectNode body = Json.object().put("symbol", order.symbol());
        if (order.venueOrderId() != null) {
            body.put("order_id", order.venueOrderId());
        } else {
            body.put("client_order_id", order.clientOrderId());
        }
        return call.order(
                post("/contract/private/cancel-order", body),
                data -> new OrderReceipt(order.venueOrderId(), order.clientOrderId()));
    }

    /** The single order is asked for by BitMart's id; by ours it is looked for in the lists. */
    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        String venueId = order.venueOrderId();
        if (venueId != null) {
            Query query = Query.of("symbol", order.symbol()).and("order_id", venueId);
            return call.readOrder(
                    get("/contract/private/order", query), BitMartFuturesOrders::state);
        }
        String ours = Objects.requireNonNull(order.clientOrderId());
        return open(order.symbol())
                .then(
                        resting ->
                                found(resting, ours)
                                        .<VenueAnswer<OrderState>>map(Yes::new)
                                        .orElseGet(() -> finished(order.symbol(), ours)));
    }

    private VenueAnswer<OrderState> finished(String symbol, String ours) {
        Query query = Query.of("symbol", symbol);
        return call.readOrder(
                        get("/contract/private/order-history", query), BitMartFuturesOrders::states)
                .then(
                        rows ->
                                found(rows, ours)
                                        .<VenueAnswer<OrderState>>map(Yes::new)
                                        .orElseGet(
                                                () ->
                                                        new No<>(
                                                                Fault.ORDER_NOT_FOUND,
                                                                "",
                                                                "BitMart lists no such order",
                                                                null)));
    }

    private static Optional<OrderState> found(List<OrderState> rows, String ours) {
        return rows.stream().filter(row -> ours.equals(row.ref().clientOrderId())).findFirst();
    }

    @Override
    public VenueAnswer<List<OrderState>> open(String symbol) {
        return call.readOrder(
                get("/contract/private/get-open-orders", Query.of("symbol", symbol)),
                BitMartFuturesOrders::states);
    }

    private static List<OrderState> states(JsonNode data) {
        var states = new ArrayList<OrderState>();
        if (!data.isNull()) {
            Json.rows(data).forEach(row -> states.add(state(row)));
        }
        return states;
    }

    private static OrderState state(JsonNode row) {
        BigDecimal size = Json.decimal(row, "size");
        BigDecimal filled = Json.decimalOrZero(row, "deal_size");
        String word = Json.text(row, "state");
        BigDecimal average = Json.decimalOrZero(row, "deal_avg_price");
        return new OrderState(
                new OrderRef(
                        Market.DERIVATIVES,
                        Json.text(row, "symbol"),
                        Json.text(row, "order_id"),
                        Json.textOrNull(row, "client_order_id")),
                phase(word, filled.compareTo(size) >= 0),
                size,
                filled,
                filled.signum() == 0 || average.signum() == 0 ? null : average,
                word);
    }

    /** 1 being checked, 2 resting, 4 done: filled if all of it was dealt. */
    private static Phase phase(String word, boolean dealt) {
        return switch (word) {
            case "1", "2" -> Phase.OPEN;
            case "4" -> dealt ? Phase.FILLED : Phase.CANCELLED;
            default -> Phase.UNKNOWN;
        };
    }

    @Override
    public VenueAnswer<List<Fill>> fills(String symbol) {
        return call.readOrder(
                get("/contract/private/trades", Query.of("symbol", symbol)),
                data -> {
                    var fills = new ArrayList<Fill>();
                    if (!data.isNull()) {
                        Json.rows(data).forEach(row -> fills.add(fill(row)));
                    }
                    return fills;
                });
    }

    /** What the fee was paid in is not told. */
    private static Fill fill(JsonNode row) {
        Instant at = Json.millisOrNull(row, "create_time");
        if (at == null) {
            throw new MalformedAnswer("create_time is missing");
        }
        return new Fill(
                Json.text(row, "trade_id"),
                Json.text(row, "order_id"),
                Json.textOrNull(row, "client_order_id"),
                Json.text(row, "symbol"),
                switch (Json.text(row, "side")) {
                    case "1", "2" -> Side.BUY;
                    case "3", "4" -> Side.SELL;
                    default -> throw new MalformedAnswer("side is none of 1 to 4");
                },
                Json.decimal(row, "price"),
                Json.decimal(row, "vol"),
                Json.decimalOrZero(row, "paid_fees"),
                null,
                at);
    }

    private static WireRequest get(String path, Query query) {
        return WireRequest.get(BitMartProfile.FUTURES, path, query.toString());
    }

    private static WireRequest post(String path, ObjectNode body) {
        return WireRequest.post(BitMartProfile.FUTURES, path, Json.write(body));
    }
}
