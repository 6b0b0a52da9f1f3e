package io.sequence.venues.kucoin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Spot orders on the {@code /api/v1/hf/orders} family, KuCoin's present one. */
final class KuCoinSpotOrders implements KuCoinOrders {
    private static final String ORDERS = "/api/v1/hf/orders";

    private final VenueCall call;

    KuCoinSpotOrders(VenueCall call) {
        this.call = call;
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        // A sale can only make a holding smaller; a purchase never does.
        if (order.reduceOnly() && order.side() == OrderRequest.Side.BUY) {
            return new VenueAnswer.No<>(
                    Fault.BAD_REQUEST, "", "our check: a spot purchase reduces nothing", null);
        }
        BigDecimal price = order.price();
        ObjectNode body = Json.object();
        body.put("clientOid", order.clientOrderId());
        body.put("side", order.side().name().toLowerCase(Locale.ROOT));
        body.put("symbol", order.symbol());
        body.put("type", price == null ? "market" : "limit");
        if (price != null) {
            body.put("price", price.toPlainString());
            body.put("timeInForce", "GTC");
        }
        body.put("size", order.quantity().toPlainString());
        return call.order(
                WireRequest.post(KuCoinProfile.SPOT, ORDERS, Json.write(body)),
                KuCoinOrderRow::receipt);
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return call.order(
                WireRequest.delete(KuCoinProfile.SPOT, path(order), symbol(order.symbol())),
                KuCoinOrderRow::receipt);
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        return call.readOrder(
                        WireRequest.get(KuCoinProfile.SPOT, path(order), symbol(order.symbol())),
                        KuCoinSpotOrders::one)
                .then(KuCoinOrderRow::found);
    }

    @Override
    public VenueAnswer<List<OrderState>> open(String symbol) {
        return call.readOrder(
                WireRequest.get(KuCoinProfile.SPOT, ORDERS + "/active", symbol(symbol)),
                KuCoinSpotOrders::all);
    }

    private static Optional<OrderState> one(JsonNode data) {
        return data.has("id") ? Optional.of(KuCoinOrderRow.spot(data)) : Optional.empty();
    }

    private static List<OrderState> all(JsonNode data) {
        var orders = new ArrayList<OrderState>();
        if (!data.isNull()) {
            Json.rows(data).forEach(row -> orders.add(KuCoinOrderRow.spot(row)));
        }
        return orders;
    }

    private static String path(OrderRef order) {
        return order.venueOrderId() == null
                ? ORDERS
                        + "/client-order/"
                        + Query.encoded(Objects.requireNonNull(order.clientOrderId()))
                : ORDERS + "/" + Query.encoded(order.venueOrderId());
    }

    private static String symbol(String symbol) {
        return Query.of("symbol", symbol).toString();
    }
}
