package io.sequence.venues.bitget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about orders, family by family. Source: Bitget API documentation, "Trade" of
 * classic spot, classic futures and UTA.
 */
final class BitgetOrders {
    /** What a {@code clientOid} may be made of in every section. */
    static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    static final int PAGE = 100;

    private final String host;

    BitgetOrders(String host) {
        this.host = host;
    }

    /**
     * How an order is to be worked.
     *
     * @param limit its limit; null at market
     * @param force {@code gtc} or {@code ioc}, for orders with a limit
     * @param hedged whether the account keeps long and short positions apart
     */
    record Terms(@Nullable BigDecimal limit, String force, boolean hedged) {}

    WireRequest place(BitgetFamily family, OrderRequest order, Terms terms) {
        boolean spot = order.market() == Market.SPOT;
        return switch (family) {
            case UNIFIED -> post("/api/v3/trade/place-order", unified(order, terms));
            case CLASSIC ->
                    spot
                            ? post("/api/v2/spot/trade/place-order", spot(order, terms))
                            : post("/api/v2/mix/order/place-order", futures(order, terms));
        };
    }

    private static ObjectNode unified(OrderRequest order, Terms terms) {
        ObjectNode body = Json.object();
        body.put("category", BitgetSymbol.category(order.market(), order.symbol()));
        body.put("symbol", order.symbol());
        body.put("qty", order.quantity().toPlainString());
        body.put("side", side(order));
        working(body, terms, "timeInForce");
        if (order.market() == Market.DERIVATIVES && terms.hedged()) {
            body.put("posSide", positionSide(order));
        } else if (order.market() == Market.DERIVATIVES && order.reduceOnly()) {
            body.put("reduceOnly", "yes");
        }
        return body.put("clientOid", order.clientOrderId());
    }

    private static ObjectNode spot(OrderRequest order, Terms terms) {
        ObjectNode body = Json.object();
        body.put("symbol", order.symbol());
        body.put("side", side(order));
        working(body, terms, "force");
        body.put("size", order.quantity().toPlainString());
        return body.put("clientOid", order.clientOrderId());
    }

    private static ObjectNode futures(OrderRequest order, Terms terms) {
        ObjectNode body = Json.object();
        body.put("symbol", order.symbol());
        body.put("productType", BitgetSymbol.product(order.symbol()));
        body.put("marginMode", "crossed");
        body.put("marginCoin", BitgetSymbol.marginCoin(order.symbol()));
        body.put("size", order.quantity().toPlainString());
        if (terms.hedged()) {
            // Here the side names the position, so closing a long one is a buy.
            body.put("side", positionSide(order).equals("long") ? "buy" : "sell");
            body.put("tradeSide", order.reduceOnly() ? "close" : "open");
        } else {
            body.put("side", side(order));
            body.put("reduceOnly", order.reduceOnly() ? "YES" : "NO");
        }
        working(body, terms, "force");
        return body.put("clientOid", order.clientOrderId());
    }

    private static void working(ObjectNode body, Terms terms, String force) {
        BigDecimal limit = terms.limit();
        body.put("orderType", limit == null ? "market" : "limit");
        if (limit != null) {
            body.put(force, terms.force());
            body.put("price", limit.toPlainString());
        }
    }

    private static String side(OrderRequest order) {
        return order.side() == Side.BUY ? "buy" : "sell";
    }

    /** An order that only closes is for the position on the other side. */
    private static String positionSide(OrderRequest order) {
        return (order.side() == Side.BUY) == order.reduceOnly() ? "short" : "long";
    }

    WireRequest cancel(BitgetFamily family, OrderRef order) {
        ObjectNode body = Json.object();
        boolean spot = order.market() == Market.SPOT;
        if (family == BitgetFamily.CLASSIC) {
            body.put("symbol", order.symbol());
            if (!spot) {
                body.put("productType", BitgetSymbol.product(order.symbol()));
            }
        }
        if (order.venueOrderId() != null) {
            body.put("orderId", order.venueOrderId());
        } else {
            body.put("clientOid", order.clientOrderId());
        }
        return switch (family) {
            case UNIFIED -> post("/api/v3/trade/cancel-order", body);
            case CLASSIC ->
                    post("/api/v2/" + (spot ? "spot/trade" : "mix/order") + "/cancel-order", body);
        };
    }

    WireRequest one(BitgetFamily family, OrderRef order) {
        String venueId = order.venueOrderId();
        String ourId = venueId == null ? order.clientOrderId() : null;
        Query byId = new Query().andIf("orderId", venueId).andIf("clientOid", ourId);
        return switch (family) {
            case UNIFIED -> get("/api/v3/trade/order-info", byId);
            case CLASSIC ->
                    order.market() == Market.SPOT
                            ? get("/api/v2/spot/trade/orderInfo", byId)
                            : get(
                                    "/api/v2/mix/order/detail",
                                    byId.and("symbol", order.symbol())
                                            .and(
                                                    "productType",
                                                    BitgetSymbol.product(order.symbol())));
        };
    }

    /** A page of resting orders; {@code after} is the cursor of the page before. */
    WireRequest open(BitgetFamily family, Market market, String symbol, @Nullable String after) {
        return switch (family) {
            case UNIFIED -> listed("/api/v3/trade/unfilled-orders", family, market, symbol, after);
            case CLASSIC ->
                    listed(
                            market == Market.SPOT
                                    ? "/api/v2/spot/trade/unfilled-orders"
                                    : "/api/v2/mix/order/orders-pending",
                            family,
                            market,
                            symbol,
                            after);
        };
    }

    WireRequest fills(BitgetFamily family, Market market, String symbol) {
        String path =
                switch (family) {
                    case UNIFIED -> "/api/v3/trade/fills";
                    case CLASSIC ->
                            market == Market.SPOT
                                    ? "/api/v2/spot/trade/fills"
                                    : "/api/v2/mix/order/fills";
                };
        return listed(path, family, market, symbol, null);
    }

    private WireRequest listed(
            String path,
            BitgetFamily family,
            Market market,
            String symbol,
            @Nullable String after) {
        var query = new Query();
        if (family == BitgetFamily.UNIFIED) {
            query.and("category", BitgetSymbol.category(market, symbol));
        } else if (market == Market.DERIVATIVES) {
            query.and("productType", BitgetSymbol.product(symbol));
        }
        query.and("symbol", symbol)
                .and("limit", Integer.toString(PAGE))
                .andIf(family == BitgetFamily.UNIFIED ? "cursor" : "idLessThan", after);
        return get(path, query);
    }

    private WireRequest get(String path, Query query) {
        return WireRequest.get(host, path, query.toString());
    }

    private WireRequest post(String path, ObjectNode body) {
        return WireRequest.post(host, path, Json.write(body));
    }
}
