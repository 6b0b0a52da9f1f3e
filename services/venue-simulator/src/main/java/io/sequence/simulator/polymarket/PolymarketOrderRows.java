package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderStatus;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.polymarket.PolymarketMarkets.Market;
import io.sequence.simulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders and trades in the venue's members. Source: "Get order", "Get trades". */
final class PolymarketOrderRows {

    private PolymarketOrderRows() {}

    /** A row of {@code /data/orders}. */
    static Map<String, @Nullable Object> order(VenueAccount account, Order order) {
        Market market = market(order.symbol());
        return Json.object(
                "id", order.id(),
                "status", status(order),
                "market", market.conditionId(),
                "asset_id", order.symbol(),
                "side", order.side().name(),
                "original_size", Json.plain(order.quantity()),
                "size_matched", Json.plain(order.filledQuantity()),
                "price", Json.plain(Objects.requireNonNull(order.price())),
                "outcome", market.outcome(order.symbol()),
                "owner", owner(account),
                "maker_address", Addresses.checksummed(account.uid()),
                "expiration", "0",
                "order_type", type(order.timeInForce()),
                "created_at", order.createdAt().getEpochSecond(),
                "associate_trades", trades(account, order));
    }

    private static List<String> trades(VenueAccount account, Order order) {
        return account.fills().stream()
                .filter(fill -> fill.orderId().equals(order.id()))
                .map(Fill::id)
                .toList();
    }

    private static String status(Order order) {
        if (order.status() == OrderStatus.OPEN) {
            return "LIVE";
        }
        return order.status() == OrderStatus.FILLED ? "MATCHED" : "CANCELED";
    }

    private static String type(TimeInForce force) {
        return switch (force) {
            case GTC, POST_ONLY -> "GTC";
            case IOC -> "FAK";
            case FOK -> "FOK";
        };
    }

    /** A row of {@code /data/trades}. */
    static Map<String, @Nullable Object> trade(VenueAccount account, Fill fill) {
        Market market = market(fill.symbol());
        return Json.object(
                "id", fill.id(),
                "taker_order_id", fill.maker() ? "0x" + "0".repeat(64) : fill.orderId(),
                "market", market.conditionId(),
                "asset_id", fill.symbol(),
                "side", fill.side().name(),
                "size", Json.plain(fill.quantity()),
                "fee_rate_bps", "0",
                "price", Json.plain(fill.price()),
                "status", "CONFIRMED",
                "match_time", String.valueOf(fill.at().getEpochSecond()),
                "last_update", String.valueOf(fill.at().getEpochSecond()),
                "outcome", market.outcome(fill.symbol()),
                "bucket_index", 0,
                "owner", owner(account),
                "maker_address", Addresses.checksummed(account.uid()),
                "transaction_hash", "0x" + fill.id().replace("-", "").repeat(2),
                "trader_side", fill.maker() ? "MAKER" : "TAKER",
                "maker_orders",
                        fill.maker()
                                ? List.of(
                                        Json.object(
                                                "order_id", fill.orderId(),
                                                "owner", owner(account),
                                                "maker_address",
                                                        Addresses.checksummed(account.uid()),
                                                "matched_amount", Json.plain(fill.quantity()),
                                                "price", Json.plain(fill.price()),
                                                "asset_id", fill.symbol(),
                                                "outcome", market.outcome(fill.symbol()),
                                                "side", fill.side().name()))
                                : List.of());
    }

    /** The key that a row names; the venue names the one that placed the order. */
    private static String owner(VenueAccount account) {
        return account.keys().iterator().next().apiKey();
    }

    private static Market market(String token) {
        return PolymarketMarkets.ofToken(token).orElseThrow();
    }
}
