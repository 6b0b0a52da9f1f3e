package io.sequence.simulator.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One's own orders and trades: read and cancelled. Source: "Manage orders", "Get trades". */
final class PolymarketBook {

    /** The cursor after the last page. */
    private static final String END = "LTE=";

    private static final int MOST_CANCELLED = 1_000;

    private final TradingDesk desk;

    PolymarketBook(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /data/order/{id}}. */
    VenueReply one(Hearing hearing) {
        return hearing.account()
                .order(hearing.part("id"))
                .map(
                        order ->
                                PolymarketReplies.ok(
                                        PolymarketOrderRows.order(hearing.account(), order)))
                .orElseGet(() -> PolymarketReplies.no(404, "order not found"));
    }

    /** {@code GET /data/orders}: those that rest, all on one page. */
    VenueReply open(Hearing hearing) {
        Params query = hearing.call().query();
        return page(
                hearing.account().openOrders().stream()
                        .map(order -> PolymarketOrderRows.order(hearing.account(), order))
                        .filter(row -> wanted(query, row))
                        .toList());
    }

    /** {@code GET /data/trades}: the newest first. */
    VenueReply trades(Hearing hearing) {
        Params query = hearing.call().query();
        List<Fill> fills = hearing.account().fills().reversed();
        return page(
                fills.stream()
                        .map(fill -> PolymarketOrderRows.trade(hearing.account(), fill))
                        .filter(row -> wanted(query, row))
                        .toList());
    }

    private static boolean wanted(Params query, Map<String, ?> row) {
        for (String name : List.of("id", "market", "asset_id", "maker_address")) {
            String asked = query.get(name);
            if (asked != null && !asked.equalsIgnoreCase(String.valueOf(row.get(name)))) {
                return false;
            }
        }
        return true;
    }

    private static VenueReply page(List<?> rows) {
        return PolymarketReplies.ok(
                Json.object("limit", 500, "count", rows.size(), "next_cursor", END, "data", rows));
    }

    /** {@code DELETE /order}. */
    VenueReply cancel(Hearing hearing) {
        String id = hearing.call().json().get("orderID");
        return id == null
                ? PolymarketReplies.no(400, "Invalid order payload")
                : cancel(hearing, List.of(id));
    }

    /** {@code DELETE /orders} with a bare list of ids. */
    VenueReply cancelSome(Hearing hearing) {
        JsonNode body = Json.read(hearing.call().text());
        if (body == null || !body.isArray() || body.size() > MOST_CANCELLED) {
            return PolymarketReplies.no(400, "Invalid order payload");
        }
        List<String> ids = new ArrayList<>();
        body.forEach(id -> ids.add(id.asText()));
        return cancel(hearing, ids);
    }

    /** {@code DELETE /cancel-all}. */
    VenueReply cancelAll(Hearing hearing) {
        return cancel(hearing, hearing.account().openOrders().stream().map(Order::id).toList());
    }

    /** {@code DELETE /cancel-market-orders}. */
    VenueReply cancelMarket(Hearing hearing) {
        Params body = hearing.call().json();
        return cancel(
                hearing,
                hearing.account().openOrders().stream()
                        .filter(
                                order ->
                                        wanted(
                                                body,
                                                PolymarketOrderRows.order(
                                                        hearing.account(), order)))
                        .map(Order::id)
                        .toList());
    }

    private VenueReply cancel(Hearing hearing, List<String> ids) {
        VenueAccount account = hearing.account();
        List<String> gone = new ArrayList<>();
        Map<String, @Nullable Object> kept = Json.object();
        for (String id : ids) {
            try {
                desk.cancel(account, id, hearing.now());
                gone.add(id);
            } catch (OrderRefused refused) {
                kept.put(id, PolymarketReplies.words(refused.reason()));
            }
        }
        return PolymarketReplies.ok(Json.object("canceled", gone, "not_canceled", kept));
    }
}
