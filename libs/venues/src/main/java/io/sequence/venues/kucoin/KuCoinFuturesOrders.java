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

/** Futures orders: sizes are whole lots, and a client id is required. */
final class KuCoinFuturesOrders implements KuCoinOrders {
    private static final String ORDERS = "/api/v1/orders";
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 20;

    private final VenueCall call;

    KuCoinFuturesOrders(VenueCall call) {
        this.call = call;
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        BigDecimal lots = order.quantity().stripTrailingZeros();
        if (lots.scale() > 0) {
            return new VenueAnswer.No<>(
                    Fault.BAD_REQUEST, "", "our check: futures are ordered in whole lots", null);
        }
        return call.order(
                WireRequest.post(KuCoinProfile.FUTURES, ORDERS, Json.write(body(order, lots))),
                KuCoinOrderRow::receipt);
    }

    private static ObjectNode body(OrderRequest order, BigDecimal lots) {
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
        body.put("size", lots.toBigIntegerExact());
        if (order.reduceOnly()) {
            body.put("reduceOnly", true);
        } else {
            // Isolated margin, the venue's default, wants a leverage; an order that names none is
            // meant without any.
            body.put("leverage", "1");
        }
        return body;
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        WireRequest request =
                order.venueOrderId() == null
                        ? WireRequest.delete(
                                KuCoinProfile.FUTURES,
                                ORDERS + "/client-order/" + clientId(order),
                                Query.of("symbol", order.symbol()).toString())
                        : WireRequest.delete(KuCoinProfile.FUTURES, path(order), "");
        return call.order(request, KuCoinOrderRow::receipt);
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        WireRequest request =
                order.venueOrderId() == null
                        ? WireRequest.get(
                                KuCoinProfile.FUTURES,
                                ORDERS + "/byClientOid",
                                "clientOid=" + clientId(order))
                        : WireRequest.get(KuCoinProfile.FUTURES, path(order), "");
        return call.readOrder(request, KuCoinFuturesOrders::one).then(KuCoinOrderRow::found);
    }

    /** Asks page by page; the venue says how many there are. */
    @Override
    public VenueAnswer<List<OrderState>> open(String symbol) {
        var orders = new ArrayList<OrderState>();
        for (int number = 1; number <= MOST_PAGES; number++) {
            VenueAnswer<Page> answer = call.readOrder(page(symbol, number), Page::of);
            if (!(answer instanceof VenueAnswer.Yes<Page>(Page page))) {
                return answer.map(Page::orders);
            }
            orders.addAll(page.orders());
            if (number >= page.pages()) {
                break;
            }
        }
        return new VenueAnswer.Yes<>(List.copyOf(orders));
    }

    private static WireRequest page(String symbol, int number) {
        return WireRequest.get(
                KuCoinProfile.FUTURES,
                ORDERS,
                Query.of("status", "active")
                        .and("symbol", symbol)
                        .and("currentPage", Integer.toString(number))
                        .and("pageSize", Integer.toString(PAGE_SIZE))
                        .toString());
    }

    private static Optional<OrderState> one(JsonNode data) {
        return data.has("id") ? Optional.of(KuCoinOrderRow.futures(data)) : Optional.empty();
    }

    private static String path(OrderRef order) {
        return ORDERS + "/" + Query.encoded(Objects.requireNonNull(order.venueOrderId()));
    }

    private static String clientId(OrderRef order) {
        return Query.encoded(Objects.requireNonNull(order.clientOrderId()));
    }

    /**
     * One page of orders.
     *
     * @param pages how many there are
     */
    private record Page(List<OrderState> orders, int pages) {
        static Page of(JsonNode data) {
            var orders = new ArrayList<OrderState>();
            Json.rows(data.path("items")).forEach(row -> orders.add(KuCoinOrderRow.futures(row)));
            return new Page(orders, data.path("totalPage").asInt(1));
        }
    }
}
