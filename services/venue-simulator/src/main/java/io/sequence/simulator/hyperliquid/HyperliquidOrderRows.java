package io.sequence.simulator.hyperliquid;

import static io.sequence.simulator.hyperliquid.HyperliquidReplies.number;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderStatus;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.ether.Keccak;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Macs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders and fills in the venue's members. Source: "Info endpoint". */
final class HyperliquidOrderRows {

    private final InstrumentList instruments;

    HyperliquidOrderRows(InstrumentList instruments) {
        this.instruments = instruments;
    }

    /** An element of {@code openOrders}. */
    Map<String, @Nullable Object> brief(Order order) {
        return Json.object(
                "coin", order.symbol(),
                "side", side(order.side()),
                "limitPx", number(Objects.requireNonNull(order.price())),
                "sz", number(order.remaining()),
                "oid", Long.parseLong(order.id()),
                "timestamp", order.createdAt().toEpochMilli(),
                "origSz", number(order.quantity()),
                "cloid", order.clientId());
    }

    /** An element of {@code frontendOpenOrders}, and the order within {@code orderStatus}. */
    Map<String, @Nullable Object> full(Order order) {
        Map<String, @Nullable Object> row = brief(order);
        row.put("reduceOnly", order.reduceOnly());
        row.put("orderType", "Limit");
        row.put(
                "tif",
                switch (order.timeInForce()) {
                    case GTC -> "Gtc";
                    case IOC, FOK -> "Ioc";
                    case POST_ONLY -> "Alo";
                });
        row.put("isTrigger", false);
        row.put("triggerCondition", "N/A");
        row.put("triggerPx", "0.0");
        row.put("isPositionTpsl", false);
        row.put("children", List.of());
        return row;
    }

    /** An order with what became of it. */
    Map<String, @Nullable Object> withStatus(Order order) {
        return Json.object(
                "order", full(order),
                "status", status(order),
                "statusTimestamp", order.updatedAt().toEpochMilli());
    }

    private static String status(Order order) {
        if (order.status() == OrderStatus.OPEN) {
            return "open";
        }
        if (order.status() == OrderStatus.FILLED) {
            return "filled";
        }
        return switch (Objects.requireNonNullElse(order.reason(), "")) {
            case "POST_ONLY" -> "badAloPxRejected";
            case "NOT_FILLED" -> "iocCancelRejected";
            default -> "canceled";
        };
    }

    /** An element of {@code userFills}. */
    Map<String, @Nullable Object> fill(Fill fill, @Nullable Order order) {
        Instrument instrument = Objects.requireNonNull(instruments.find(fill.symbol()));
        boolean spot = instrument.kind() == Instrument.Kind.SPOT;
        boolean buy = fill.side() == Side.BUY;
        byte[] hash = Keccak.hash(fill.id().getBytes(StandardCharsets.UTF_8));
        String feeToken = Objects.requireNonNull(HyperliquidMarkets.token(fill.feeAsset())).name();
        return Json.object(
                "coin", fill.symbol(),
                "px", number(fill.price()),
                "sz", number(fill.quantity()),
                "side", side(fill.side()),
                "time", fill.at().toEpochMilli(),
                "startPosition", "0.0",
                "dir", spot ? (buy ? "Buy" : "Sell") : direction(fill, buy),
                "closedPnl", number(fill.realised()),
                "hash", "0x" + Macs.hex(hash),
                "oid", Long.parseLong(fill.orderId()),
                "crossed", !fill.maker(),
                "fee", number(fill.fee()),
                "tid", java.nio.ByteBuffer.wrap(hash).getLong() >>> 14,
                "cloid", order == null ? null : order.clientId(),
                "feeToken", feeToken,
                "twapId", null);
    }

    private static String direction(Fill fill, boolean buy) {
        if (fill.realised().signum() != 0) {
            return buy ? "Close Short" : "Close Long";
        }
        return buy ? "Open Long" : "Open Short";
    }

    static String side(Side side) {
        return side == Side.BUY ? "B" : "A";
    }
}
